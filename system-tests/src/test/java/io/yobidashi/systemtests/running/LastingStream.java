package io.yobidashi.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Listens to Server-Sent Events for as long as it is open: whenever the stream ends, or is silent too long, it connects anew. */
public final class LastingStream implements AutoCloseable {
    private static final int SILENCE_MILLIS = 15_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Supplier<URI> address;
    private final Listener listener;
    private final Thread reader;
    private volatile boolean open = true;

    /** Takes the events, on one thread. */
    @FunctionalInterface
    public interface Listener {
        /** @param connection counts from 1 */
        void event(int connection, String name, JsonNode data);
    }

    /** @param address asked before each connection, since whoever is there may have moved */
    public LastingStream(Supplier<URI> address, Listener listener) {
        this.address = address;
        this.listener = listener;
        reader = new Thread(this::run, "lasting-stream");
        reader.setDaemon(true);
        reader.start();
    }

    private void run() {
        for (int connection = 1; open; connection++) {
            try {
                read(connection);
            } catch (IOException e) {
                // Nobody is there, or no longer.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void read(int connection) throws IOException {
        HttpURLConnection http = (HttpURLConnection) address.get().toURL().openConnection();
        http.setConnectTimeout(1_000);
        http.setReadTimeout(SILENCE_MILLIS);
        http.setRequestProperty("Accept", "text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(http.getInputStream(), StandardCharsets.UTF_8))) {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null && open; line = lines.readLine()) {
                if (line.isEmpty() && data.length() > 0) {
                    listener.event(connection, name, Json.parse(data.toString()));
                    data.setLength(0);
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                }
            }
        } finally {
            http.disconnect();
        }
    }

    @Override
    public void close() {
        open = false;
        reader.interrupt();
    }
}
