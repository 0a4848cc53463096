package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a press tells. Everything but the click may be absent.
 *
 * @param id the sender's own id of the press
 * @param button the button's id
 * @param imsi the SIM that sent it
 * @param at when it was pressed, by the sender's clock
 * @param battery the charge left, 0 to 1
 * @param sequence the button's own number of the press
 */
record Told(
        Click click,
        @Nullable String id,
        @Nullable String button,
        @Nullable String imsi,
        @Nullable Instant at,
        @Nullable Double battery,
        @Nullable Long sequence) {

    static Told of(Click click, @Nullable Double battery) {
        return new Told(click, null, null, null, null, battery, null);
    }

    Told from(@Nullable String newButton, @Nullable String newImsi) {
        return new Told(click, id, newButton, newImsi, at, battery, sequence);
    }

    Told known(@Nullable String newId, @Nullable Instant newAt) {
        return new Told(click, newId, button, imsi, newAt, battery, sequence);
    }

    Told numbered(@Nullable Long newSequence) {
        return new Told(click, id, button, imsi, at, battery, newSequence);
    }
}
