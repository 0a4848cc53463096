package io.yobidashi.localcloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A local cloud as a process of its own on free ports, which can be killed. */
final class CloudProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path home;

    private CloudProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** With flags as of {@code ./yobidashi}, and free ports unless the settings say otherwise; nothing else is set. */
    static ProcessBuilder builder(Map<String, String> settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("YOBIDASHI_"));
        List.of("CLOUD", "SQS", "MQTT", "MQTT_WS").forEach(port -> environment.put("YOBIDASHI_PORT_" + port, "0"));
        environment.putAll(settings);
        return builder;
    }

    /** Does not wait for it; its errors go to a file. */
    static CloudProcess launch(Path home, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("YOBIDASHI_HOME", home.toString());
        try {
            return new CloudProcess(
                    builder(environment)
                            .redirectError(home.resolve("errors.log").toFile())
                            .start(),
                    home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it can be used. */
    static CloudProcess start(Path home, Map<String, String> settings) {
        CloudProcess started = launch(home, settings);
        String line = started.firstLine();
        if (line == null || !line.contains("is ready")) {
            throw new IllegalStateException("Not ready: " + line + started.errors());
        }
        return started;
    }

    int port(String name) {
        return Integer.parseInt(
                read(home.resolve("run").resolve(name + ".port")).strip());
    }

    long pid() {
        return process.pid();
    }

    /** What it complained of, without what newer JVMs have to say of libraries. */
    List<String> errors() {
        return read(home.resolve("errors.log"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .toList();
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to end, as {@code ./yobidashi} does. */
    void terminate() {
        process.toHandle().destroy();
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private String firstLine() {
        try {
            BufferedReader output = process.inputReader();
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
