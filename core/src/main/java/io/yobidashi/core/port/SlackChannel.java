package io.yobidashi.core.port;

import io.yobidashi.core.telling.Notice;
import java.time.Duration;

/** Posts into the Slack channel. Only call-service has one. */
public interface SlackChannel {
    /** How long nothing should be posted, to keep Slack's pace; zero when it may be now. Returns at once. */
    Duration pause();

    /** Blocks for at most 5 s. */
    PostResult post(Notice notice);
}
