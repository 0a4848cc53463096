package io.yobidashi.localcloud;

/**
 * What the local cloud shares with the services, as SORACOM and Slack would.
 *
 * @param beam key of Beam's signature
 * @param slackOutgoingToken token of the outgoing webhook
 */
public record Secrets(String beam, String slackOutgoingToken) {

    /** The secrets that everybody knows. */
    public static Secrets wellKnown() {
        return new Secrets("local-beam-secret", "local-outgoing-token");
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
