package io.yobidashi.call.press;

/** One way in which a press is written down. Pure. */
interface Dialect {
    /** Told by its keys alone, whatever their order and their values. */
    boolean speaks(Content body);

    /**
     * Reads a body that speaks this dialect. Keys that it does not know are ignored.
     *
     * @throws UnreadablePressException for what is no press; it repeats nothing of the body
     */
    Told read(Content body);
}
