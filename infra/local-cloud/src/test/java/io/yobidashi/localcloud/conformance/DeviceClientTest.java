package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.iot.ThingTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.crt.iot.StreamingOperation;
import software.amazon.awssdk.crt.iot.SubscriptionStatusEventType;
import software.amazon.awssdk.iot.V2ClientStreamOptions;
import software.amazon.awssdk.iot.iotshadow.model.DeleteNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.DeleteShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.GetNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.GetShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.NamedShadowDeltaUpdatedSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.ShadowDeltaUpdatedEvent;
import software.amazon.awssdk.iot.iotshadow.model.ShadowState;
import software.amazon.awssdk.iot.iotshadow.model.ShadowUpdatedEvent;
import software.amazon.awssdk.iot.iotshadow.model.ShadowUpdatedSubscriptionRequest;
import software.amazon.awssdk.iot.iotshadow.model.UpdateNamedShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.UpdateShadowRequest;
import software.amazon.awssdk.iot.iotshadow.model.UpdateShadowResponse;
import software.amazon.awssdk.iot.iotshadow.model.V2ErrorResponseException;

/** The shadow service as the shadow client of the AWS IoT Device SDK uses it, on each road that it can take. */
@Timeout(60)
class DeviceClientTest extends ThingTest {

    @ParameterizedTest
    @EnumSource(DeviceRoad.class)
    void the_classic_shadow_is_updated_read_and_deleted(DeviceRoad road) {
        try (DeviceRoad.Device device = road.connect(cloud.endpoints())) {
            UpdateShadowResponse updated = done(device.shadows().updateShadow(update(Map.of("led", "on"))));
            assertThat(updated.version).isEqualTo(1);
            assertThat(updated.state.desired).containsEntry("led", "on");
            assertThat(updated.timestamp).isNotNull();

            GetShadowRequest get = new GetShadowRequest();
            get.thingName = thing.name();
            assertThat(done(device.shadows().getShadow(get)).state.delta).containsEntry("led", "on");

            DeleteShadowRequest delete = new DeleteShadowRequest();
            delete.thingName = thing.name();
            assertThat(done(device.shadows().deleteShadow(delete)).version).isEqualTo(1);
            assertRefused(404, "No shadow exists with name: '" + thing.name() + "'", () -> device.shadows()
                    .getShadow(get));
            assertRefused(404, "No shadow exists with name: '" + thing.name() + "'", () -> device.shadows()
                    .deleteShadow(delete));
        }
    }

    @ParameterizedTest
    @EnumSource(DeviceRoad.class)
    void a_named_shadow_is_updated_read_and_deleted(DeviceRoad road) {
        try (DeviceRoad.Device device = road.connect(cloud.endpoints())) {
            UpdateNamedShadowRequest update = new UpdateNamedShadowRequest();
            update.thingName = thing.name();
            update.shadowName = "buttons";
            update.state = new ShadowState();
            update.state.reported = new HashMap<>(Map.of("battery", 0.75));
            assertThat(done(device.shadows().updateNamedShadow(update)).version).isEqualTo(1);

            GetNamedShadowRequest get = new GetNamedShadowRequest();
            get.thingName = thing.name();
            get.shadowName = "buttons";
            assertThat(done(device.shadows().getNamedShadow(get)).state.reported)
                    .containsEntry("battery", 0.75);

            DeleteNamedShadowRequest delete = new DeleteNamedShadowRequest();
            delete.thingName = thing.name();
            delete.shadowName = "buttons";
            assertThat(done(device.shadows().deleteNamedShadow(delete)).version).isEqualTo(1);
            assertRefused(404, "No shadow exists with name: 'buttons'", () -> device.shadows()
                    .getNamedShadow(get));
        }
    }

