package io.yobidashi.localcloud.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line clients of Eclipse Mosquitto.
 *
 * @param version as they take it: {@code mqttv311} or {@code mqttv5}
 */
record Mosquitto(URI broker, String version, int qos) {
    private static final Path PUBLISHER = Path.of("/usr/bin/mosquitto_pub");
    private static final Path SUBSCRIBER = Path.of("/usr/bin/mosquitto_sub");
    /** A bound for a client that nobody ends. */
    private static final String LONGEST_SECONDS = "60";

    private static final String MARK = "message";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static void assumeInstalled() {
        Program.assumeInstalled(PUBLISHER);
        Program.assumeInstalled(SUBSCRIBER);
    }

    Program.Outcome publish(String topic, String payload, String... more) {
        List<String> command = command(List.of(PUBLISHER.toString(), "-t", topic, "-m", payload));
        command.addAll(List.of(more));
        return Program.run(command, Map.of());
    }

    /** A client that stays; returns once its subscription is acknowledged. */
    Subscriber subscribe(String... filters) {
        return acknowledged(start(LONGEST_SECONDS, List.of(), filters));
    }

    /** The same, with a last will for its end without goodbye. */
    Subscriber subscribeWithWill(String filter, String topic, String payload) {
        return acknowledged(start(LONGEST_SECONDS, List.of("--will-topic", topic, "--will-payload", payload), filter));
    }

    /** The same, with a session that goes on after it and that the next client of that name takes up. */
    Subscriber resume(String client, String... filters) {
        return acknowledged(start(LONGEST_SECONDS, List.of("--id", client, "--disable-clean-session"), filters));
    }

    /** Whether a subscription is acknowledged within a second. */
    boolean maySubscribe(String... filters) {
        try (Subscriber subscriber = start("1", List.of(), filters)) {
            subscriber.program.outcome();
            return subscriber.acknowledged();
        }
    }

    private static Subscriber acknowledged(Subscriber subscriber) {
        await().atMost(PATIENCE).until(subscriber::acknowledged);
        return subscriber;
    }

    private Subscriber start(String seconds, List<String> options, String... filters) {
        // Written line by line also into a file, so that we see what has happened so far.
        List<String> command = command(List.of("/usr/bin/stdbuf", "-oL", SUBSCRIBER.toString(), "-d", "-W", seconds));
        command.addAll(List.of("-F", MARK + " %r %t %p"));
        command.addAll(options);
        for (String filter : filters) {
            command.addAll(List.of("-t", filter));
        }
        return new Subscriber(Program.start(command, Map.of()));
    }

    private List<String> command(List<String> beginning) {
        List<String> command = new ArrayList<>(beginning);
        command.addAll(List.of("-h", broker.getHost(), "-p", "" + broker.getPort(), "-V", version, "-q", "" + qos));
        return command;
    }

    /** What {@code mosquitto_sub} prints for a message. */
    record Message(boolean retained, String topic, String text) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }
    }

    record Subscriber(Program program) implements AutoCloseable {
        boolean acknowledged() {
            return program.text().contains("Subscribed (mid");
        }

        List<Message> messages() {
            return program.text()
                    .lines()
                    .filter(line -> line.startsWith(MARK + " "))
                    .map(line -> line.split(" ", 4))
                    .filter(parts -> parts.length == 4)
                    .map(parts -> new Message(parts[1].equals("1"), parts[2], parts[3]))
                    .toList();
        }

        /** The topics of what has come, once a message of the last one has. */
        List<String> topicsUntil(String last) {
            awaitFirst(last);
            return messages().stream().map(Message::topic).toList();
        }

        /** The first message of that topic, waited for. */
        Message awaitFirst(String topic) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> messages().stream()
                                    .filter(message -> message.topic().equals(topic))
                                    .findFirst(),
                            found -> found.isPresent())
                    .orElseThrow();
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
