package io.yobidashi.core.status;

/** How a button was pressed; the names are those of AWS IoT 1-Click and the SORACOM LTE-M Button. */
public enum Click {
    /** A call. */
    SINGLE,
    /** By default an urgent call: the group is asked at once. */
    DOUBLE,
    /** By default a test: the channel is told, nobody is mentioned, no status changes. */
    LONG
}
