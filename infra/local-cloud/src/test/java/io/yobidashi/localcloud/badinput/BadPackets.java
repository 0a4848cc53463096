package io.yobidashi.localcloud.badinput;

import static io.yobidashi.localcloud.badinput.Packet.connect;
import static io.yobidashi.localcloud.badinput.Packet.publish;
import static io.yobidashi.localcloud.badinput.Packet.raw;
import static io.yobidashi.localcloud.badinput.Packet.subscribe;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What is no MQTT, or not AWS IoT's. The last word of the broker is the packet type and the reason code of MQTT 5, or the
 * return code of a CONNACK; a dash where the version knows none.
 */
final class BadPackets {
    static final String NOTHING = "-";

    private static final String LONG_TOPIC = "t".repeat(65_535);
    private static final byte[] NO_UTF_8 = raw("61 ff fe");

    private BadPackets() {}

    /** What comes first on a connection, the last word, and the source of the rule. */
    static Stream<Arguments> first() {
        return Stream.of(
                arguments("remaining length of 5 bytes", raw("10 ff ff ff ff ff"), NOTHING, "MQTT 1.5.5"),
                arguments("remaining length of 256 MB", raw("10 ff ff ff 7f"), NOTHING, "half-open"),
                arguments("first packet PUBLISH", publish(4, 0x30, "a", 1), NOTHING, "MQTT-3.1.0-1"),
                arguments("first packet PINGREQ", raw("c0 00"), NOTHING, "MQTT-3.1.0-1"),
                arguments("reserved type", raw("00 00"), NOTHING, "MQTT 2.1.2"),
                arguments("reserved flag bits", raw("11 00"), NOTHING, "MQTT-2.2.2-2"),
                arguments("empty CONNECT", raw("10 00"), NOTHING, "MQTT 3.1"),
                arguments("reserved CONNECT flag", connect(4, 3, "c").as(0x10), NOTHING, "MQTT-3.1.2-3"),
                arguments(
                        "wrong protocol name",
                        new Packet().text("MQXX").hex("04 02 00 3c 00 00").as(0x10),
                        "20 01",
                        "MQTT-3.1.2-1"),
                arguments("wrong protocol level", connect(9, "c"), NOTHING, "MQTT-3.1.2-2"),
                arguments(
                        "client id not UTF-8",
                        new Packet()
                                .text("MQTT")
                                .hex("04 02 00 3c")
                                .text(NO_UTF_8)
                                .as(0x10),
                        NOTHING,
                        "MQTT-1.5.3-1"),
                arguments("client id of 129 bytes", connect(4, "c".repeat(129)), "20 02", "AWS quotas"),
                arguments("client id with $", connect(4, "$c"), "20 02", "AWS quotas"),
                arguments(
                        "no client id for a lasting session", connect(4, 0, "").as(0x10), "20 02", "MQTT-3.1.3-8"),
                arguments(
                        "will with a wildcard",
                        connect(4, 6, "c").text("w/#").text("x").as(0x10),
                        "20 05",
                        "MQTT 4.7"),
                arguments(
                        "will with a wildcard, MQTT 5",
                        connect(5, 6, "c").hex("00").text("w/#").text("x").as(0x10),
                        "20 90",
                        "MQTT 4.7"),
                arguments(
                        "will without topic",
                        connect(4, 6, "c").text("").text("x").as(0x10),
                        NOTHING,
                        "MQTT-4.7.3-1"),
                arguments(
                        "will with a long topic",
                        connect(5, 6, "c").hex("00").text(LONG_TOPIC).text("x").as(0x10),
                        "20 90",
                        "AWS quotas"),
                arguments(
                        "will of QoS 3",
                        connect(5, 0x1e, "c").hex("00").text("w").text("x").as(0x10),
                        "20 81",
                        "MQTT-3.1.2-12"),
                arguments("half a CONNECT", raw("10 0d 00 04 4d"), NOTHING, "half-open"),
                arguments("HTTP", Line.ascii("GET / HTTP/1.1\r\n\r\n"), NOTHING, "garbage"),
                arguments("TLS", raw("16 03 01 00 05 01 00 00 01 00"), NOTHING, "garbage"),
                arguments("zeros", new byte[1_000], NOTHING, "garbage"),
                arguments("nothing", new byte[0], NOTHING, "half-open"));
    }

    /** MQTT version, what comes once the connection stands, the last word, and the source of the rule. */
    static Stream<Arguments> later() {
        return Stream.concat(publishes(), Stream.concat(subscriptions(), others()));
    }

