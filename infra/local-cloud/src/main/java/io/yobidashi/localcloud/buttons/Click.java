package io.yobidashi.localcloud.buttons;

/** The ways to press a button. Its name is what most dialects send. */
public enum Click {
    SINGLE(1, "Single short click"),
    DOUBLE(2, "Double short click"),
    LONG(3, "Single long click");

    private final int number;
    private final String detectType;

    Click(int number, String detectType) {
        this.number = number;
        this.detectType = detectType;
    }

    /** What a SORACOM LTE-M Button Plus sends beside the name ("Button Plus" format page). */
    int number() {
        return number;
    }

    /** What the global Soracom LTE-M Button sends instead ("Event mode" page). */
    String detectType() {
        return detectType;
    }
}
