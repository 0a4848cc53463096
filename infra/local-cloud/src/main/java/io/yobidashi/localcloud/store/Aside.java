package io.yobidashi.localcloud.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a file that cannot be read: it is kept under another name, and the log says so. */
public final class Aside {
    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private Aside() {}

    /** Renames a corrupt file to {@code <name>.corrupt-<n>}; whoever asked goes on with a new one. */
    public static void put(Path file, Exception reason) {
        Path aside = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> file.resolveSibling(file.getFileName() + ".corrupt-" + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is corrupt and cannot be renamed to " + aside, e);
        }
        LOG.error("{} is corrupt and was set aside as {}; what it held is missing now: {}", file, aside, line(reason));
    }

    private static String line(Exception reason) {
        return String.valueOf(reason.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
