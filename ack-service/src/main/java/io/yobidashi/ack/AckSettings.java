package io.yobidashi.ack;

import io.yobidashi.core.roster.Language;
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
                settings.language());
    }

    @Override
    public String toString() {
        return "AckSettings[" + language + "]";
    }
}
