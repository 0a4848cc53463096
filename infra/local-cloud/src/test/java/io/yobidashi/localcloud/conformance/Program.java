package io.yobidashi.localcloud.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another program of this machine, started by us and ended with us.
 *
 * @param output file with all that it has written so far
 */
record Program(Process process, Path output) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    /** Skips the test where the program is not installed. */
    static void assumeInstalled(Path executable) {
        assumeTrue(Files.isExecutable(executable), executable + " is not there");
    }

    /** @param environment what the program gets beside our own environment */
    static Program start(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("program", ".log");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            return new Program(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " cannot be started", e);
        }
    }

    static Outcome run(List<String> command, Map<String, String> environment) {
        try (Program program = start(command, environment)) {
            return program.outcome();
        }
    }

    /** Waits for its end. */
    Outcome outcome() {
        awaitEnd();
        return new Outcome(process.exitValue(), text());
    }

    /** All that it has written so far. */
    String text() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("What a program wrote cannot be read", e);
        }
    }

    /** Ends it at once, without a word to whom it is connected. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException("What a program wrote cannot be deleted", e);
        }
    }

    /** @param text what it wrote, to both of its outputs */
    record Outcome(int exit, String text) {}
}
