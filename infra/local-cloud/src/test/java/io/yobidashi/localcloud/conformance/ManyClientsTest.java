package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Endpoints;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.iot.FreshThing;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients of the AWS IoT Device SDK that follow all shadows, while others write on both roads. */
@Timeout(120)
class ManyClientsTest {
    private static final int CLIENTS = 50;
    private static final int UPDATES_OF_EACH_WRITER = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(10);
    private LocalCloud cloud;

    @BeforeEach
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterEach
    void stop() {
        cloud.close();
        threads.shutdownNow();
    }

    @Test
    void everybody_hears_of_every_version_in_order() {
        List<MqttPeer> followers =
                all(IntStream.range(0, CLIENTS).mapToObj(this::follower).toList());
        try (FreshThing first = FreshThing.at(cloud.endpoints().http());
                FreshThing second = FreshThing.at(cloud.endpoints().http());
                MqttPeer device = new MqttPeer(cloud.endpoints().mqtt())) {
            all(List.of(
                    writer(first::update),
                    writer(second::update),
                    writer(body -> device.publish(first.topic("update"), body)),
                    writer(body -> device.publish(second.topic("update"), body))));

            for (MqttPeer follower : followers) {
                assertHeardAll(follower, first);
                assertHeardAll(follower, second);
            }
        } finally {
            all(followers.stream()
                    .map(follower -> CompletableFuture.runAsync(follower::close, threads))
                    .toList());
        }
    }

    /** Every second one comes over WebSocket. */
    private CompletableFuture<MqttPeer> follower(int number) {
        Endpoints endpoints = cloud.endpoints();
        return CompletableFuture.supplyAsync(
                () -> {
                    MqttPeer peer = new MqttPeer(number % 2 == 0 ? endpoints.mqtt() : endpoints.mqttWebSocket());
                    peer.subscribe("$aws/things/+/shadow/update/documents");
                    return peer;
                },
                threads);
    }

    private CompletableFuture<Void> writer(Consumer<String> update) {
        return CompletableFuture.runAsync(
                () -> IntStream.range(0, UPDATES_OF_EACH_WRITER)
                        .forEach(count -> update.accept("{\"state\":{\"reported\":{\"count\":" + count + "}}}")),
                threads);
    }

    private static void assertHeardAll(MqttPeer follower, FreshThing thing) {
        int versions = 2 * UPDATES_OF_EACH_WRITER;
        assertThat(follower.awaitAll(thing.topic("update/documents"), versions))
                .extracting(document -> document.at("/current/version").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions).boxed().toList());
    }

    private static <T> List<T> all(List<CompletableFuture<T>> futures) {
        return futures.stream()
                .map(future -> future.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }
}
