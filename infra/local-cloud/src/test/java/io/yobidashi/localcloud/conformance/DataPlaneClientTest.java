package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.iot.MqttPeer;
import io.yobidashi.localcloud.iot.ThingTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.DeleteThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.iotdataplane.model.ListNamedShadowsForThingResponse;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.UnsupportedDocumentEncodingException;

/** The data plane as {@code IotDataPlaneClient} of the AWS SDK sees it. */
@Timeout(60)
class DataPlaneClientTest extends ThingTest {
    private final MovableClock clock = new MovableClock(Instant.ofEpochSecond(1_795_392_000));

    @Override
    protected LocalCloudConfig config() {
        return LocalCloudConfig.ephemeral().withClock(clock);
    }

    @Test
    void each_refusal_is_the_exception_of_its_name() {
        thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
        SdkBytes latin = SdkBytes.fromByteArray(new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});

        assertRefused(ConflictException.class, 409, () -> thing.update("{\"state\":{},\"version\":7}"));
        assertRefused(InvalidRequestException.class, 400, () -> thing.update("{\"state\":3}"));
        assertRefused(RequestEntityTooLargeException.class, 413, () -> thing.update(documentOf(9_000)));
        assertRefused(RequestEntityTooLargeException.class, 413, () -> thing.update(documentOf(200_000)));
        assertRefused(ResourceNotFoundException.class, 404, () -> named("none"));
        assertRefused(InvalidRequestException.class, 400, () -> named("n".repeat(65)));
        assertRefused(UnsupportedDocumentEncodingException.class, 415, () -> thing.iot()
                .updateThingShadow(request -> request.thingName(thing.name()).payload(latin)));
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource(textBlock = """
            thing,  128, 404, service model ThingName
            thing,  129, 400, service model ThingName
            shadow,  64, 404, service model ShadowName
            shadow,  65, 400, service model ShadowName
            """)
    void names_have_a_length(String what, int length, int status, String source) {
        GetThingShadowRequest.Builder request =
                GetThingShadowRequest.builder().thingName(what.equals("thing") ? "t".repeat(length) : thing.name());
        if (what.equals("shadow")) {
            request.shadowName("$".repeat(length));
        }

        assertRefused(IotDataPlaneException.class, status, () -> thing.iot().getThingShadow(request.build()));
    }

    @Test
    void named_shadows_are_listed_in_pages_without_the_classic_one() {
        thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
        IntStream.rangeClosed(1, 5).forEach(number -> updateNamed("s" + number));
        thing.iot().deleteThingShadow(request -> request.thingName(thing.name()).shadowName("s3"));

        ListNamedShadowsForThingResponse first = thing.iot()
                .listNamedShadowsForThing(
                        request -> request.thingName(thing.name()).pageSize(3));
        ListNamedShadowsForThingResponse second = thing.iot()
                .listNamedShadowsForThing(
                        request -> request.thingName(thing.name()).pageSize(3).nextToken(first.nextToken()));

        assertThat(first.results()).containsExactly("s1", "s2", "s4");
        assertThat(first.timestamp()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(second.results()).containsExactly("s5");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void a_thing_without_named_shadows_has_an_empty_list() {
        assertThat(thing.iot()
                        .listNamedShadowsForThing(request -> request.thingName(thing.name()))
                        .results())
                .isEmpty();
    }

    @Test
    void a_deleted_shadow_is_answered_with_its_last_version_which_is_remembered_for_48_hours() {
        thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
        thing.update("{\"state\":{\"reported\":{\"a\":2}}}");

        String deleted = thing.iot().deleteThingShadow(this::fresh).payload().asUtf8String();
        assertThat(deleted)
                .isEqualTo("{\"version\":2,\"timestamp\":" + clock.instant().getEpochSecond() + "}");
        assertRefused(ResourceNotFoundException.class, 404, () -> thing.iot().deleteThingShadow(this::fresh));

        clock.advance(Duration.ofHours(47));
        assertThat(thing.update("{\"state\":{\"reported\":{\"a\":1}}}")
                        .path("version")
                        .asLong())
                .isEqualTo(3);
        thing.iot().deleteThingShadow(this::fresh);
        clock.advance(Duration.ofHours(48));
        assertThat(thing.update("{\"state\":{\"reported\":{\"a\":1}}}")
                        .path("version")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_message_to_a_shadow_topic_is_a_request_to_the_shadow() {
        publish(thing.topic("update"), "{\"state\":{\"desired\":{\"a\":1}}}", false);

        assertThat(thing.get().at("/state/delta/a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$aws2/x", "$SYS/a", "a/+/b", "a/#"})
    void a_topic_that_is_not_open_is_refused(String topic) {
        assertRefused(InvalidRequestException.class, 400, () -> publish(topic, "{}", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain/topic", "/first/level/empty", "呼び出し/受付", "a b&c=d?e%2F"})
    void any_other_topic_arrives_as_it_was_sent(String topic) {
        try (MqttPeer peer = new MqttPeer(cloud.endpoints().mqtt())) {
            peer.subscribe("#");

            publish(topic, "{\"sent\":1}", false);

            assertThat(peer.awaitFirst(topic).path("sent").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_retained_message_over_REST_reaches_a_later_subscriber_of_exactly_its_topic() {
        publish("kept/" + thing.name(), "{\"kept\":1}", true);
        publish("kept/" + thing.name() + "/not", "{\"kept\":2}", false);

        try (MqttPeer later = new MqttPeer(cloud.endpoints().mqtt())) {
            later.subscribe("kept/" + thing.name() + "/not");
            later.subscribe("kept/" + thing.name());

            JsonNode kept = later.awaitFirst("kept/" + thing.name());
            assertThat(kept.path("kept").asInt()).isEqualTo(1);
            assertThat(later.awaitAll("kept/" + thing.name() + "/not", 0)).isEqualTo(List.of());
        }
    }

    private void publish(String topic, String payload, boolean retain) {
        thing.iot()
                .publish(request ->
                        request.topic(topic).qos(1).retain(retain).payload(SdkBytes.fromUtf8String(payload)));
    }

    private void fresh(DeleteThingShadowRequest.Builder request) {
        request.thingName(thing.name());
    }

    private void named(String shadow) {
        thing.iot().getThingShadow(request -> request.thingName(thing.name()).shadowName(shadow));
    }

    private void updateNamed(String shadow) {
        SdkBytes state = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"a\":1}}}");
        thing.iot()
                .updateThingShadow(request ->
                        request.thingName(thing.name()).shadowName(shadow).payload(state));
    }

    private static String documentOf(int bytes) {
        return "{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(bytes) + "\"}}}";
    }

    private static void assertRefused(Class<? extends IotDataPlaneException> type, int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(type, refusal -> assertThat(refusal.statusCode())
                .isEqualTo(status));
    }
}
