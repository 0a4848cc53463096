package io.yobidashi.localcloud.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/**
 * What must outlive the process: shelves of named texts in one file, the MVStore of H2. A file that cannot be read is
 * never overwritten: it is renamed to {@code <name>.corrupt-<n>}, the log says so, and a new one begins.
 */
public final class Store implements AutoCloseable {
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
     * @throws IllegalStateException if another process has it open or it cannot be made, with one line
     */
    public static Store open(Path file) {
        try {
            return whole(file);
        } catch (CorruptFile e) {
            Aside.put(file, e);
            return whole(file);
        }
    }

    /** The shelf of that name, empty at first. */
    public Shelf shelf(String name) {
        return new Shelf(name, map(file, name), map(file, name + ".unreadable"), file);
    }

    @Override
    public void close() {
        file.close();
    }

    /** A damaged page may show only when it is read, so all are, before anybody relies on one. */
    private static Store whole(Path file) {
        MVStore store = opened(file);
        try {
            for (String name : store.getMapNames()) {
                map(store, name).forEach((key, value) -> {});
            }
            // Space is used again as soon as no kept version needs it: a killed process loses no written order, and
            // without this a file grows by some kilobytes with each change for 45 s, which slows all of them.
            store.setRetentionTime(0);
            return new Store(store);
        } catch (RuntimeException
                | OutOfMemoryError e) { // It may stumble over anything, and a wrong length ask for all.
            store.closeImmediately();
            throw new CorruptFile(e);
        }
    }

    private static MVMap<String, String> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    private static MVStore opened(Path file) {
        boolean existed = Files.isRegularFile(file);
        CorruptFile.check(file);
        try {
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open();
        } catch (RuntimeException e) {
            if (e instanceof MVStoreException locked && locked.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException(file + " is in use by another process", e);
            }
            if (!existed) {
                throw new IllegalStateException(file + " cannot be made: " + e.getMessage(), e);
            }
            throw new CorruptFile(e);
        }
    }
}