    private static Stream<Arguments> publishes() {
        return Stream.of(
                arguments("wildcard", 4, publish(4, 0x32, "a/#", 1), NOTHING, "MQTT-3.3.2-2"),
                arguments("wildcard", 5, publish(5, 0x32, "a/+/b", 1), "e0 90", "MQTT-3.3.2-2"),
                arguments("no topic", 4, publish(4, 0x32, "", 1), NOTHING, "MQTT-4.7.3-1"),
                arguments("no topic", 5, publish(5, 0x32, "", 1), "e0 82", "MQTT-4.7.3-1"),
                arguments("QoS 3", 4, publish(4, 0x36, "a", 1), NOTHING, "MQTT-3.3.1-4"),
                arguments("QoS 3", 5, publish(5, 0x36, "a", 1), "e0 81", "MQTT-3.3.1-4"),
                arguments("QoS 2", 5, publish(5, 0x34, "a", 1), "e0 9b", "AWS mqtt page"),
                arguments("duplicate of QoS 0", 4, publish(4, 0x38, "a", 1), NOTHING, "MQTT-3.3.1-2"),
                arguments("packet id 0", 4, new Packet().text("a").hex("00 00").as(0x32), NOTHING, "MQTT-2.3.1-1"),
                arguments(
                        "packet id 0", 5, new Packet().text("a").hex("00 00 00").as(0x32), "e0 82", "MQTT-2.2.1-3"),
                arguments("topic not UTF-8", 4, new Packet().text(NO_UTF_8).as(0x30), NOTHING, "MQTT-1.5.3-1"),
                arguments(
                        "topic not UTF-8",
                        5,
                        new Packet().text(NO_UTF_8).hex("00").as(0x30),
                        "e0 81",
                        "MQTT-1.5.4-1"),
                arguments("topic with NUL", 5, publish(5, 0x30, "a\0b", 1), "e0 81", "MQTT-1.5.4-2"),
                arguments("topic of 65,535 bytes", 4, publish(4, 0x30, LONG_TOPIC, 1), NOTHING, "AWS quotas"),
                arguments("topic of 65,535 bytes", 5, publish(5, 0x30, LONG_TOPIC, 1), "e0 90", "AWS quotas"),
                arguments("topic longer than its packet", 4, raw("30 05 ff ff 61 62 63"), NOTHING, "MQTT 1.5.3"),
                arguments("payload of 200 KB", 4, publish(4, 0x30, "a", 204_800), NOTHING, "AWS quotas"),
                arguments("payload of 200 KB", 5, publish(5, 0x30, "a", 204_800), "e0 95", "AWS quotas"),
                arguments("payload of 140,000 bytes", 5, publish(5, 0x30, "a", 140_000), "e0 95", "AWS quotas"));
    }

    private static Stream<Arguments> subscriptions() {
        return Stream.of(
                arguments("subscribe to nothing", 4, raw("82 02 00 01"), NOTHING, "MQTT-3.8.3-3"),
                arguments("subscribe to nothing", 5, raw("82 03 00 01 00"), "e0 82", "MQTT-3.8.3-2"),
                arguments("subscribe with QoS 3", 4, subscribe(4, "a", 3), NOTHING, "MQTT-3-8.3-4"),
                arguments("subscribe with reserved bits", 5, subscribe(5, "a", 0xc0), "e0 81", "MQTT-3.8.3-5"),
                arguments("subscribe with flags", 4, raw("80 06 00 01 00 01 61 00"), NOTHING, "MQTT-3.8.1-1"),
                arguments("subscribe to no filter", 5, subscribe(5, "a#", 0), "e0 8f", "MQTT-4.7.1-2"),
                arguments("subscribe to no filter", 4, subscribe(4, "a/#/b", 0), NOTHING, "MQTT-4.7.1-2"),
                arguments("share with nobody", 4, subscribe(4, "$share/#", 0), NOTHING, "MQTT-4.8.2-1"),
                arguments(
                        "filter not UTF-8",
                        4,
                        new Packet().hex("00 01").text(NO_UTF_8).hex("00").as(0x82),
                        NOTHING,
                        "MQTT-1.5.3-1"),
                arguments("filter of 65,535 bytes", 5, subscribe(5, LONG_TOPIC, 0), "e0 8f", "AWS quotas"),
                arguments("unsubscribe from nothing", 4, raw("a2 02 00 01"), NOTHING, "MQTT-3.10.3-2"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                arguments("CONNECT twice", 4, connect(4, "twice"), NOTHING, "MQTT-3.1.0-2"),
                arguments("CONNECT twice", 5, connect(5, "twice"), NOTHING, "MQTT-3.1.0-2"),
                arguments("reserved type 0", 4, raw("00 00"), NOTHING, "MQTT 2.2.1"),
                arguments("reserved type 15", 4, raw("f0 00"), NOTHING, "MQTT 2.2.1"),
                arguments("flags of PINGREQ", 4, raw("c1 00"), NOTHING, "MQTT-2.2.2-2"),
                arguments("CONNACK from a client", 4, raw("20 02 00 00"), NOTHING, "MQTT 3.2"),
                arguments("remaining length of 5 bytes", 4, raw("30 ff ff ff ff 01"), NOTHING, "MQTT 2.2.3"),
                arguments("remaining length of 256 MB", 5, raw("30 ff ff ff 7f"), "e0 95", "AWS quotas"),
                arguments("topic alias 0", 5, raw("30 07 00 01 61 03 23 00 00"), "e0 82", "MQTT-3.3.2-8"),
                arguments("topic alias 9", 5, raw("30 07 00 01 61 03 23 00 09"), "e0 94", "AWS quotas"),
                arguments("unknown property", 5, raw("30 06 00 01 61 02 7f 00"), "e0 81", "MQTT 2.2.2"));
    }
}
