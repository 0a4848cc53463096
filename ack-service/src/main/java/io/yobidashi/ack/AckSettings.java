package io.yobidashi.ack;

import io.yobidashi.ack.answer.Language;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;

/**
 * The settings that are this service's own.
 *
 * @param outgoingToken by which Slack's outgoing webhook proves itself; a secret
 * @param language what is said in return
 */
public record AckSettings(String outgoingToken, Language language) {

    /** @throws BadSettingException for the first that is missing or makes no sense */
    public static AckSettings of(Settings settings) {
        return new AckSettings(
                settings.required("YOBIDASHI_SLACK_OUTGOING_TOKEN", "the token of Slack's outgoing webhook"),
                language(settings));
    }

    private static Language language(Settings settings) {
        String value = settings.text("YOBIDASHI_LANG", "ja");
        return switch (value) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> throw new BadSettingException("YOBIDASHI_LANG", "is '" + value + "', neither ja nor en");
        };
    }

    @Override
    public String toString() {
        return "AckSettings[" + language + "]";
    }
}
