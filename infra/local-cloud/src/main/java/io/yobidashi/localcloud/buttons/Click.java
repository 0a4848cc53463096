package io.yobidashi.localcloud.buttons;

/** The ways to press a SORACOM LTE-M Button, with the number that it sends ("Button Plus" format page). */
public enum Click {
    SINGLE(1),
    DOUBLE(2),
    LONG(3);

    private final int number;

    Click(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
