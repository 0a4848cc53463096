package io.yobidashi.core.roster;

/** A roster, or an entry of one, makes no sense. The message is one line. */
public final class BadRosterException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /** @param place the field at fault: {@code id} of an entry, {@code people[1].id} of a roster */
    BadRosterException(String place, String problem) {
        super(problem);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
