package io.yobidashi.localcloud.slack.chat;

/** What happened in the conversation. */
public sealed interface Change {

    /** The message that it happened to, as it is now; as it was, if it is gone. */
    SlackMessage message();

    record Posted(SlackMessage message) implements Change {}

    record Edited(SlackMessage before, SlackMessage message) implements Change {}

    record Deleted(SlackMessage message) implements Change {}

    record ReactionAdded(SlackMessage message, String name, String user) implements Change {}

    record ReactionRemoved(SlackMessage message, String name, String user) implements Change {}
}
