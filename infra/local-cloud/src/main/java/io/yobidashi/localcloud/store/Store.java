package io.yobidashi.localcloud.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must outlive the process: shelves of named texts in one file, the MVStore of H2. A file that cannot be read is
 * never overwritten: it is renamed to {@code <name>.corrupt-<n>}, the log says so, and a new one begins.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final MVStore file;

    private Store(MVStore file) {
        this.file = file;
    }

    /** Keeps nothing: gone when closed. */
    public static Store inMemory() {
        return new Store(new MVStore.Builder().autoCommitDisabled().open());
    }

    /**
     * Opens a file, made if absent.
     *
     * @throws IllegalStateException if another process has it open, or a newer version wrote it
     */
    public static Store open(Path file) {
        try {
            return readable(file);
        } catch (MVStoreException e) {
            if (isHealthy(e)) {
                throw new IllegalStateException(file + " cannot be opened: " + e.getMessage(), e);
            }
            setAside(file, e);
            return readable(file);
        }
    }

    /** The shelf of that name, empty at first. */
    public Shelf shelf(String name) {
        return new Shelf(name, file.openMap(name), file.openMap(name + ".unreadable"), file::commit);
    }

    @Override
    public void close() {
        file.close();
    }

    /** A damaged page may show only when it is read, so all are, before anybody relies on one. */
    private static Store readable(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        try {
            for (String name : store.getMapNames()) {
                store.openMap(name).forEach((key, value) -> {});
            }
            // Space is used again as soon as no kept version needs it: a killed process loses no written order, and
            // without this a file grows by some kilobytes with each change for 45 s, which slows all of them.
            store.setRetentionTime(0);
            return new Store(store);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private static boolean isHealthy(MVStoreException e) {
        return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                || e.getErrorCode() == DataUtils.ERROR_UNSUPPORTED_FORMAT;
    }

    private static void setAside(Path file, MVStoreException cause) {
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
        LOG.error("{} is corrupt and was set aside as {}; what it held is missing now", file, aside, cause);
    }
}
