package io.yobidashi.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection to a service on which anything can be sent, also what no HTTP client would. */
public final class RawDoor implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    public RawDoor(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** @return false where the other side has closed the connection */
    public boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends one byte after the other, with a pause in between, until the other side closes the connection. */
    public boolean isCutWhileTrickling(Duration pause, int atMost) throws IOException {
        socket.setSoTimeout((int) pause.toMillis());
        for (int i = 0; i < atMost; i++) {
            if (!send("a")) {
                return true;
            }
            try {
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // It is still open: the pause is over, the next byte follows.
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }

    /** All that comes until the other side closes the connection, or what came before it broke. */
    public String untilClosed() throws IOException {
        StringBuilder said = new StringBuilder();
        byte[] bytes = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                said.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // Reset, since it did not read all that we sent: closed as well.
            return said.toString();
        }
        return said.toString();
    }

    /** The next bytes that come; empty where the other side closes the connection instead. */
    public String next() throws IOException {
        byte[] bytes = new byte[8_192];
        try {
            int read = socket.getInputStream().read(bytes);
            return read < 0 ? "" : new String(bytes, 0, read, StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    /** Whether the other side closes the connection, or breaks it, within this time, in which it has nothing to say. */
    public boolean isClosedWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return next().isEmpty();
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
