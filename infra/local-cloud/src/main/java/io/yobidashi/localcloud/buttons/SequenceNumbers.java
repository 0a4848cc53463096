package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.store.Shelf;
import java.util.HashMap;
import java.util.Map;

/** Counts the messages of each button, from 1; a number that was given out is not given out again after a restart. */
final class SequenceNumbers {
    private final Shelf shelf;
    private final Map<String, Long> last = new HashMap<>();

    SequenceNumbers(Shelf shelf) {
        this.shelf = shelf;
        shelf.texts().forEach(this::recall);
    }

    synchronized long next(String button) {
        long number = last.merge(button, 1L, Long::sum);
        shelf.put(button, Long.toString(number));
        return number;
    }

    private void recall(String button, String text) {
        try {
            last.put(button, Long.valueOf(text));
        } catch (NumberFormatException e) {
            shelf.setAside(button, e);
        }
    }
}
