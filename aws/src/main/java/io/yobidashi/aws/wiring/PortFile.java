package io.yobidashi.aws.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Tells other processes the HTTP port that was given where any free one was asked for. */
@Singleton
public final class PortFile {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Optional<Path> file;

    public PortFile(Settings settings) {
        this.file = settings.text("YOBIDASHI_PORT_FILE").map(Path::of);
    }

    void started(@ObservesAsync HttpServerStart started, HttpServer server) {
        file.ifPresent(path -> write(path, known(server::getPort)));
    }

    /**
     * The port, as soon as it is known. Quarkus says that one of its event loops listens, and takes the port from another,
     * which may be a moment later: until then it is negative.
     */
    static int known(IntSupplier port) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (port.getAsInt() < 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the HTTP port is not known after " + PATIENCE);
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
        return port.getAsInt();
    }

    void stopping(@Observes ShutdownEvent event) {
        file.ifPresent(PortFile::delete);
    }

    /** In one move: a reader never sees half a number. */
    static void write(Path file, int port) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, port + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write YOBIDASHI_PORT_FILE", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete YOBIDASHI_PORT_FILE", e);
        }
    }
}
