package io.yobidashi.localcloud.slack.chat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.store.Shelf;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of one kind on a shelf that is shared with others, as JSON.
 *
 * @param prefix what the keys of this kind begin with
 */
record Kept<T>(Shelf shelf, String prefix, Class<T> kind) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By key, sorted; what cannot be read is set aside. */
    SortedMap<String, T> all() {
        SortedMap<String, T> all = new TreeMap<>();
        shelf.texts().forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                restore(all, key, text);
            }
        });
        return all;
    }

    void put(String key, T value) {
        shelf.put(prefix + key, JSON.valueToTree(value).toString());
    }

    void remove(String key) {
        shelf.remove(prefix + key);
    }

    private void restore(SortedMap<String, T> all, String key, String text) {
        try {
            all.put(key.substring(prefix.length()), JSON.readValue(text, kind));
        } catch (JacksonException e) {
            // Without the cause, whose text may quote the message.
            String problem = "No " + kind.getSimpleName() + ": " + e.getClass().getSimpleName();
            shelf.setAside(key, new IllegalArgumentException(problem));
        }
    }
}
