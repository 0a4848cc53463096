package io.yobidashi.localcloud.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts by key. A change that has returned survives the death of the process, though not a power failure. */
public final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final String name;
    private final MVMap<String, String> sealed;
    private final MVMap<String, String> unreadable;
    private final MVStore file;

    Shelf(String name, MVMap<String, String> sealed, MVMap<String, String> unreadable, MVStore file) {
        this.name = name;
        this.sealed = sealed;
        this.unreadable = unreadable;
        this.file = file;
    }

    public void put(String key, String text) {
        String seal = Seal.close(text);
        write(() -> sealed.put(key, seal));
    }

    public void remove(String key) {
        write(() -> sealed.remove(key));
    }

    /** All texts as of now, sorted by key; a damaged one is set aside. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> entry : entries()) {
            opened(entry).ifPresent(text -> texts.put(entry.getKey(), text));
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    /** Takes a text away that its owner cannot read, but keeps it, and says so. */
    public void setAside(String key, RuntimeException reason) {
        write(() -> {
            unreadable.put(key, sealed.get(key));
            sealed.remove(key);
        });
        LOG.error("What was kept of {} in {} is unreadable and was set aside: {}", key, name, reason.getMessage());
    }

    /**
     * One after another: room in the file is used again so soon that a change beside a commit would miss its pages. A
     * commit takes some 30 microseconds, so waiting to write several together gains nothing.
     */
    private void write(Runnable change) {
        synchronized (file) {
            change.run();
            file.commit();
        }
    }

    private List<Map.Entry<String, String>> entries() {
        synchronized (file) {
            return List.copyOf(Map.copyOf(sealed).entrySet());
        }
    }

    private Optional<String> opened(Map.Entry<String, String> entry) {
        try {
            return Optional.of(Seal.open(entry.getValue()));
        } catch (IllegalArgumentException damaged) {
            setAside(entry.getKey(), damaged);
            return Optional.empty();
        }
    }
}
