package io.yobidashi.localcloud.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.yobidashi.localcloud.Endpoints;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.Patience;
import io.yobidashi.localcloud.Threads;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** While hundreds misbehave on every port, official clients that try only once are served; afterwards all is as before. */
class CrowdTest {
    private static final int ROUNDS = 3;
    private static final int PER_ROUND = 320;
    private static final int UPDATES = 150;
    private static final int MESSAGES = 60;
    /** Connections and threads that the good clients and the garbage collector may still hold or have let go. */
    private static final int ABOUT = 40;

    private final UnixOperatingSystemMXBean system =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private LocalCloud cloud;
    private MqttPeer peer;
    private IotDataPlaneClient shadows;
    private SqsClient sqs;

    @BeforeEach
    void start() {
        Patience little = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withPatience(little));
        Endpoints at = cloud.endpoints();
        peer = new MqttPeer(at.mqtt());
        peer.subscribe("$aws/things/good/shadow/update/documents");
        shadows = tryingOnce(IotDataPlaneClient.builder(), at.http());
        sqs = tryingOnce(SqsClient.builder(), at.sqs());
    }

    @AfterEach
    void stop() {
        sqs.close();
        shadows.close();
        peer.close();
        cloud.close();
    }

    @Test
    void a_crowd_of_strangers_disturbs_nobody_and_leaves_nothing_behind() {
        update(0);
        assertThat(sendAndReceive(0)).isEqualTo("m0");
        long open = system.getOpenFileDescriptorCount();
        int threads = Thread.activeCount();

        CompletableFuture<Void> crowd = CompletableFuture.runAsync(this::misbehave, Threads.ONE_FOR_EACH);
        CompletableFuture<List<String>> messages = CompletableFuture.supplyAsync(
                () -> IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(this::sendAndReceive)
                        .toList(),
                Threads.ONE_FOR_EACH);
        IntStream.rangeClosed(1, UPDATES).forEach(this::update);

        assertThat(messages.orTimeout(60, TimeUnit.SECONDS).join())
                .isEqualTo(IntStream.rangeClosed(1, MESSAGES)
                        .mapToObj(number -> "m" + number)
                        .toList());
        assertThat(peer.awaitAll("$aws/things/good/shadow/update/documents", UPDATES + 1))
                .extracting(told -> told.at("/current/state/reported/n").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, UPDATES).boxed().toList());
        crowd.orTimeout(90, TimeUnit.SECONDS).join();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(system.getOpenFileDescriptorCount()).isLessThan(open + ABOUT);
            assertThat(Thread.activeCount()).isLessThan(threads + ABOUT);
        });
    }

    private void update(int number) {
        SdkBytes document = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"n\":" + number + "}}}");
        shadows.updateThingShadow(request -> request.thingName("good").payload(document));
    }

    private String sendAndReceive(int number) {
        String queue = cloud.endpoints().sqs() + "/000000000000/yobidashi-acks";
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("m" + number));
        Message message = sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(10))
                .messages()
                .get(0);
        sqs.deleteMessage(DeleteMessageRequest.builder()
                .queueUrl(queue)
                .receiptHandle(message.receiptHandle())
                .build());
        return message.body();
    }

    /** All of a round are there at once; each stays until it is cut off. */
    private void misbehave() {
        List<Line> crowd = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (int guest = 0; guest < PER_ROUND; guest++) {
                    crowd.add(guest(guest));
                }
                for (Line line : crowd) {
                    line.hearToTheEnd();
                    line.close();
                }
                crowd.clear();
            }
        } catch (IOException e) {
            throw new AssertionError("Somebody was not cut off", e);
        }
    }

    private Line guest(int number) throws IOException {
        Endpoints at = cloud.endpoints();
        URI server = List.of(at.http(), at.sqs(), at.mqtt(), at.mqttWebSocket()).get(number % 4);
        List<byte[]> words = number % 4 < 2 ? requests() : packets();
        return new Line(server).say(words.get(number / 4 % words.size()));
    }

    private static List<byte[]> requests() {
        String json = "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AmazonSQS.";
        return Stream.of(
                        "",
                        "GET / HT",
                        "POST /things/good/shadow HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{",
                        "GET /things/%zz/shadow HTTP/1.1\r\nHost: x\r\n\r\n",
                        "POST /topics/%00 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx",
                        "POST /things/good/shadow HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"
                                + "x".repeat(200_000),
                        json + "NoSuchAction\r\nContent-Length: 2\r\n\r\n{}",
                        json + "SendMessage\r\nContent-Length: 1\r\n\r\n{",
                        "GET / HTTP/1.1\r\nX-A: " + "x".repeat(100_000))
                .map(Line::ascii)
                .toList();
    }

    private static List<byte[]> packets() {
        return List.of(
                new byte[0],
                Packet.raw("10 ff ff ff 7f"),
                Packet.raw("30 ff ff ff ff 01"),
                Line.ascii("GET / HTTP/1.1\r\n"),
                Packet.connect(9, "c"),
                Packet.publish(4, 0x30, "a", 200_000));
    }

    private static <B extends AwsClientBuilder<B, C>, C> C tryingOnce(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(options -> options.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
