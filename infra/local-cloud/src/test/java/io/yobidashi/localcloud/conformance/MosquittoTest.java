package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.conformance.Mosquitto.Subscriber;
import io.yobidashi.localcloud.iot.ThingTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shadow service as the command line clients of Mosquitto see it. */
@Timeout(60)
class MosquittoTest extends ThingTest {

    @Override
    protected LocalCloudConfig config() {
        Mosquitto.assumeInstalled();
        return LocalCloudConfig.ephemeral();
    }

    @ParameterizedTest(name = "{0} over {1} with QoS {2}")
    @CsvSource(textBlock = """
            '',            mqttv311, 0, device-shadow-mqtt
            '',            mqttv311, 1, device-shadow-mqtt
            '',            mqttv5,   0, device-shadow-mqtt
            '',            mqttv5,   1, device-shadow-mqtt
            name/buttons/, mqttv311, 0, device-shadow-mqtt
            name/buttons/, mqttv311, 1, device-shadow-mqtt
            name/buttons/, mqttv5,   0, device-shadow-mqtt
            name/buttons/, mqttv5,   1, device-shadow-mqtt
            """)
    void each_request_has_its_answer(String shadow, String version, int qos, String source) {
        Mosquitto mosquitto = new Mosquitto(cloud.endpoints().mqtt(), version, qos);
        try (Subscriber subscriber = mosquitto.subscribe(thing.topic(shadow + "#"))) {
            mosquitto.publish(
                    thing.topic(shadow + "update"), "{\"state\":{\"desired\":{\"led\":1}},\"clientToken\":\"t-1\"}");
            JsonNode accepted = first(subscriber, shadow + "update/accepted");
            assertThat(accepted.at("/state/desired/led").asInt()).isEqualTo(1);
            assertThat(accepted.path("version").asInt()).isEqualTo(1);
            assertThat(accepted.path("clientToken").asText()).isEqualTo("t-1");
            assertThat(first(subscriber, shadow + "update/documents")
                            .at("/current/state/desired/led")
                            .asInt())
                    .isEqualTo(1);
            assertThat(first(subscriber, shadow + "update/delta")
                            .at("/state/led")
                            .asInt())
                    .isEqualTo(1);

            mosquitto.publish(thing.topic(shadow + "get"), "");
            assertThat(first(subscriber, shadow + "get/accepted")
                            .at("/state/delta/led")
                            .asInt())
                    .isEqualTo(1);

            mosquitto.publish(thing.topic(shadow + "delete"), "");
            assertThat(first(subscriber, shadow + "delete/accepted")
                            .path("version")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            get                 | ''                                  | 404 | No shadow exists with name: '{thing}'  | tests against AWS
            delete              | ''                                  | 404 | No shadow exists with name: '{thing}'  | tests against AWS
            name/buttons/get    | ''                                  | 404 | No shadow exists with name: 'buttons'  | AWS tutorial on simShadow1
            name/buttons/delete | ''                                  | 404 | No shadow exists with name: 'buttons'  | AWS tutorial on simShadow1
            update              | {"state":{"reported":{}},"version":7} | 409 | Version conflict                     | device-shadow-error-messages
            name/buttons/update | {"state":{"reported":{}},"version":7} | 409 | Version conflict                     | device-shadow-error-messages
            update              | {"state":                           | 400 | Invalid JSON                           | device-shadow-error-messages
            update              | {}                                  | 400 | Missing required node: state           | device-shadow-error-messages
            update              | {"state":[]}                        | 400 | State node must be an object           | device-shadow-error-messages
            update              | {"state":{"desired":1}}             | 400 | Desired node must be an object         | device-shadow-error-messages
            update              | {"state":{"reported":1}}            | 400 | Reported node must be an object        | device-shadow-error-messages
            update              | {"state":{},"version":"1"}          | 400 | Invalid version                        | device-shadow-error-messages
            update              | {"state":{},"clientToken":1}        | 400 | Invalid clientToken                    | device-shadow-error-messages
            update              | {"state":{"other":{}}}              | 400 | State contains an invalid node         | device-shadow-error-messages
            update              | {"state":{"reported":{"a":[null]}}} | 400 | State contains an invalid node         | device-shadow-document
            update              | {"state":{"reported":{"a":{"b":{"c":{"d":{"e":{"f":{}}}}}}}}} | 400 | JSON contains too many levels of nesting; maximum is 6 | device-shadow-error-messages
            """)
    void a_refusal_is_told_in_the_words_of_aws(
            String request, String payload, int code, String message, String source) {
        Mosquitto mosquitto = new Mosquitto(cloud.endpoints().mqtt(), "mqttv311", 1);
        try (Subscriber subscriber = mosquitto.subscribe(thing.topic("#"))) {
            mosquitto.publish(thing.topic(request), payload);

            JsonNode rejected = first(subscriber, request + "/rejected");
            assertThat(rejected.path("code").asInt()).isEqualTo(code);
            assertThat(rejected.path("message").asText()).isEqualTo(message.replace("{thing}", thing.name()));
        }
    }

    @Test
    void a_document_that_is_too_large_is_refused() {
        Mosquitto mosquitto = new Mosquitto(cloud.endpoints().mqtt(), "mqttv5", 1);
        try (Subscriber subscriber = mosquitto.subscribe(thing.topic("update/rejected"))) {
            mosquitto.publish(
                    thing.topic("update"), "{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(9_000) + "\"}}}");

            JsonNode rejected = first(subscriber, "update/rejected");
            assertThat(rejected.path("code").asInt()).isEqualTo(413);
            assertThat(rejected.path("message").asText()).isEqualTo("The payload exceeds the maximum size allowed");
        }
    }

    @Test
    void what_the_broker_has_acknowledged_is_in_the_shadow() {
        for (int count = 1; count <= 5; count++) {
            String update = "{\"state\":{\"reported\":{\"count\":" + count + "}}}";

            assertThat(new Mosquitto(cloud.endpoints().mqtt(), "mqttv311", 1)
                            .publish(thing.topic("update"), update)
                            .exit())
                    .isZero();

            assertThat(thing.get().at("/state/reported/count").asInt()).isEqualTo(count);
        }
    }

    @Test
    void an_update_over_REST_is_told_to_subscribers() {
        Mosquitto mosquitto = new Mosquitto(cloud.endpoints().mqtt(), "mqttv5", 1);
        try (Subscriber subscriber =
                mosquitto.subscribe(thing.topic("update/documents"), thing.topic("update/delta"))) {
            thing.update("{\"state\":{\"desired\":{\"led\":1}}}");

            assertThat(first(subscriber, "update/documents")
                            .at("/current/version")
                            .asInt())
                    .isEqualTo(1);
            assertThat(first(subscriber, "update/delta").at("/state/led").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_last_will_does_not_change_a_shadow() {
        Mosquitto mosquitto = new Mosquitto(cloud.endpoints().mqtt(), "mqttv311", 1);
        thing.update("{\"state\":{\"reported\":{\"connected\":true}}}");
        String gone = "{\"state\":{\"reported\":{\"connected\":false}}}";
        try (Subscriber watcher = mosquitto.subscribe(thing.topic("update"), "lost/" + thing.name())) {
            Stream.of(thing.topic("update"), "lost/" + thing.name()).forEach(topic -> {
                try (Subscriber dying = mosquitto.subscribeWithWill("any", topic, gone)) {
                    dying.program().kill();
                    watcher.awaitFirst(topic);
                }
            });
        }

        assertThat(thing.get().path("version").asInt()).isEqualTo(1);
        assertThat(thing.get().at("/state/reported/connected").asBoolean()).isTrue();
    }

    private JsonNode first(Subscriber subscriber, String topic) {
        return subscriber.awaitFirst(thing.topic(topic)).json();
    }
}
