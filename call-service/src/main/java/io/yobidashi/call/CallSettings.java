package io.yobidashi.call;

import io.yobidashi.call.press.Keys;
import io.yobidashi.call.slack.Access;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.rules.Meaning;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The settings that are this service's own.
 *
 * @param way how Slack is told
 * @param secrets what opens the door for presses
 * @param language what is spoken in Slack
 * @param meanings what a double and a long click are for
 */
public record CallSettings(Way way, Keys.Secrets secrets, Language language, Meanings meanings) {
    private static final String TOKEN = "YOBIDASHI_SLACK_BOT_TOKEN";
    private static final String WEBHOOK = "YOBIDASHI_SLACK_WEBHOOK_URL";

    /** How Slack is told. */
    public sealed interface Way {
        /** By a bot: one message per call, which is edited as the call goes on. */
        record Bot(Access access) implements Way {}

        /**
         * By an incoming webhook: a message for each piece of news.
         *
         * @param address a secret
         */
        record Webhook(URI address) implements Way {
            @Override
            public String toString() {
                return "Webhook[hidden]";
            }
        }
    }

    /** @throws BadSettingException for the first that is missing or makes no sense */
    public static CallSettings of(Settings settings) {
        return new CallSettings(way(settings), secrets(settings), settings.language(), meanings(settings));
    }

    /** The token wins: it can do more. */
    private static Way way(Settings settings) {
        Optional<String> token = settings.text(TOKEN);
        if (token.isPresent()) {
            return new Way.Bot(new Access(token.get(), settings.text("YOBIDASHI_SLACK_CHANNEL"), settings.slackApi()));
        }
        return settings.httpAddress(WEBHOOK)
                .<Way>map(Way.Webhook::new)
                .orElseThrow(() -> new BadSettingException(
                        TOKEN, "is not set, nor is " + WEBHOOK + ": set one of them, people are called in Slack"));
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
