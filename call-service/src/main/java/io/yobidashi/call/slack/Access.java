package io.yobidashi.call.slack;

import java.net.URI;
import java.util.Optional;

/**
 * How the Web API is reached.
 *
 * @param token of the bot; a secret
 * @param channel where calls are told of, instead of the roster's
 * @param api where the methods are
 */
public record Access(String token, Optional<String> channel, URI api) {
    @Override
    public String toString() {
        return "Access[hidden]";
    }
}
