package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.PressesQueue;
import io.yobidashi.localcloud.Receiver;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Presses that go through the local cloud's own broker and queue, read by clients of AWS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ButtonsOnTheWireTest {
    private static final String FIRST = "/buttons/G030PM0000000001/press";

    private final Receiver callService = new Receiver(202, "{}");
    private LocalCloud cloud;
    private PressesQueue queue;
    private Browser browser;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withCallService(callService::address));
        queue = new PressesQueue(cloud.endpoints().sqs());
        browser = new Browser(cloud.endpoints().http());
    }

    @AfterAll
    void stop() {
        queue.close();
        cloud.close();
        callService.close();
    }

    @Test
    void a_1_Click_event_is_in_the_queue_as_a_whole() {
        HttpResponse<String> answer = browser.post(FIRST + "?dialect=one-click&click=LONG&battery=0.5");

        JsonNode event = json(queue.take(1).get(0));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer.body()).at("/transmissions/0/road").asText()).isEqualTo("sqs");
        assertThat(json(answer.body()).at("/transmissions/0/body").asText()).contains("MessageId");
        assertThat(event.at("/deviceInfo/deviceId").asText()).isEqualTo("G030PM0000000001");
        assertThat(event.at("/deviceInfo/remainingLife").asDouble()).isEqualTo(50.0);
        assertThat(event.at("/deviceEvent/buttonClicked/clickType").asText()).isEqualTo("LONG");
        assertThat(event.at("/placementInfo/devices/button").asText()).isEqualTo("G030PM0000000001");
    }

    @Test
    void a_developer_button_goes_over_the_broker_and_by_a_rule_into_the_queue() {
        try (MqttPeer onlooker = new MqttPeer(cloud.endpoints().mqtt())) {
            onlooker.subscribe("iotbutton/+");

            HttpResponse<String> answer = browser.post(FIRST + "?dialect=developer&click=DOUBLE&battery=0.25");

            String expected =
                    "{\"serialNumber\":\"G030PM0000000001\",\"clickType\":\"DOUBLE\",\"batteryVoltage\":\"2250mV\"}";
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"transmissions\":[{\"road\":\"mqtt\",\"status\":200,\"body\":\"acknowledged\"}]}");
            assertThat(onlooker.awaitFirst("iotbutton/G030PM0000000001").toString())
                    .isEqualTo(expected);
            assertThat(queue.takeNow()).containsExactly(expected);
        }
    }

    @Test
    void a_Funnel_envelope_goes_over_the_broker_and_by_a_rule_into_the_queue() {
        try (MqttPeer onlooker = new MqttPeer(cloud.endpoints().mqtt())) {
            onlooker.subscribe("funnel/440103000000001");

            browser.post(FIRST + "?dialect=funnel");

            JsonNode envelope = onlooker.awaitFirst("funnel/440103000000001");
            assertThat(envelope.at("/payloads/clickTypeName").asText()).isEqualTo("SINGLE");
            assertThat(envelope.at("/imsi").asText()).isEqualTo("440103000000001");
            assertThat(queue.takeNow()).containsExactly(envelope.toString());
        }
    }

    @Test
    void separate_presses_and_duplicates_can_be_told_apart_in_the_queue() {
        browser.post(FIRST + "?dialect=one-click&times=3&copies=2");
        browser.post(FIRST + "?dialect=funnel&times=2&copies=3");

        List<String> bodies = queue.take(12);
        assertThat(bodies.stream().filter(body -> body.contains("reportedTime")).distinct())
                .hasSize(3);
        assertThat(bodies.stream().filter(body -> body.contains("payloads")).distinct())
                .hasSize(2);
    }

    @Test
    void a_button_of_the_global_model_counts_on_from_press_to_press() {
        browser.post("/buttons/G030PM0000000002/press?dialect=global");
        browser.post("/buttons/G030PM0000000002/press?dialect=global");

        assertThat(callService.requests().stream()
                        .filter(request -> request.body().contains("seq_number")))
                .extracting(request -> json(request.body()).path("seq_number").asInt())
                .containsExactly(1, 2);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
