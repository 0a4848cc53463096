package io.yobidashi.localcloud.iot;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A socket to a broker over which a test sends what no client library would. */
public final class RawMqtt implements AutoCloseable {
    public static final int CONNACK = 2;
    public static final int PUBACK = 4;
    public static final int SUBACK = 9;
    public static final int DISCONNECT = 14;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;

    /** What the broker sent. */
    public record Packet(int type, byte[] body) {}

    private RawMqtt(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** A connection on which nothing was said yet. */
    public static RawMqtt open(URI broker) {
        try {
            Socket socket = new Socket(broker.getHost(), broker.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawMqtt(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param version 4 for MQTT 3.1.1 or 5 */
    public static RawMqtt connected(URI broker, int version) {
        RawMqtt client = open(broker);
        client.send(connect(version, "raw-" + System.nanoTime(), 60));
        Packet answer = client.read().orElseThrow();
        if (answer.type() != CONNACK || answer.body()[1] != 0) {
            throw new AssertionError("Not connected");
        }
        return client;
    }

    /** What the broker has closed already takes no more; that is seen when reading. */
    public void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            // Told by read().
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next packet, waited for; empty if the connection is closed. */
    public Optional<Packet> read() {
        try {
            int type = in.readUnsignedByte() >> 4;
            int length = 0;
            int shift = 0;
            int digit;
            do {
                digit = in.readUnsignedByte();
                length |= (digit & 0x7f) << shift;
                shift += 7;
            } while ((digit & 0x80) != 0);
            return Optional.of(new Packet(type, in.readNBytes(length)));
        } catch (EOFException | SocketException closed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All bytes until the connection is closed, as text. */
    public String readToEnd() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException closed) {
            return all.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** All packets until the connection is closed. */
    public List<Packet> readAll() {
        List<Packet> packets = new ArrayList<>();
        for (Optional<Packet> next = read(); next.isPresent(); next = read()) {
            packets.add(next.get());
        }
        return packets;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] connect(int version, String clientId, int keepAlive) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(version);
        body.write(2); // clean session
        number(body, keepAlive);
        noProperties(body, version);
        text(body, clientId);
        return packet(0x10, body);
    }

    /** @param flags the low bits of the first byte: 1 retain, 2 QoS 1, 4 QoS 2 */
    public static byte[] publish(int version, int flags, String topic, byte[] payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        if ((flags & 6) != 0) {
            number(body, 1);
        }
        noProperties(body, version);
        body.writeBytes(payload);
        return packet(0x30 | flags, body);
    }

    public static byte[] subscribe(int version, int qos, List<String> filters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        number(body, 2);
        noProperties(body, version);
        filters.forEach(filter -> {
            text(body, filter);
            body.write(qos);
        });
        return packet(0x82, body);
    }

    private static byte[] packet(int first, ByteArrayOutputStream body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int left = body.size();
        do {
            packet.write((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
            left >>= 7;
        } while (left > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    private static void noProperties(ByteArrayOutputStream body, int version) {
        if (version == 5) {
            body.write(0);
        }
    }

    private static void text(ByteArrayOutputStream body, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(body, bytes.length);
        body.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream body, int number) {
        body.write(number >> 8);
        body.write(number);
    }
}
