package io.yobidashi.localcloud.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged local cloud as a process of its own on free ports.
 *
 * @param startMillis from the start of the process to its line that says it can be used
 */
record RunningCloud(Process process, Path home, double startMillis) implements AutoCloseable {
    private static final String ANY_FREE = "0";
    /** As {@code ./yobidashi up} starts it. */
    private static final List<String> FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx400m");

    /** @param home where it keeps its files */
    static RunningCloud start(Path jar, Path home) {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(home.resolve("errors.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("YOBIDASHI_"));
        builder.environment()
                .putAll(Map.of(
                        "YOBIDASHI_HOME", home.toString(),
                        "YOBIDASHI_PORT_CLOUD", ANY_FREE,
                        "YOBIDASHI_PORT_SQS", ANY_FREE,
                        "YOBIDASHI_PORT_MQTT", ANY_FREE,
                        "YOBIDASHI_PORT_MQTT_WS", ANY_FREE));
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            String line = process.inputReader().readLine();
            double millis = (System.nanoTime() - begun) / 1e6;
            if (line == null) {
                throw new IllegalStateException("The local cloud did not start; see " + home.resolve("errors.log"));
            }
            return new RunningCloud(process, home, millis);
        } catch (IOException e) {
            throw new UncheckedIOException("The local cloud cannot be started", e);
        }
    }

    /** The door of the IoT data plane. */
    URI http() {
        return URI.create("http://127.0.0.1:" + firstLine(home.resolve("run/local-cloud.port")));
    }

    /** What the process holds in memory now, in MB. */
    long residentMegabytes() {
        return firstLineWith("VmRSS:", Path.of("/proc", "" + process.pid(), "status")) / 1024;
    }

    /** The file that it keeps shadows in, in MB. */
    long keptMegabytes() {
        return home.resolve("data/cloud.mv.db").toFile().length() / 1_000_000;
    }

    /** Waits for a few seconds without doing anything to it. */
    void leaveAlone(int seconds) {
        await().pollDelay(seconds, TimeUnit.SECONDS)
                .atMost(seconds + 5L, TimeUnit.SECONDS)
                .until(process::isAlive);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long firstLineWith(String label, Path file) {
        return firstLine(file)
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.replaceAll("\\D+", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
