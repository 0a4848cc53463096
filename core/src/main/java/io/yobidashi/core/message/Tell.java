package io.yobidashi.core.message;

import org.jspecify.annotations.Nullable;

/**
 * The person's shadow changed: look what Slack is owed. It says nothing itself, so losing or repeating it is harmless.
 *
 * @param callId for the log; absent where no call is open
 */
public record Tell(String person, @Nullable String callId) implements Message {}
