package io.yobidashi.ack;

import java.net.URI;
import java.util.Map;

/** What the service is told in tests. */
final class TestSettings {
    static final String SIGNING_SECRET = "local-signing-secret";

    /** The property that tells where the service under test is, for whoever calls it. */
    static final String SERVICE = "yobidashi.test.service";

    private TestSettings() {}

    /** The AWS SDK reads its settings from the environment or, as here, from properties of the system. */
    static void endpoints(URI sqs, URI iot) {
        System.setProperty("aws.region", "ap-northeast-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrlSqs", sqs.toString());
        System.setProperty("aws.endpointUrlIotDataPlane", iot.toString());
    }

    /** @param slack where the Web API is */
    static Map<String, String> settings(URI slack) {
        return Map.of(
                "YOBIDASHI_ROSTER", "src/test/resources/roster.yaml",
                "YOBIDASHI_SLACK_OUTGOING_TOKEN", "local-outgoing-token",
                "YOBIDASHI_SLACK_SIGNING_SECRET", SIGNING_SECRET,
                "YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-local",
                "YOBIDASHI_SLACK_API_URL", slack.resolve("/slack/api/").toString(),
                "YOBIDASHI_LANG", "en");
    }
}
