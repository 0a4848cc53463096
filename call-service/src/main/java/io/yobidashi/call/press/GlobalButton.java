package io.yobidashi.call.press;

/**
 * The global SORACOM LTE-M Button: {@code detect_type} as a text, {@code seq_number}, {@code batt_vol} in millivolts.
 * Its messages of other types (status, timer, heartbeat) tell no click and are no presses. Source: SORACOM's pages on its
 * messages and its modes.
 */
final class GlobalButton implements Dialect {
    private static final int CELLS = 2;

    @Override
    public boolean speaks(Content body) {
        return body.has("detect_type") || body.has("seq_number");
    }

    @Override
    public Told read(Content body) {
        String detected = body.text("detect_type")
                .orElseThrow(() -> new UnreadablePressException("a message of the button without detect_type"));
        return Told.of(Clicks.detected(detected), Charge.ofMillivolts(body.raw("batt_vol"), CELLS))
                .numbered(body.whole("seq_number").orElse(null));
    }
}
