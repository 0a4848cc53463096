package io.yobidashi.core.port;

import io.yobidashi.core.telling.Notice;

/** Posts into the Slack channel. Only call-service has one. Blocks for at most 5 s. */
public interface SlackChannel {
    PostResult post(Notice notice);
}
