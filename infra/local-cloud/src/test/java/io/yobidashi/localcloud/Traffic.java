package io.yobidashi.localcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.sqs.Client;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Clients that use a cloud until it dies, and remember what it has answered with 200. */
final class Traffic {
    static final String SENDS = "yobidashi-acks";
    static final String DELETES = "yobidashi-resets";
    static final String MOVES = "moves";
    private static final int LONGEST_DELAY_SECONDS = 15;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Bodies with the moment before which none may be received. */
    final Map<String, Instant> sent = new ConcurrentHashMap<>();

    final Set<String> moving = ConcurrentHashMap.newKeySet();
    final Set<String> deleted = ConcurrentHashMap.newKeySet();
    /** The last answered change of each thing. */
    final Map<String, Change> changes = new ConcurrentHashMap<>();

    final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(Traffic::daemon);
    private final Clock clock = Clock.systemUTC();

    /** Uses the cloud from several threads; they end with it. */
    List<CompletableFuture<Void>> use(CloudProcess cloud) {
        Client sqs = Client.of(cloud.port("sqs"));
        IotDataPlaneClient iot = iot(cloud);
        String sends = sqs.queue(SENDS);
        String deletes = sqs.queue(DELETES);
        String moves = sqs.queue(MOVES);
        return List.of(
                repeat(() -> send(sqs, sends)),
                repeat(() -> sendLater(sqs, sends)),
                repeat(() -> sendTogether(sqs, sends)),
                repeat(() -> sendAndDelete(sqs, deletes)),
                repeat(() -> sendToMove(sqs, moves)),
                repeat(() -> change(iot, "sato")),
                repeat(() -> change(iot, "suzuki")));
    }

    static IotDataPlaneClient iot(CloudProcess cloud) {
        return IotDataPlaneClient.builder()
                .endpointOverride(URI.create("http://localhost:" + cloud.port("local-cloud")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(options -> options.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    static Change read(IotDataPlaneClient iot, String thing) {
        return change(iot.getThingShadow(request -> request.thingName(thing)).payload());
    }

    private static Thread daemon(Runnable use) {
        Thread thread = new Thread(use, "traffic");
        thread.setDaemon(true);
        return thread;
    }

    private CompletableFuture<Void> repeat(Runnable use) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        while (true) {
                            use.run();
                        }
                    } catch (SdkException gone) {
                        // What was not answered may or may not have happened.
                    }
                },
                threads);
    }

    private void send(Client sqs, String queue) {
        String body = "now " + numbers.incrementAndGet();
        Instant start = clock.instant();
        sqs.send(queue, body);
        note(() -> sent.put(body, start));
    }

    private void sendLater(Client sqs, String queue) {
        int number = numbers.incrementAndGet();
        int delay = 1 + number % LONGEST_DELAY_SECONDS;
        Instant due = clock.instant().plusSeconds(delay);
        sqs.sqs()
                .sendMessage(request ->
                        request.queueUrl(queue).messageBody("later " + number).delaySeconds(delay));
        note(() -> sent.put("later " + number, due));
    }

    private void sendTogether(Client sqs, String queue) {
        Instant start = clock.instant();
        List<String> bodies = IntStream.range(0, 5)
                .mapToObj(each -> "together " + numbers.incrementAndGet())
                .toList();
        sqs.sendTogether(queue, bodies);
        note(() -> bodies.forEach(body -> sent.put(body, start)));
    }

    private void sendAndDelete(Client sqs, String queue) {
        sqs.send(queue, "delete " + numbers.incrementAndGet());
        for (Message message : sqs.receive(queue, 1)) {
            sqs.delete(queue, message);
            note(() -> deleted.add(message.body()));
        }
    }

    /** Received twice in vain each: the second receive makes SQS move the messages of the first. */
    private void sendToMove(Client sqs, String queue) {
        String body = "move " + numbers.incrementAndGet();
        sqs.send(queue, body);
        note(() -> moving.add(body));
        sqs.receive(queue, 0);
    }

    private void change(IotDataPlaneClient iot, String thing) {
        long number = numbers.incrementAndGet();
        SdkBytes request = SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"number\":" + number + "}}}");
        Change change =
                change(iot.updateThingShadow(update -> update.thingName(thing).payload(request))
                        .payload());
        note(() -> changes.put(thing, change));
    }

    private void note(Runnable what) {
        what.run();
        answered.incrementAndGet();
    }

    private static Change change(SdkBytes shadow) {
        try {
            JsonNode json = JSON.readTree(shadow.asUtf8String());
            return new Change(
                    json.get("version").asLong(),
                    json.at("/state/reported/number").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number what was written; each write has a higher one */
    record Change(long version, long number) {}
}
