package io.yobidashi.localcloud.iot;

import static io.yobidashi.localcloud.iot.RecordingPublisher.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.crt.mqtt.MqttClient;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.MqttConnectionConfig;
import software.amazon.awssdk.crt.mqtt.MqttMessage;
import software.amazon.awssdk.crt.mqtt.QualityOfService;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** Both doors of the shadow service, driven with the clients of AWS over real sockets. Each test has its own thing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviceShadowTest {
    private LocalCloud cloud;
    private String thing;
    private IotDataPlaneClient iot;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        iot = IotDataPlaneClient.builder()
                .endpointOverride(cloud.endpoints().http())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @BeforeEach
    void takeAFreshThing() {
        thing = "thing-" + UUID.randomUUID();
    }

    @AfterAll
    void stop() {
        iot.close();
        cloud.close();
    }

    @Test
    void an_update_over_REST_is_answered_with_what_was_accepted() {
        JsonNode accepted = update("{\"state\":{\"reported\":{\"schema\":1}},\"clientToken\":\"t\"}");

        assertThat(accepted.at("/state/reported/schema").asInt()).isEqualTo(1);
        assertThat(accepted.at("/version").asLong()).isEqualTo(1);
        assertThat(accepted.at("/clientToken").asText()).isEqualTo("t");
        assertThat(accepted.at("/metadata/reported/schema/timestamp").asLong())
                .isEqualTo(accepted.at("/timestamp").asLong());
        assertThat(get().at("/state/reported/schema").asInt()).isEqualTo(1);
    }

    @Test
    void the_sdk_sees_the_exceptions_of_aws() {
        String tooMuch = "{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(9_000) + "\"}}}";

        assertThatThrownBy(this::get)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("No shadow exists with name: '" + thing + "'");
        update("{\"state\":{\"reported\":{\"schema\":1}}}");
        assertThatThrownBy(() -> update("{\"state\":{},\"version\":7}"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Version conflict");
        assertThatThrownBy(() -> update("{}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Missing required node: state");
        assertThatThrownBy(() -> update(tooMuch)).isInstanceOf(RequestEntityTooLargeException.class);
    }

    @Test
    void of_many_writers_with_the_same_version_one_wins() {
        update("{\"state\":{\"reported\":{\"schema\":1}}}");

        List<CompletableFuture<Boolean>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> wins(writer)))
                .toList();

        assertThat(writers.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(get().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void a_named_shadow_lives_beside_the_classic_one_until_it_is_deleted() {
        SdkBytes battery = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"battery\":0.75}}}");
        iot.updateThingShadow(
                request -> request.thingName(thing).shadowName("buttons").payload(battery));

        assertThatThrownBy(this::get).isInstanceOf(ResourceNotFoundException.class);
        assertThat(iot.getThingShadow(request -> request.thingName(thing).shadowName("buttons"))
                        .payload()
                        .asUtf8String())
                .contains("0.75");
        iot.deleteThingShadow(request -> request.thingName(thing).shadowName("buttons"));
        assertThatThrownBy(() ->
                        iot.getThingShadow(request -> request.thingName(thing).shadowName("buttons")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("'buttons'");
    }

    @Test
    void updates_over_REST_reach_subscribers_in_the_order_of_their_versions() {
        try (MqttPeer subscriber = new MqttPeer(cloud.endpoints().mqtt())) {
            subscriber.subscribe("$aws/things/+/shadow/update/documents");

            Stream.of(1, 2, 3, 4)
                    .map(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                            .forEach(count -> update("{\"state\":{\"reported\":{\"a\":" + count + "}}}"))))
                    .toList()
                    .forEach(CompletableFuture::join);

            List<JsonNode> documents = subscriber.awaitAll(topic("update/documents"), 100);
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
            peer.subscribe(topic("update/+"));

            peer.publish(topic("update"), "{\"state\":{\"reported\":{\"a\":1}},\"clientToken\":\"t\"}");

            assertThat(get().at("/state/reported/a").asInt()).isEqualTo(1);
            assertThat(peer.await1(topic("update/accepted")).path("clientToken").asText())
                    .isEqualTo("t");
            assertThat(peer.await1(topic("update/documents"))
                            .at("/current/state/reported/a")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_refused_update_over_MQTT_is_told_on_rejected() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe(topic("update/rejected"));

            peer.publish(topic("update"), "{\"state\":{},\"version\":3,\"clientToken\":\"t\"}");

            assertThat(peer.await1(topic("update/rejected")))
                    .isEqualTo(json("{\"code\":409,\"message\":\"Version conflict\",\"clientToken\":\"t\"}"));
        }
    }

    @Test
    void get_and_delete_are_answered_over_MQTT() {
        update("{\"state\":{\"desired\":{\"a\":1}}}");
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe(topic("get/+"));
            peer.subscribe(topic("delete/accepted"));

            peer.publish(topic("get"), "");
            assertThat(peer.await1(topic("get/accepted")).at("/state/delta/a").asInt())
                    .isEqualTo(1);
            peer.publish(topic("delete"), "");
            assertThat(peer.await1(topic("delete/accepted")).path("version").asLong())
                    .isEqualTo(1);
            peer.publish(topic("get"), "{\"clientToken\":\"t\"}");
            assertThat(peer.await1(topic("get/rejected")).path("code").asInt()).isEqualTo(404);
        }
    }

    @Test
    void a_named_shadow_is_served_over_MQTT_through_a_WebSocket() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqttWebSocket())) {
            peer.subscribe(topic("name/buttons/update/+"));

            peer.publish(topic("name/buttons/update"), "{\"state\":{\"desired\":{\"a\":1}}}");

            assertThat(peer.await1(topic("name/buttons/update/delta"))
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
                        .subscribe(topic("update/accepted"), QualityOfService.AT_LEAST_ONCE, accepted::complete)
                        .get(10, TimeUnit.SECONDS);
                connection
                        .publish(new MqttMessage(topic("update"), request, QualityOfService.AT_LEAST_ONCE))
                        .get(10, TimeUnit.SECONDS);

                assertThat(new String(accepted.get(10, TimeUnit.SECONDS).getPayload(), StandardCharsets.UTF_8))
                        .contains("\"version\":1");
                connection.disconnect().get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_message_to_a_topic_over_REST_reaches_subscribers() {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe("iotbutton/+");

            iot.publish(request -> request.topic("iotbutton/" + thing)
                    .qos(1)
                    .payload(SdkBytes.fromUtf8String("{\"clickType\":\"SINGLE\"}")));

            assertThat(peer.await1("iotbutton/" + thing).path("clickType").asText())
                    .isEqualTo("SINGLE");
        }
    }

    @Test
    void a_topic_with_a_wildcard_is_refused() {
        assertThatThrownBy(() -> iot.publish(request -> request.topic("iotbutton/#")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private boolean wins(int writer) {
        try {
            update("{\"state\":{\"reported\":{\"by\":" + writer + "}},\"version\":1}");
            return true;
        } catch (ConflictException lost) {
            return false;
        }
    }

    private JsonNode update(String body) {
        SdkBytes payload = SdkBytes.fromUtf8String(body);
        return json(iot.updateThingShadow(request -> request.thingName(thing).payload(payload))
                .payload()
                .asUtf8String());
    }

    private JsonNode get() {
        return json(iot.getThingShadow(request -> request.thingName(thing))
                .payload()
                .asUtf8String());
    }

    private String topic(String rest) {
        return "$aws/things/" + thing + "/shadow/" + rest;
    }
}
