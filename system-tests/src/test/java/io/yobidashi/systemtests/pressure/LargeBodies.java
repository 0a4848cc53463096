package io.yobidashi.systemtests.pressure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that never end: all of their large bodies is sent but the last byte. */
final class LargeBodies implements AutoCloseable {
    private final List<Socket> held = new ArrayList<>();
    private final byte[] request;
    private final URI door;

    /** @param size how much each announces, in bytes; no secret comes with it */
    LargeBodies(URI door, int size) {
        this.door = door;
        String head = "POST " + door.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + size + "\r\n\r\n";
        this.request = (head + " ".repeat(size - 1)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Opens so many more, one after another. */
    void hold(int connections) {
        for (int i = 0; i < connections; i++) {
            try {
                Socket socket = new Socket("localhost", door.getPort());
                held.add(socket);
                send(socket.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void send(OutputStream out) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            // Refused before all of it was sent, as it should be: nothing more is to be sent.
        }
    }

    @Override
    public void close() {
        for (Socket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
