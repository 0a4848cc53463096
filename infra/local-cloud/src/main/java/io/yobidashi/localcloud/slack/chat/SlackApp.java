package io.yobidashi.localcloud.slack.chat;

import java.net.URI;
import java.util.function.Supplier;

/**
 * The app that is installed in the fake Slack: where both are, asked at each use, and what they know of each other.
 *
 * @param receiver base address of the service that gets {@code /slack/…}
 * @param slack base address of this Slack, for response URLs
 * @param outgoingToken token of the outgoing webhook
 * @param signingSecret key of the v0 signature
 * @param botToken token for the Web API
 */
public record SlackApp(
        Supplier<URI> receiver, Supplier<URI> slack, String outgoingToken, String signingSecret, String botToken) {

    @Override
    public String toString() {
        return "SlackApp[…]";
    }
}
