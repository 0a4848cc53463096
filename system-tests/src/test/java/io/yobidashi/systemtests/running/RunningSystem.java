package io.yobidashi.systemtests.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged system as processes of its own, started and stopped by the very command that users have. */
public final class RunningSystem implements AutoCloseable {
    private static final Path SCRIPT =
            Path.of("..", "yobidashi").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of("BOARD", "CALL", "ACK", "RESET", "CLOUD", "SQS", "MQTT", "MQTT_WS");

    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    private RunningSystem(Path home, Map<String, String> settings) {
        this.home = home;
        PORTS.forEach(port -> environment.put("YOBIDASHI_PORT_" + port, "0"));
        environment.put("YOBIDASHI_HOME", home.toString());
        environment.put("YOBIDASHI_EPHEMERAL", "true");
        environment.putAll(settings);
    }

    /** Starts everything on free ports with its files under {@code home}. */
    public static RunningSystem up(Path home, Map<String, String> settings) {
        RunningSystem system = new RunningSystem(home, settings);
        system.command("up", "-d");
        return system;
    }

    public URI board(String path) {
        return uri("dashboard-service", path);
    }

    public URI calls(String path) {
        return uri("call-service", path);
    }

    public URI answers(String path) {
        return uri("ack-service", path);
    }

    public URI cloud(String path) {
        return uri("local-cloud", path);
    }

    public URI health(String name) {
        return uri(name, "/q/health/ready");
    }

    public String log(String name) {
        return read(home.resolve("logs").resolve(name + ".log"));
    }

    public void restart(String name) {
        command("restart", name);
    }

    /** Runs one command of the script and returns what it printed; it must end well. */
    public String command(String... words) {
        List<String> command = Stream.concat(Stream.of(SCRIPT.toString()), Arrays.stream(words))
                .toList();
        Path output = home.resolve("command.out");
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
            String printed = Files.readString(output);
            assertThat(ended).as("%s ended, printed: %s", command, printed).isTrue();
            assertThat(process.exitValue())
                    .as("%s printed: %s", command, printed)
                    .isZero();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private URI uri(String name, String path) {
        return URI.create("http://localhost:"
                + read(home.resolve("run").resolve(name + ".port")).strip() + path);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        command("down");
    }
}