    @Test
    void a_refused_update_tells_code_and_text() {
        try (DeviceRoad.Device device = DeviceRoad.MQTT5.connect(cloud.endpoints())) {
            UpdateShadowRequest stale = update(Map.of("led", "on"));
            stale.version = 7;
            UpdateShadowRequest tooLarge = update(Map.of("a", "x".repeat(9_000)));

            assertRefused(409, "Version conflict", () -> device.shadows().updateShadow(stale));
            assertRefused(413, "The payload exceeds the maximum size allowed", () -> device.shadows()
                    .updateShadow(tooLarge));
        }
    }

    @ParameterizedTest
    @EnumSource(DeviceRoad.class)
    void updates_over_REST_come_through_the_streams(DeviceRoad road) {
        List<ShadowUpdatedEvent> updates = new CopyOnWriteArrayList<>();
        ShadowUpdatedSubscriptionRequest request = new ShadowUpdatedSubscriptionRequest();
        request.thingName = thing.name();
        try (DeviceRoad.Device device = road.connect(cloud.endpoints());
                StreamingOperation stream =
                        open(updates, options -> device.shadows().createShadowUpdatedStream(request, options))) {
            thing.update("{\"state\":{\"reported\":{\"a\":1}}}");
            thing.update("{\"state\":{\"reported\":{\"a\":2}}}");

            await().until(() -> updates.size() == 2);
            assertThat(stream).isNotNull();
            assertThat(updates).extracting(event -> event.current.version).containsExactly(1, 2);
            assertThat(updates.get(1).previous.state.reported).containsEntry("a", 1.0);
        }
    }

    @Test
    void the_delta_of_a_named_shadow_comes_through_its_stream() {
        List<ShadowDeltaUpdatedEvent> deltas = new CopyOnWriteArrayList<>();
        NamedShadowDeltaUpdatedSubscriptionRequest request = new NamedShadowDeltaUpdatedSubscriptionRequest();
        request.thingName = thing.name();
        request.shadowName = "buttons";
        UpdateNamedShadowRequest update = new UpdateNamedShadowRequest();
        update.thingName = thing.name();
        update.shadowName = "buttons";
        update.state = new ShadowState();
        update.state.desired = new HashMap<>(Map.of("led", "on"));
        try (DeviceRoad.Device device = DeviceRoad.MQTT5.connect(cloud.endpoints());
                StreamingOperation stream = open(
                        deltas, options -> device.shadows().createNamedShadowDeltaUpdatedStream(request, options))) {
            done(device.shadows().updateNamedShadow(update));

            await().until(() -> !deltas.isEmpty());
            assertThat(stream).isNotNull();
            assertThat(deltas.get(0).state).containsEntry("led", "on");
            assertThat(deltas.get(0).version).isEqualTo(1);
        }
    }

    private UpdateShadowRequest update(Map<String, Object> desired) {
        UpdateShadowRequest update = new UpdateShadowRequest();
        update.thingName = thing.name();
        update.state = new ShadowState();
        update.state.desired = new HashMap<>(desired);
        return update;
    }

    /** Waits until the stream is subscribed. */
    private static <T> StreamingOperation open(List<T> events, StreamOpener<T> opener) {
        CompletableFuture<Void> subscribed = new CompletableFuture<>();
        StreamingOperation stream = opener.open(V2ClientStreamOptions.<T>builder()
                .withStreamEventHandler(events::add)
                .withSubscriptionEventHandler(event -> {
                    if (event.getType() == SubscriptionStatusEventType.SUBSCRIPTION_ESTABLISHED) {
                        subscribed.complete(null);
                    }
                })
                .build());
        stream.open();
        done(subscribed);
        return stream;
    }

    private static void assertRefused(int code, String message, Refused call) {
        assertThatThrownBy(() -> done(call.send()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(V2ErrorResponseException.class, refusal -> {
                    assertThat(refusal.getModeledError().code).isEqualTo(code);
                    assertThat(refusal.getModeledError().message).isEqualTo(message);
                });
    }

    private static <T> T done(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @FunctionalInterface
    private interface StreamOpener<T> {
        StreamingOperation open(V2ClientStreamOptions<T> options);
    }

    @FunctionalInterface
    private interface Refused {
        CompletableFuture<?> send();
    }
}
