package io.yobidashi.localcloud.slack.chat;

import io.yobidashi.localcloud.slack.content.Content;

/**
 * What somebody wants to post, before it has a time.
 *
 * @param threadTs any message of the thread to post to, or null
 * @param to the only user who is to see it, or null for everybody
 */
public record Draft(String channel, String user, Content content, String threadTs, String to) {

    public static Draft of(String channel, String user, Content content) {
        return new Draft(channel, user, content, null, null);
    }

    public Draft inThread(String ts) {
        return new Draft(channel, user, content, ts, to);
    }

    public Draft onlyFor(String person) {
        return new Draft(channel, user, content, threadTs, person);
    }
}
