package io.yobidashi.ack.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the Events API tells, as far as it can be an answer. */
public sealed interface SlackEvent {
    /** Slack asks whether this address wants its events. */
    record Handshake(String challenge) implements SlackEvent {}

    /**
     * A person said something.
     *
     * @param thread the message of ours in whose thread it stands; absent in the channel itself
     */
    record Message(
            String channel,
            String ts,
            String user,
            String text,
            @Nullable String thread) implements SlackEvent {
        /** The same on every road by which this message can reach us. */
        public String id() {
            return channel + ":" + ts + ":" + user;
        }

        public Instant at() {
            return SlackTime.at(ts);
        }

        /** Without what is private. */
        @Override
        public String toString() {
            return "Message[" + id() + "]";
        }
    }

    /**
     * A person gave a message of ours an emoji.
     *
     * @param ts when, which names this event
     * @param message the message of ours
     * @param emoji its name, with the skin tone if any
     */
    record Reaction(String channel, String ts, String user, String message, String emoji) implements SlackEvent {
        public String id() {
            return channel + ":" + ts + ":" + user;
        }

        public Instant at() {
            return SlackTime.at(ts);
        }
    }

    /** Anything else: of bots, edits, deletions, what people do with messages of others. */
    record Other() implements SlackEvent {}
}
