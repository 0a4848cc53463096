package io.yobidashi.core.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is coming.
 *
 * @param by the person's id
 * @param note what the person wrote beside "ok", such as {@code 3 min}
 * @param eta when the person expects to arrive
 */
public record Response(
        String by, @Nullable String note, @Nullable Instant eta) {}
