package io.yobidashi.call;

import java.net.URI;
import java.util.Map;

/** What the service is told in tests. */
final class TestSettings {
    private TestSettings() {}

    /** The AWS SDK reads its settings from the environment or, as here, from properties of the system. */
    static void endpoints(URI sqs, URI iot) {
        System.setProperty("aws.region", "ap-northeast-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.endpointUrlSqs", sqs.toString());
        System.setProperty("aws.endpointUrlIotDataPlane", iot.toString());
    }

    static Map<String, String> of(URI cloud) {
        return Map.of(
                "YOBIDASHI_ROSTER", "src/test/resources/roster.yaml",
                "YOBIDASHI_BEAM_SECRET", "local-beam-secret",
                "YOBIDASHI_PRESS_TOKEN", "local-press-token",
                "YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-local",
                "YOBIDASHI_SLACK_API_URL", cloud + "/slack/api/",
                "YOBIDASHI_LANG", "en");
    }
}
