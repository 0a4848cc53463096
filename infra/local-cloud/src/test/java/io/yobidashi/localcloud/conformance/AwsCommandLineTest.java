package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shadows and queues as the {@code aws} command line sees them; each call takes it a second, so there are few. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsCommandLineTest {
    /** Payloads on its command line are what they look like. */
    private static final String RAW = "raw-in-base64-out";

    @TempDir
    private Path folder;

    private LocalCloud cloud;
    private AwsCommandLine iot;
    private AwsCommandLine sqs;

    @BeforeAll
    void start() {
        AwsCommandLine.assumeInstalled();
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @BeforeEach
    void takeTheirEndpoints() {
        iot = new AwsCommandLine(cloud.endpoints().http(), folder);
        sqs = new AwsCommandLine(cloud.endpoints().sqs(), folder);
    }

    @AfterAll
    void stop() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void a_named_shadow_is_updated_listed_read_and_deleted() {
        JsonNode updated = shadow("update-thing-shadow", "--payload", "{\"state\":{\"desired\":{\"led\":\"点灯\"}}}");
        assertThat(updated.path("version").asInt()).isEqualTo(1);

        assertThat(iot.printed("iot-data", "list-named-shadows-for-thing", "--thing-name", "sato")
                        .at("/results/0")
                        .asText())
                .isEqualTo("buttons");
        assertThat(shadow("get-thing-shadow").at("/state/delta/led").asText()).isEqualTo("点灯");
        assertThat(shadow("delete-thing-shadow").path("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            get-thing-shadow    | ''                         | An error occurred (ResourceNotFoundException) when calling the GetThingShadow operation: No shadow exists with name: 'none'  | device-shadow-error-messages
            update-thing-shadow | {"state":{},"version":7}   | An error occurred (ConflictException) when calling the UpdateThingShadow operation: Version conflict                         | device-shadow-error-messages
            update-thing-shadow | {"state":{"other":{}}}     | An error occurred (InvalidRequestException) when calling the UpdateThingShadow operation: State contains an invalid node    | device-shadow-error-messages
            """)
    void a_refusal_has_the_name_of_the_service_model(String operation, String payload, String message, String source) {
        String file = folder.resolve("refused").toString();
        List<String> arguments = new ArrayList<>(List.of("iot-data", operation, "--thing-name", "none", file));
        if (!payload.isEmpty()) {
            arguments.addAll(List.of("--cli-binary-format", RAW, "--payload", payload));
        }

        Program.Outcome outcome = iot.call(arguments.toArray(String[]::new));

        assertThat(outcome.exit()).isEqualTo(254);
        assertThat(outcome.text().strip()).isEqualTo(message);
    }

    @Test
    void a_message_is_published() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe("from/#");

            Program.Outcome outcome = iot.call(("iot-data publish --topic from/the_command_line --qos 1"
                            + " --cli-binary-format raw-in-base64-out --payload {\"sent\":1}")
                    .split(" "));

            assertThat(outcome.exit()).as(outcome.text()).isZero();
            assertThat(peer.awaitFirst("from/the_command_line").path("sent").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_message_is_sent_and_received() {
        String url = sqs.printed("sqs", "get-queue-url", "--queue-name", "yobidashi-acks")
                .path("QueueUrl")
                .asText();

        JsonNode sent = sqs.printed("sqs", "send-message", "--queue-url", url, "--message-body", "ok 3分");
        JsonNode received = sqs.printed("sqs", "receive-message", "--queue-url", url, "--wait-time-seconds", "5")
                .at("/Messages/0");

        assertThat(received.path("Body").asText()).isEqualTo("ok 3分");
        assertThat(received.path("MessageId")).isEqualTo(sent.path("MessageId"));
        assertThat(received.path("MD5OfBody")).isEqualTo(sent.path("MD5OfMessageBody"));
    }

    @Test
    void queues_are_listed_by_their_beginning_and_a_strange_one_is_refused() {
        JsonNode urls = sqs.printed("sqs", "list-queues", "--queue-name-prefix", "yobidashi-acks")
                .path("QueueUrls");
        Program.Outcome strange = sqs.call("sqs", "get-queue-url", "--queue-name", "strange");

        assertThat(urls).extracting(JsonNode::asText).containsExactlyInAnyOrder(url("acks"), url("acks-dlq"));
        assertThat(strange.exit()).isEqualTo(254);
        assertThat(strange.text())
                .contains("(AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation");
    }

    private String url(String queue) {
        return cloud.endpoints().sqs() + "/000000000000/yobidashi-" + queue;
    }

    private JsonNode shadow(String operation, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("iot-data", operation, "--thing-name", "sato", "--shadow-name", "buttons"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--cli-binary-format", RAW));
        return iot.written(arguments.toArray(String[]::new));
    }
}
