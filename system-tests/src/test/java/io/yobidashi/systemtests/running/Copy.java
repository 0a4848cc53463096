package io.yobidashi.systemtests.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One copy of one program, as a process that the test kills, stops and starts again. Nobody else starts it: one that
 * ends by itself stays away and is found at the end.
 */
public final class Copy implements AutoCloseable {
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(30);

    private final String name;
    private final Plan plan;
    private Process process;
    private boolean wanted;
    private volatile boolean retired;

    /**
     * How a copy is started.
     *
     * @param portFile where it tells its HTTP port
     * @param log appended to by each of its lives
     */
    public record Plan(List<String> command, Map<String, String> environment, Path portFile, Path log) {}

    /** How a copy that was asked to stop went. */
    public record Goodbye(int exit, Duration took) {}

    Copy(String name, Plan plan) {
        this.name = name;
        this.plan = plan;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return plan.log();
    }

    /** Starts it with settings beside, or instead of, its own. */
    public synchronized void start(Map<String, String> settings) {
        try {
            Files.deleteIfExists(plan.portFile());
            ProcessBuilder builder = new ProcessBuilder(plan.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            Map<String, String> environment = new TreeMap<>(plan.environment());
            environment.putAll(settings);
            environment.put("YOBIDASHI_PORT_FILE", plan.portFile().toString());
            builder.environment().keySet().removeIf(key -> key.startsWith("YOBIDASHI_") || key.startsWith("AWS_"));
            builder.environment().putAll(environment);
            process = builder.start();
            wanted = true;
            retired = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        start(Map.of());
    }

    /** Takes it away from its balancer, as is done before a copy is stopped on purpose; its next start puts it back. */
    public void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    /** SIGKILL. */
    public synchronized void kill() {
        wanted = false;
        process.destroyForcibly();
        await(MOST_TO_STOP);
        forgetPort();
    }

    /** SIGTERM, and nothing more: whether it obeys is for the test to judge. */
    public Goodbye terminate() {
        long begun = System.nanoTime();
        Process ending;
        synchronized (this) {
            wanted = false;
            ending = process;
            ending.destroy();
        }
        boolean ended = await(MOST_TO_STOP);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        forgetPort();
        return new Goodbye(ended ? ending.exitValue() : -1, took);
    }

    public synchronized boolean isUp() {
        return process != null && process.isAlive();
    }

    /** False for one that has ended without being asked to. */
    public synchronized boolean isAsLeft() {
        return !wanted || process.isAlive();
    }

    /** Where it listens; empty while it has not told. */
    public OptionalInt port() {
        try {
            String text = Files.readString(plan.portFile()).strip();
            return OptionalInt.of(Integer.parseInt(text));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port().orElse(1) + path);
    }

    public boolean isReady() {
        try {
            return port().isPresent() && Http.get(uri("/q/health/ready")).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private boolean await(Duration most) {
        try {
            return process.waitFor(most.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void forgetPort() {
        try {
            Files.deleteIfExists(plan.portFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (isUp()) {
            kill();
        }
    }
}
