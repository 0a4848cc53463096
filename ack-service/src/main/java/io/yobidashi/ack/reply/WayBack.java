package io.yobidashi.ack.reply;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one person can be told something privately, as {@link io.yobidashi.core.message.Answer#reply()} carries it. */
public sealed interface WayBack {
    /** By the address that Slack gave with a command or a click: 5 times in 30 minutes. */
    record ResponseUrl(URI address) implements WayBack {
        @Override
        public String wire() {
            return address.toString();
        }
    }

    /**
     * In the channel, seen by them alone; needs a bot token.
     *
     * @param thread the thread that they wrote in; absent in the channel itself
     */
    record Ephemeral(String channel, @Nullable String thread) implements WayBack {
        @Override
        public String wire() {
            return thread == null ? PREFIX + channel : PREFIX + channel + ":" + thread;
        }
    }

    String PREFIX = "slack:";

    String wire();

    /** Empty for what is neither. */
    static Optional<WayBack> ofWire(@Nullable String wire) {
        if (wire == null) {
            return Optional.empty();
        }
        if (wire.startsWith(PREFIX)) {
            String[] parts = wire.substring(PREFIX.length()).split(":", 2);
            return Optional.of(new Ephemeral(parts[0], parts.length == 2 ? parts[1] : null));
        }
        try {
            URI address = URI.create(wire);
            boolean http = address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?");
            return http ? Optional.of(new ResponseUrl(address)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
