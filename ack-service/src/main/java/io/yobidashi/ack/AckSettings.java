package io.yobidashi.ack;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * The settings that are this service's own.
 *
 * @param secrets what opens the roads of Slack
 * @param slack how Slack is reached in return
 * @param language what is said in return
 */
public record AckSettings(Secrets secrets, Slack slack, Language language) {
    /**
     * Each road is open only with its secret.
     *
     * @param outgoingToken by which the outgoing webhook proves itself
     * @param signingSecret by which commands, clicks and events do
     * @param insecure opens the roads without
     */
    public record Secrets(Optional<String> outgoingToken, Optional<String> signingSecret, boolean insecure) {
        @Override
        public String toString() {
            return "Secrets[hidden]";
        }
    }

    /**
     * @param api the base address of the Web API, with a slash at its end
     * @param botToken without it, nobody is told privately what became of a message or an emoji; a secret
     * @param channel where people are called, if not in the roster's channel
     */
    public record Slack(URI api, Optional<String> botToken, Optional<String> channel) {
        @Override
        public String toString() {
            return "Slack[" + api.getHost() + "]";
        }
    }

    /** @throws BadSettingException for the first that is missing or makes no sense */
    public static AckSettings of(Settings settings) {
        return new AckSettings(secrets(settings), slack(settings), settings.language());
    }

    private static Secrets secrets(Settings settings) {
        Secrets secrets = new Secrets(
                settings.text("YOBIDASHI_SLACK_OUTGOING_TOKEN"),
                settings.text("YOBIDASHI_SLACK_SIGNING_SECRET"),
                settings.flag("YOBIDASHI_INSECURE"));
        if (secrets.outgoingToken().isEmpty() && secrets.signingSecret().isEmpty() && !secrets.insecure()) {
            throw new BadSettingException(
                    "YOBIDASHI_SLACK_SIGNING_SECRET",
                    "is not set, nor is YOBIDASHI_SLACK_OUTGOING_TOKEN: set one of them,"
                            + " or YOBIDASHI_INSECURE=true to let everybody answer");
        }
        return secrets;
    }

    private static Slack slack(Settings settings) {
        return new Slack(
                settings.slackApi(),
                settings.text("YOBIDASHI_SLACK_BOT_TOKEN"),
                settings.text("YOBIDASHI_SLACK_CHANNEL"));
    }
}
