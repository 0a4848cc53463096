package io.yobidashi.ack.door;

import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Roster;
import java.util.Optional;

/**
 * The channel that people are called in. What is said in others, where the app may have been invited too, is no answer.
 *
 * @param override the channel by the settings; empty where the roster's counts
 */
public record CallChannel(Rosters rosters, Optional<String> override) {
    boolean is(String channelId) {
        return override.orElseGet(() -> roster().channel()).equals(channelId);
    }

    Roster roster() {
        return rosters.current();
    }
}
