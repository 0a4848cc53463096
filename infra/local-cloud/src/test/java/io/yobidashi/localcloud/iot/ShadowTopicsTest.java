package io.yobidashi.localcloud.iot;

import static io.yobidashi.localcloud.iot.RecordingPublisher.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.Threads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.crt.mqtt.MqttClient;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.MqttConnectionConfig;
import software.amazon.awssdk.crt.mqtt.MqttMessage;
import software.amazon.awssdk.crt.mqtt.QualityOfService;

/** The MQTT door, driven with the MQTT clients of the AWS IoT Device SDK over real sockets. */
class ShadowTopicsTest extends ThingTest {

    @Test
    void updates_over_REST_reach_subscribers_in_the_order_of_their_versions() {
        try (MqttPeer subscriber = new MqttPeer(cloud.endpoints().mqtt())) {
            subscriber.subscribe("$aws/things/+/shadow/update/documents");

            Stream.of(1, 2, 3, 4)
                    .map(writer -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, 25)
                                    .forEach(count -> thing.update("{\"state\":{\"reported\":{\"a\":" + count + "}}}")),
                            Threads.ONE_FOR_EACH))
                    .toList()
                    .forEach(CompletableFuture::join);

            List<JsonNode> documents = subscriber.awaitAll(thing.topic("update/documents"), 100);
            assertThat(documents.stream()
                            .map(document -> document.at("/current/version").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 100).boxed().toList());
            assertThat(documents.stream()
                            .map(document -> document.at("/previous/version").asLong()))
                    .startsWith(0L, 1L, 2L);
        }
    }

    @Test
    void an_update_over_MQTT_is_in_the_shadow_before_it_is_acknowledged() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe(thing.topic("update/+"));

            peer.publish(thing.topic("update"), "{\"state\":{\"reported\":{\"a\":1}},\"clientToken\":\"t\"}");

            assertThat(thing.get().at("/state/reported/a").asInt()).isEqualTo(1);
            assertThat(peer.awaitFirst(thing.topic("update/accepted"))
                            .path("clientToken")
                            .asText())
                    .isEqualTo("t");
            assertThat(peer.awaitFirst(thing.topic("update/documents"))
                            .at("/current/state/reported/a")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_refused_update_over_MQTT_is_told_on_rejected() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe(thing.topic("update/rejected"));

            peer.publish(thing.topic("update"), "{\"state\":{},\"version\":3,\"clientToken\":\"t\"}");

            assertThat(peer.awaitFirst(thing.topic("update/rejected")))
                    .isEqualTo(json("{\"code\":409,\"message\":\"Version conflict\",\"clientToken\":\"t\"}"));
        }
    }

    @Test
    void get_and_delete_are_answered_over_MQTT() {
        thing.update("{\"state\":{\"desired\":{\"a\":1}}}");
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe(thing.topic("get/+"));
            peer.subscribe(thing.topic("delete/accepted"));

            peer.publish(thing.topic("get"), "");
            assertThat(peer.awaitFirst(thing.topic("get/accepted"))
                            .at("/state/delta/a")
                            .asInt())
                    .isEqualTo(1);
            peer.publish(thing.topic("delete"), "");
            assertThat(peer.awaitFirst(thing.topic("delete/accepted"))
                            .path("version")
                            .asLong())
                    .isEqualTo(1);
            peer.publish(thing.topic("get"), "{\"clientToken\":\"t\"}");
            assertThat(peer.awaitFirst(thing.topic("get/rejected")).path("code").asInt())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_named_shadow_is_served_over_MQTT_through_a_WebSocket() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqttWebSocket())) {
            peer.subscribe(thing.topic("name/buttons/update/+"));

            peer.publish(thing.topic("name/buttons/update"), "{\"state\":{\"desired\":{\"a\":1}}}");

            assertThat(peer.awaitFirst(thing.topic("name/buttons/update/delta"))
                            .at("/state/a")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_client_of_MQTT_3_is_served_too() throws Exception {
        CompletableFuture<MqttMessage> accepted = new CompletableFuture<>();
        byte[] request = "{\"state\":{\"reported\":{\"a\":1}}}".getBytes(StandardCharsets.UTF_8);
        try (MqttClient mqtt3 = new MqttClient();
                MqttConnectionConfig config = new MqttConnectionConfig()) {
            config.setMqttClient(mqtt3);
            config.setClientId("mqtt3");
            config.setEndpoint("localhost");
            config.setPort(cloud.endpoints().mqtt().getPort());
            try (MqttClientConnection connection = new MqttClientConnection(config)) {
                connection.connect().get(10, TimeUnit.SECONDS);
                connection
                        .subscribe(thing.topic("update/accepted"), QualityOfService.AT_LEAST_ONCE, accepted::complete)
                        .get(10, TimeUnit.SECONDS);
                connection
                        .publish(new MqttMessage(thing.topic("update"), request, QualityOfService.AT_LEAST_ONCE))
                        .get(10, TimeUnit.SECONDS);

                assertThat(new String(accepted.get(10, TimeUnit.SECONDS).getPayload(), StandardCharsets.UTF_8))
                        .contains("\"version\":1");
                connection.disconnect().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void whoever_hears_all_topics_hears_of_shadows_only_while_subscribed_to_them() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt());
                MqttPeer witness = new MqttPeer(cloud.endpoints().mqtt())) {
            witness.subscribe(thing.topic("update/documents"));
            peer.subscribe("#");
            peer.subscribe("$aws/things/+/shadow/#");
            thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
            peer.awaitFirst(thing.topic("update/documents"));

            peer.unsubscribe("$aws/things/+/shadow/#");
            thing.update("{\"state\":{\"reported\":{\"a\":2}}}");
            witness.awaitAll(thing.topic("update/documents"), 2);
            peer.publish("after/" + thing.name(), "{}");
            peer.awaitFirst("after/" + thing.name());

            assertThat(peer.awaitAll(thing.topic("update/documents"), 1)).hasSize(1);
        }
    }

    @Test
    void a_message_to_a_topic_over_REST_reaches_subscribers() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe("iotbutton/+");

            thing.iot().publish(request -> request.topic("iotbutton/" + thing.name())
                    .qos(1)
                    .payload(SdkBytes.fromUtf8String("{\"clickType\":\"SINGLE\"}")));

            assertThat(peer.awaitFirst("iotbutton/" + thing.name())
                            .path("clickType")
                            .asText())
                    .isEqualTo("SINGLE");
        }
    }

    @Test
    void a_subscriber_that_comes_back_with_the_broker_sees_the_next_update() {
        try (MqttPeer subscriber = new MqttPeer(cloud.endpoints().mqtt())) {
            cloud.stopBroker();
            subscriber.awaitDisconnected();
            thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
            cloud.startBroker();
            subscriber.awaitConnected();
            subscriber.subscribe(thing.topic("update/documents"));

            thing.update("{\"state\":{\"reported\":{\"a\":2}}}");

            JsonNode document = subscriber.awaitFirst(thing.topic("update/documents"));
            assertThat(document.at("/previous/state/reported/a").asInt()).isEqualTo(1);
            assertThat(document.at("/current/version").asLong()).isEqualTo(2);
        }
    }
}
