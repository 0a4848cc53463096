package io.yobidashi.call;

import io.yobidashi.call.press.Keys;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.rules.Meaning;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.util.Arrays;

/**
 * The settings that are this service's own.
 *
 * @param webhook the incoming webhook of the channel; a secret
 * @param secrets what opens the door for presses
 * @param language what is spoken in Slack
 * @param meanings what a double and a long click are for
 */
public record CallSettings(URI webhook, Keys.Secrets secrets, Language language, Meanings meanings) {

    /** @throws BadSettingException for the first that is missing or makes no sense */
    public static CallSettings of(Settings settings) {
        return new CallSettings(webhook(settings), secrets(settings), settings.language(), meanings(settings));
    }

    private static URI webhook(Settings settings) {
        String name = "YOBIDASHI_SLACK_WEBHOOK_URL";
        String problem = settings.text("YOBIDASHI_SLACK_BOT_TOKEN").isPresent()
                ? "is not set: posting with a bot token alone is not supported"
                : "is not set: the incoming webhook of the channel that people are called in";
        return settings.httpAddress(name).orElseThrow(() -> new BadSettingException(name, problem));
    }

    private static Meanings meanings(Settings settings) {
        return new Meanings(
                meaning(settings, "YOBIDASHI_DOUBLE", Meanings.DEFAULT.twice()),
                meaning(settings, "YOBIDASHI_LONG", Meanings.DEFAULT.held()));
    }

    private static Meaning meaning(Settings settings, String name, Meaning byDefault) {
        String value = settings.text(name, byDefault.wire());
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.wire().equals(value))
                .findFirst()
                .orElseThrow(() -> new BadSettingException(name, "is '" + value + "', none of press, urgent and test"));
    }

    private static Keys.Secrets secrets(Settings settings) {
        Keys.Secrets secrets = new Keys.Secrets(
                settings.text("YOBIDASHI_BEAM_SECRET").orElse(null),
                settings.text("YOBIDASHI_PRESS_TOKEN").orElse(null),
                settings.flag("YOBIDASHI_INSECURE"));
        if (secrets.beam() == null && secrets.token() == null && !secrets.insecure()) {
            throw new BadSettingException(
                    "YOBIDASHI_BEAM_SECRET",
                    "is not set, nor is YOBIDASHI_PRESS_TOKEN: set one of them,"
                            + " or YOBIDASHI_INSECURE=true to let everybody press");
        }
        return secrets;
    }

    @Override
    public String toString() {
        return "CallSettings[" + language + "]";
    }
}
