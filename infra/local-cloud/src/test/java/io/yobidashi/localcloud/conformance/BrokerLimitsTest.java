package io.yobidashi.localcloud.conformance;

import static io.yobidashi.localcloud.iot.RawMqtt.CONNACK;
import static io.yobidashi.localcloud.iot.RawMqtt.DISCONNECT;
import static io.yobidashi.localcloud.iot.RawMqtt.PUBACK;
import static io.yobidashi.localcloud.iot.RawMqtt.SUBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.iot.RawMqtt;
import io.yobidashi.localcloud.iot.RawMqtt.Packet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What AWS IoT's broker refuses by ending the connection, and what it just takes. Sent over raw sockets: good clients
 * would not. The reason codes are those of MQTT 5.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerLimitsTest {
    private static final int QOS_1 = 2;
    private LocalCloud cloud;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a made-up reserved topic      | 2 | $mine/a                                 |      1 | 0x90 | reserved-topics
            the broker's own topics       | 2 | $SYS/a                                  |      1 | 0x90 | reserved-topics
            the answers of the shadow     | 2 | $aws/things/a/shadow/update/accepted    |      1 | 0x90 | reserved-topics
            the events of the shadow      | 2 | $aws/things/a/shadow/update/documents   |      1 | 0x90 | reserved-topics
            a shadow topic that is none   | 2 | $aws/things/a/shadow/change             |      1 | 0x90 | reserved-topics
            retained, to a shadow         | 3 | $aws/things/a/shadow/update             |      1 | 0x9A | mqtt
            retained, to a named shadow   | 3 | $aws/things/a/shadow/name/b/get         |      1 | 0x9A | mqtt
            257 bytes of topic            | 2 | TOPIC257                                |      1 | 0x90 | quotas of the message broker
            8 slashes                     | 2 | 1/2/3/4/5/6/7/8/9                       |      1 | 0x90 | quotas of the message broker
            more than 128 KB              | 2 | a                                       | 131073 | 0x95 | quotas of the message broker
            a packet far too large        | 2 | a                                       | 200000 | 0x95 | quotas of the message broker
            QoS 2                         | 4 | a                                       |      1 | 0x9B | mqtt, differences
            """)
    void such_a_publish_ends_the_connection(
            String what, int flags, String topic, int bytes, String reason, String source) {
        byte[] payload = new byte[bytes];
        String name = topic.replace("TOPIC257", "t".repeat(257));

        for (int version : List.of(4, 5)) {
            List<Packet> answers = answersUntilClosed(version, RawMqtt.publish(version, flags, name, payload));
            assertThat(answers).extracting(Packet::type).doesNotContain(PUBACK);
            assertReason(version, answers, reason);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the broker's own topics | 1 | 1 | $SYS/#                       | 0x8F | reserved-topics
            a made-up reserved one  | 1 | 1 | $mine/a                      | 0x8F | reserved-topics
            8 slashes               | 1 | 1 | 1/2/3/4/5/6/7/8/#            | 0x8F | quotas of the message broker
            9 filters at once       | 9 | 1 | a/#                          | 0x97 | quotas of the message broker
            QoS 2                   | 1 | 2 | a                            | 0x9B | mqtt, differences
            """)
    void such_a_subscription_ends_the_connection(
            String what, int times, int qos, String filter, String reason, String source) {
        for (int version : List.of(4, 5)) {
            List<Packet> answers =
                    answersUntilClosed(version, RawMqtt.subscribe(version, qos, Collections.nCopies(times, filter)));
            assertThat(answers).extracting(Packet::type).doesNotContain(SUBACK);
            assertReason(version, answers, reason);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            256 bytes of topic         | TOPIC256                           |      1 | quotas of the message broker
            7 slashes                  | 1/2/3/4/5/6/7/8                    |      1 | quotas of the message broker
            128 KB                     | a                                  | 131072 | quotas of the message broker
            Basic Ingest               | $aws/rules/r/1/2/3/4/5/6/7/8       |      1 | iot-basic-ingest
            a job request              | $aws/things/a/jobs/get             |      1 | reserved-topics
            a request to a shadow      | $aws/things/a/shadow/name/b/update |      1 | reserved-topics
            """)
    void such_a_publish_is_acknowledged(String what, String topic, int bytes, String source) {
        for (int version : List.of(4, 5)) {
            try (RawMqtt client = RawMqtt.connected(cloud.endpoints().mqtt(), version)) {
                client.send(
                        RawMqtt.publish(version, QOS_1, topic.replace("TOPIC256", "t".repeat(256)), new byte[bytes]));

                assertThat(client.read())
                        .hasValueSatisfying(answer -> assertThat(answer.type()).isEqualTo(PUBACK));
            }
        }
    }

    @ParameterizedTest(name = "{0} with MQTT {1}")
    @CsvSource(delimiter = '|', textBlock = """
            $aws-client | 4 | 1 | 0x02 | service model ClientId
            $aws-client | 5 | 1 | 0x85 | service model ClientId
            c           | 5 | 129 | 0x85 | quotas of the message broker
            呼          | 4 | 43 | 0x02 | quotas of the message broker
            c           | 4 | 128 | 0x00 | quotas of the message broker
            c           | 5 | 128 | 0x00 | quotas of the message broker
            """)
    void a_client_id_has_its_limits(String part, int version, int times, String code, String source) {
        try (RawMqtt client = RawMqtt.open(cloud.endpoints().mqtt())) {
            client.send(RawMqtt.connect(version, part.repeat(times), 60));

            Packet answer = client.read().orElseThrow();
            assertThat(answer.type()).isEqualTo(CONNACK);
            assertThat(answer.body()[1]).isEqualTo((byte) Integer.decode(code).intValue());
        }
    }

    @Test
    void a_second_client_of_the_same_id_takes_the_place_of_the_first() {
        try (RawMqtt first = RawMqtt.open(cloud.endpoints().mqtt());
                RawMqtt second = RawMqtt.open(cloud.endpoints().mqtt())) {
            first.send(RawMqtt.connect(4, "the-same", 60));
            assertThat(first.read()).isPresent();

            second.send(RawMqtt.connect(4, "the-same", 60));

            assertThat(second.read()).isPresent();
            assertThat(first.readAll()).isEmpty();
        }
    }

    @ParameterizedTest(name = "asked for {0} s")
    @CsvSource({"0", "1201"})
    void the_longest_keep_alive_is_told(int asked) {
        try (RawMqtt client = RawMqtt.open(cloud.endpoints().mqtt())) {
            client.send(RawMqtt.connect(5, "patient-" + asked, asked));

            // Property 0x13 is the server's keep-alive, 0x04B0 are 1200 s.
            assertThat(client.read().orElseThrow().body()).containsSequence(0x13, 0x04, 0xB0);
        }
    }

    private List<Packet> answersUntilClosed(int version, byte[] packet) {
        try (RawMqtt client = RawMqtt.connected(cloud.endpoints().mqtt(), version)) {
            client.send(packet);
            return client.readAll();
        }
    }

    private static void assertReason(int version, List<Packet> answers, String reason) {
        if (version == 5) {
            assertThat(answers).singleElement().satisfies(answer -> {
                assertThat(answer.type()).isEqualTo(DISCONNECT);
                assertThat(answer.body()[0])
                        .isEqualTo((byte) Integer.decode(reason).intValue());
            });
        } else {
            assertThat(answers).isEmpty();
        }
    }
}
