package io.yobidashi.core.port;

import io.yobidashi.core.status.Post;
import java.time.Duration;
import java.util.Optional;

/** What Slack made of a message or an edit. */
public sealed interface PostResult {
    /** Slack took it; {@code post} is there where Slack tells the message's name. */
    record Accepted(Optional<Post> post) implements PostResult {}

    /** Slack was not asked, so that it need not refuse: others go first. It may be tried again after this time. */
    record NotAsked(Duration after, String reason) implements PostResult {}

    /** Not now, and certainly not taken: too many messages, or no way to Slack. It may be tried again after this time. */
    record Later(Duration after, String reason) implements PostResult {}

    /** No answer: Slack may have taken it or not. */
    record Lost(String reason) implements PostResult {}

    /** Slack refuses for good until somebody changes the set-up, such as {@code channel_is_archived}. */
    record Refused(String error) implements PostResult {}
}
