package io.yobidashi.localcloud.badinput;

import static io.yobidashi.localcloud.badinput.BadPackets.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.Patience;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker ends the connection of whoever does not speak MQTT, in the words of MQTT where there are some. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadPacketsTest {
    private LocalCloud cloud;
    private URI tcp;
    private URI webSocket;

    @BeforeAll
    void start() {
        Patience little = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withPatience(little));
        tcp = cloud.endpoints().mqtt();
        webSocket = cloud.endpoints().mqttWebSocket();
    }

    @AfterAll
    void stop() {
        try (MqttPeer peer = new MqttPeer(tcp)) {
            peer.subscribe("well/behaved");
            peer.publish("well/behaved", "{}");
            peer.awaitFirst("well/behaved");
        } finally {
            cloud.close();
        }
    }

    @ParameterizedTest(name = "{0} ({3})")
    @MethodSource("io.yobidashi.localcloud.badinput.BadPackets#first")
    void who_does_not_begin_with_a_right_connect_is_cut_off(String what, byte[] packet, String lastWord, String source)
            throws Exception {
        try (Line line = new Line(tcp)) {
            assertThat(lastWord(line.say(packet).hearToTheEnd())).isEqualTo(lastWord);
        }
    }

    @ParameterizedTest(name = "{0}, MQTT {1} ({4})")
    @MethodSource("io.yobidashi.localcloud.badinput.BadPackets#later")
    void a_wrong_packet_ends_the_connection(String what, int version, byte[] packet, String lastWord, String source)
            throws Exception {
        try (Line line = connected(version)) {
            assertThat(lastWord(line.say(packet).hearToTheEnd())).isEqualTo(lastWord);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /mqtt HTTP/1.1~Host:", "@@@@ ????~~", ""})
    void whoever_does_not_ask_for_a_WebSocket_is_cut_off(String words) throws Exception {
        try (Line line = new Line(webSocket)) {
            line.say(Line.ascii(words.replace("~", "\r\n")));

            assertThat(line.readToTheEnd()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            text frame              | 81 82 00 00 00 00 68 69
            unmasked frame          | 82 02 c0 00
            reserved opcode         | 83 80 00 00 00 00
            reserved bits           | f2 80 00 00 00 00
            frame of 2^63 bytes     | 82 ff ff ff ff ff ff ff ff ff 00 00 00 00
            long control frame      | 89 fe 01 00 00 00 00 00
            no CONNECT              | 82 82 00 00 00 00 c0 00
            half a frame            | 82 84 00 00
            nothing                 | ''
            """)
    void a_wrong_frame_ends_the_connection(String what, String frame) throws Exception {
        try (Line line = new Line(webSocket)) {
            line.say(upgrade("Sec-WebSocket-Protocol: mqtt\r\n"));
            line.say(frame.isEmpty() ? new byte[0] : Packet.raw(frame));

            assertThat(line.readToTheEnd()).startsWith("HTTP/1.1 101 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sec-WebSocket-Protocol: chat\r\n"})
    void without_the_subprotocol_mqtt_nobody_gets_to_connect(String header) throws Exception {
        try (Line line = new Line(webSocket)) {
            line.say(upgrade(header));

            assertThat(line.readToTheEnd()).doesNotContainIgnoringCase("Sec-WebSocket-Protocol");
        }
    }

    private Line connected(int version) throws Exception {
        Line line = new Line(tcp).say(Packet.connect(version, "v" + version));
        byte[] start = line.hear(2);
        assertThat(start[0]).isEqualTo((byte) 0x20);
        assertThat(line.hear(start[1])[1]).isZero();
        return line;
    }

    private static byte[] upgrade(String more) {
        return Line.ascii("GET /mqtt HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + more + "\r\n");
    }

    /** Type and code of the broker's packet that ends it all; the code of a CONNACK comes after its flags. */
    private static String lastWord(byte[] heard) {
        if (heard.length == 0) {
            return NOTHING;
        }
        int lengthEnd = 1;
        while (heard[lengthEnd] < 0) {
            lengthEnd++;
        }
        int code = lengthEnd + (heard[0] == 0x20 ? 2 : 1);
        return HexFormat.ofDelimiter(" ").formatHex(new byte[] {heard[0], Arrays.copyOf(heard, code + 1)[code]});
    }
}
