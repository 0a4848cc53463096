package io.yobidashi.localcloud.buttons;

/**
 * What somebody wants pressed.
 *
 * @param times separate presses, fast, one after another
 * @param copies how often the radio sends the very same transmission of each
 */
record Order(Press press, Dialect dialect, int times, int copies) {

    int transmissions() {
        return times * copies;
    }
}
