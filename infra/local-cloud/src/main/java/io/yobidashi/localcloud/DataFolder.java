package io.yobidashi.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the local cloud keeps its files: a folder that stays, or a temporary one that goes with it. */
record DataFolder(Path path, boolean temporary) implements AutoCloseable {

    static DataFolder open(Optional<Path> kept) {
        try {
            return kept.isPresent()
                    ? new DataFolder(Files.createDirectories(kept.get()), false)
                    : new DataFolder(Files.createTempDirectory("local-cloud"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + path + " cannot be deleted", e);
        }
    }
}
