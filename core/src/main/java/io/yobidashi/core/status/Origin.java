package io.yobidashi.core.status;

import java.time.Instant;

/**
 * The press that opened a call.
 *
 * @param button the button's id
 * @param pressedAt when the visitor pressed, by the sender's clock
 */
public record Origin(String button, Click click, Instant pressedAt) {}
