package io.yobidashi.localcloud.badinput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** MQTT packets by the byte, right and wrong ones. */
final class Packet {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static byte[] connect(int version, String client) {
        return connect(version, 2, client).as(0x10);
    }

    /** A CONNECT to add to. */
    static Packet connect(int version, int flags, String client) {
        Packet packet = new Packet().text("MQTT").hex("%02x %02x 00 3c".formatted(version, flags));
        return (version == 5 ? packet.hex("00") : packet).text(client);
    }

    /** A PUBLISH with packet id 1, or without one for QoS 0. */
    static byte[] publish(int version, int header, String topic, int payload) {
        Packet packet = new Packet().text(topic);
        packet = (header & 6) == 0 ? packet : packet.hex("00 01");
        return (version == 5 ? packet.hex("00") : packet)
                .bytes(new byte[payload])
                .as(header);
    }

    static byte[] subscribe(int version, String filter, int options) {
        Packet packet = new Packet().hex(version == 5 ? "00 01 00" : "00 01");
        return packet.text(filter).hex("%02x".formatted(options)).as(0x82);
    }

    static byte[] raw(String hex) {
        return HEX.parseHex(hex);
    }

    Packet text(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    Packet text(byte[] text) {
        body.write(text.length >> 8);
        body.write(text.length);
        return bytes(text);
    }

    Packet hex(String hex) {
        return bytes(raw(hex));
    }

    Packet bytes(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    /** @param header type and flags */
    byte[] as(int header) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(header);
        int left = body.size();
        do {
            int digit = left % 128;
            left /= 128;
            packet.write(left > 0 ? digit | 128 : digit);
        } while (left > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }
}
