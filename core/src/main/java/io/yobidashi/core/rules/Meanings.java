package io.yobidashi.core.rules;

import io.yobidashi.core.status.Click;

/**
 * What the clicks of a button mean. A single click always calls. The one place where a click becomes a meaning; what
 * was clicked is kept in the shadow all the same.
 *
 * @param twice what a double click means
 * @param held what a long click means
 */
public record Meanings(Meaning twice, Meaning held) {
    public static final Meanings DEFAULT = new Meanings(Meaning.URGENT, Meaning.TEST);

    public Meaning of(Click click) {
        return switch (click) {
            case SINGLE -> Meaning.PRESS;
            case DOUBLE -> twice;
            case LONG -> held;
        };
    }
}
