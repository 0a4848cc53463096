package io.yobidashi.core.port;

import io.yobidashi.core.telling.Notice;
import java.time.Duration;

/** Posts into the Slack channel, and edits what was posted. Only call-service has one. */
public interface SlackChannel {
    /** How long this should not be posted, to keep Slack's pace; zero when it may be now. Returns at once. */
    Duration pause(Notice notice);

    /** Posts or edits. Blocks for at most 5 s. */
    PostResult post(Notice notice);

    /** Looks for the message of a notice whose posting had no answer, or whose poster is gone. Blocks for at most 3 s. */
    Sighting look(Notice notice);
}
