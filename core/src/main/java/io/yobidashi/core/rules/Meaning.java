package io.yobidashi.core.rules;

import java.util.Locale;

/** What a press is for. Which click means which is the operator's choice, see {@link Meanings}. */
public enum Meaning {
    /** A call. */
    PRESS,
    /** A call that asks the group at once. */
    URGENT,
    /** A test: the channel is told, nobody is mentioned, no status changes. */
    TEST;

    /** The name in settings. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
