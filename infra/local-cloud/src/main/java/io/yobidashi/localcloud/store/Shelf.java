package io.yobidashi.localcloud.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts by key. A change that has returned survives the death of the process, though not a power failure. */
public final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final String name;
    private final ConcurrentMap<String, String> texts;
    private final ConcurrentMap<String, String> unreadable;
    private final Runnable commit;

    Shelf(String name, ConcurrentMap<String, String> texts, ConcurrentMap<String, String> unreadable, Runnable commit) {
        this.name = name;
        this.texts = texts;
        this.unreadable = unreadable;
        this.commit = commit;
    }

    public void put(String key, String text) {
        texts.put(key, text);
        commit.run();
    }

    public void remove(String key) {
        texts.remove(key);
        commit.run();
    }

    /** All texts as of now, sorted by key. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** Takes a text away that its owner cannot read, but keeps it, and says so. */
    public void setAside(String key, RuntimeException reason) {
        unreadable.put(key, texts.get(key));
        texts.remove(key);
        commit.run();
        LOG.error("What was kept of {} in {} is unreadable and was set aside", key, name, reason);
    }
}
