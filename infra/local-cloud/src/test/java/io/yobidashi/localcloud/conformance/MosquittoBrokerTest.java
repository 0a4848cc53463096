package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.conformance.Mosquitto.Message;
import io.yobidashi.localcloud.conformance.Mosquitto.Subscriber;
import io.yobidashi.localcloud.iot.ThingTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the message broker of AWS IoT differs from others, as the command line clients of Mosquitto see it. */
@Timeout(60)
class MosquittoBrokerTest extends ThingTest {

    @Override
    protected LocalCloudConfig config() {
        Mosquitto.assumeInstalled();
        return LocalCloudConfig.ephemeral();
    }

    @ParameterizedTest(name = "{0}: {1} is received: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            '#'                           | $aws/things/{thing}/shadow/get             | false | topics, wildcard filters
            $aws/things/{thing}/shadow/#  | $aws/things/{thing}/shadow/get             | true  | device-shadow-comms-device
            $aws/things/{thing}/shadow/#  | $aws/things/{thing}/shadow/get/rejected    | true  | device-shadow-comms-device
            $aws/things/+/shadow/get/+    | $aws/things/{thing}/shadow/get/rejected    | true  | topics, wildcard filters
            $aws/things/+/shadow/get/+    | $aws/things/{thing}/shadow/get             | false | topics, wildcard filters
            '#'                           | plain/{thing}                              | true  | topics, wildcard filters
            plain/{thing}/#               | plain/{thing}/more                         | true  | mqtt, differences
            +/things/+/shadow/get         | $aws/things/{thing}/shadow/get             | false | MQTT 3.1.1, 4.7.2
            +/{thing}                     | plain/{thing}                              | true  | topics, wildcard filters
            +/{thing}/#                   | plain/{thing}                              | false | mqtt, differences
            $share/some/#                 | plain/{thing}                              | true  | mqtt, shared subscriptions
            $share/some/plain/#           | plain/{thing}                              | true  | mqtt, shared subscriptions
            $share/some/plain/{thing}/#   | plain/{thing}                              | false | mqtt, differences
            plain/{thing}/#               | plain/{thing}                              | false | mqtt, differences
            """)
    void a_filter_matches_what_it_matches_at_aws(String filter, String topic, boolean received, String source) {
        Mosquitto mosquitto = mosquitto("mqttv311", 1);
        String last = "last/" + thing.name();
        try (Subscriber subscriber = mosquitto.subscribe(named(filter), last)) {
            mosquitto.publish(thing.topic("get"), "");
            mosquitto.publish("plain/" + thing.name(), "x");
            mosquitto.publish("plain/" + thing.name() + "/more", "x");
            mosquitto.publish(last, "x");

            assertThat(subscriber.topicsUntil(last).contains(named(topic))).isEqualTo(received);
        }
    }

    @Test
    void a_session_that_goes_on_keeps_the_reserved_topics_that_it_asked_for() {
        Mosquitto mosquitto = mosquitto("mqttv311", 1);
        String documents = thing.topic("update/documents");
        mosquitto.resume("of-" + thing.name(), documents).close();
        thing.update("{\"state\":{\"reported\":{\"a\":1}}}");

        try (Subscriber again = mosquitto.resume("of-" + thing.name(), "+/else")) {
            again.awaitFirst(documents);
            thing.update("{\"state\":{\"reported\":{\"a\":2}}}");

            await().until(() -> versions(again, documents), List.of(1, 2)::equals);
        }
    }

    @ParameterizedTest(name = "a later subscriber to {0}: {1}")
    @CsvSource(textBlock = """
            kept/{thing},   true,  mqttv311, mqtt: retained messages
            kept/{thing},   true,  mqttv5,   mqtt: retained messages
            kept/+,         false, mqttv311, mqtt: differences
            kept/+,         false, mqttv5,   mqtt: differences
            kept/#,         false, mqttv311, mqtt: differences
            '#',            false, mqttv5,   mqtt: differences
            """)
    void a_retained_message_is_for_exactly_its_topic(String filter, boolean received, String version, String source) {
        Mosquitto mosquitto = mosquitto(version, 1);
        String last = "last/" + thing.name();
        mosquitto.publish(named("kept/{thing}"), "x", "--retain");

        try (Subscriber later = mosquitto.subscribe(named(filter), last)) {
            mosquitto.publish(last, "x");

            assertThat(later.topicsUntil(last).contains(named("kept/{thing}"))).isEqualTo(received);
            assertThat(later.messages().stream().anyMatch(Message::retained)).isEqualTo(received);
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(textBlock = """
            $aws/things/{thing}/shadow/update,          --retain, false, mqtt: no RETAIN on reserved topics
            $aws/things/{thing}/shadow/update,          '',       true,  reserved-topics
            $aws/things/{thing}/shadow/update/accepted, '',       false, reserved-topics
            $aws/things/{thing}/shadow/update/delta,    '',       false, reserved-topics
            $SYS/{thing},                               '',       false, reserved-topics
            kept/{thing}/too,                           --retain, true,  mqtt: retained messages
            1/2/3/4/5/6/7/8,                            '',       true,  limits: 7 slashes
            1/2/3/4/5/6/7/8/9,                          '',       false, limits: 7 slashes
            {256},                                      '',       true,  limits: 256 bytes
            {257},                                      '',       false, limits: 256 bytes
            {86 of 3 bytes},                            '',       false, limits: 256 bytes
            """)
    void a_publish_that_is_not_allowed_ends_the_connection(
            String topic, String option, boolean allowed, String source) {
        String[] options = option.isEmpty() ? new String[0] : new String[] {option};
        for (String version : new String[] {"mqttv311", "mqttv5"}) {
            Program.Outcome outcome = mosquitto(version, 1).publish(named(topic), "x", options);

            assertThat(outcome.exit() == 0).as(version + ": " + outcome.text()).isEqualTo(allowed);
        }
    }

    /** With QoS 0 a client hears of it at its next message. */
    @ParameterizedTest
    @ValueSource(strings = {"mqttv311", "mqttv5"})
    void a_retained_message_to_a_shadow_changes_nothing_also_with_QoS_0(String version) {
        Program.Outcome outcome = mosquitto(version, 0)
                .publish(
                        thing.topic("update"),
                        "{\"state\":{\"reported\":{\"a\":1}}}",
                        "--retain",
                        "--repeat",
                        "2",
                        "--repeat-delay",
                        "1");

        assertThat(outcome.exit()).as(outcome.text()).isNotZero();
        assertThat(thing.update("{\"state\":{\"reported\":{}}}").path("version").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} with QoS {1}: {2}")
    @CsvSource(textBlock = """
            1/2/3/4/5/6/7/8,   1, true,  limits: 7 slashes
            1/2/3/4/5/6/7/8/9, 1, false, limits: 7 slashes
            {257},             1, false, limits: 256 bytes
            $SYS/#,            0, false, reserved-topics
            plain/x,           2, false, mqtt: QoS 0 and 1
            """)
    void a_subscription_that_is_not_allowed_ends_the_connection(
            String filter, int qos, boolean allowed, String source) {
        assertThat(mosquitto("mqttv311", qos).maySubscribe(named(filter))).isEqualTo(allowed);
        assertThat(mosquitto("mqttv5", qos).maySubscribe(named(filter))).isEqualTo(allowed);
    }

    /** The quota of the message broker: 8 subscriptions per SUBSCRIBE. */
    @Test
    void nine_subscriptions_at_once_are_too_many() {
        String[] eight = IntStream.rangeClosed(1, 8).mapToObj(n -> "n/" + n).toArray(String[]::new);
        String[] nine = IntStream.rangeClosed(1, 9).mapToObj(n -> "n/" + n).toArray(String[]::new);

        assertThat(mosquitto("mqttv311", 1).maySubscribe(eight)).isTrue();
        assertThat(mosquitto("mqttv311", 1).maySubscribe(nine)).isFalse();
    }

    private static List<Integer> versions(Subscriber subscriber, String documents) {
        return subscriber.messages().stream()
                .filter(message -> message.topic().equals(documents))
                .map(message -> message.json().at("/current/version").asInt())
                .toList();
    }

    private Mosquitto mosquitto(String version, int qos) {
        return new Mosquitto(cloud.endpoints().mqtt(), version, qos);
    }

    /** The topic or filter that is written so in a table. */
    private String named(String written) {
        return switch (written) {
            case "{256}" -> "t".repeat(256);
            case "{257}" -> "t".repeat(257);
            case "{86 of 3 bytes}" -> "呼".repeat(86);
            default -> written.replace("{thing}", thing.name());
        };
    }
}
