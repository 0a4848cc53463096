package io.yobidashi.localcloud.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A bare TCP connection, to say what no decent client says. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;

    Line(URI server) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new AssertionError("Nobody listens at " + server, e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A server that has heard enough may have closed the connection meanwhile. */
    Line say(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException closed) {
            return this;
        }
        return this;
    }

    /** The next bytes, at most so many. */
    byte[] hear(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** All that comes until the server closes the connection; fails if it does not. */
    byte[] hearToTheEnd() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                heard.write(next);
            }
        } catch (SocketException reset) {
            return heard.toByteArray();
        }
        return heard.toByteArray();
    }

    /** The same as text. */
    String readToTheEnd() throws IOException {
        return new String(hearToTheEnd(), StandardCharsets.ISO_8859_1);
    }

    /** Says one more byte whenever it has heard nothing for a tenth of a second; the number of them. */
    int dripsUntilClosed() throws IOException {
        socket.setSoTimeout(100);
        for (int drips = 0; drips < 1_000; drips++) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return drips;
                }
            } catch (SocketTimeoutException silence) {
                say(ascii("x"));
            } catch (SocketException reset) {
                return drips;
            }
        }
        throw new AssertionError("Nobody minds");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
