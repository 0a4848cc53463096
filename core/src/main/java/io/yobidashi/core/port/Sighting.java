package io.yobidashi.core.port;

import io.yobidashi.core.status.Post;

/** Whether Slack has a message that was posted without anybody hearing of its acceptance. */
public sealed interface Sighting {
    /**
     * It has one.
     *
     * @param ordered up to where it pays what was ordered, which may be less than was looked for
     */
    record Seen(Post post, int ordered) implements Sighting {}

    /** It has none, or this way of posting has no means to look. */
    record NotSeen() implements Sighting {}

    /** Slack does not say. */
    record NotKnown(String reason) implements Sighting {}
}
