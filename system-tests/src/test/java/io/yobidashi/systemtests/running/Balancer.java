package io.yobidashi.systemtests.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in front of the copies of a service as a load balancer would, and balances connections: one after another, the
 * next copy where one takes none. What was sent to a copy that dies is not sent again: nobody knows whether it was done.
 */
public final class Balancer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final String NOBODY =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n" + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final List<Copy> copies;
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "balancer");
        thread.setDaemon(true);
        return thread;
    });

    Balancer(List<Copy> copies) {
        this.copies = copies;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The door was closed; anything else shows as a press without an answer.
                continue;
            }
        }
    }

    private void serve(Socket client) {
        Optional<Socket> copy = connect();
        if (copy.isEmpty()) {
            refuse(client);
            return;
        }
        threads.execute(() -> pass(client, copy.get()));
        pass(copy.get(), client);
    }

    private Optional<Socket> connect() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < copies.size(); i++) {
            Copy copy = copies.get(Math.floorMod(first + i, copies.size()));
            OptionalInt port = copy.isRetired() ? OptionalInt.empty() : copy.port();
            if (port.isPresent()) {
                Optional<Socket> socket = connect(port.getAsInt());
                if (socket.isPresent()) {
                    return socket;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Socket> connect(int port) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return Optional.of(socket);
        } catch (IOException e) {
            close(socket);
            return Optional.empty();
        }
    }

    /** One side's end is the other's: neither is left waiting for who is dead. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // Both are closed by now, which is what the other end is to see.
            return;
        }
    }

    private static void refuse(Socket client) {
        try (client) {
            client.setSoTimeout(CONNECT_MILLIS);
            client.getOutputStream().write(NOBODY.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has gone, or is slow to: it has its answer.
            return;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
