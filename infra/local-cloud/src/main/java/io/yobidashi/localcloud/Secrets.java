package io.yobidashi.localcloud;

/**
 * What the local cloud shares with the services, as SORACOM and Slack would.
 *
 * @param beam key of Beam's signature
 * @param press bearer token of senders other than Beam
 * @param slack what the services and Slack know of each other
 */
public record Secrets(String beam, String press, Slack slack) {

    /**
     * @param outgoingToken token of the outgoing webhook
     * @param signingSecret key of the v0 signature on commands, interactions and events
     * @param botToken token of the app that calls the Web API
     */
    public record Slack(String outgoingToken, String signingSecret, String botToken) {

        @Override
        public String toString() {
            return "Slack[…]";
        }
    }

    /** The secrets that everybody knows. */
    public static Secrets wellKnown() {
        return new Secrets(
                "local-beam-secret",
                "local-press-token",
                new Slack("local-outgoing-token", "local-signing-secret", "xoxb-local"));
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
