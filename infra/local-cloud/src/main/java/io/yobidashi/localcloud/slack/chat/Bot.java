package io.yobidashi.localcloud.slack.chat;

import io.yobidashi.localcloud.slack.content.Content;
import java.util.Optional;
import java.util.function.Consumer;

/** The app's hand in the conversation, by whatever way it is moved; each deed is told to who delivers events. */
public final class Bot {
    private final Conversation conversation;
    private final Consumer<Change> events;

    /** @param events must not block */
    public Bot(Conversation conversation, Consumer<Change> events) {
        this.conversation = conversation;
        this.events = events;
    }

    public SlackMessage post(Draft draft) {
        return told(conversation.post(draft));
    }

    public Optional<SlackMessage> edit(String ts, Content content) {
        return conversation.edit(ts, Workspace.BOT, content).map(this::told);
    }

    public Optional<SlackMessage> delete(String ts) {
        return conversation.delete(ts).map(this::told);
    }

    public Optional<SlackMessage> react(String ts, String name) {
        return conversation.react(ts, name, Workspace.BOT).map(this::told);
    }

    public Optional<SlackMessage> unreact(String ts, String name) {
        return conversation.unreact(ts, name, Workspace.BOT).map(this::told);
    }

    private SlackMessage told(Change change) {
        events.accept(change);
        return change.message();
    }
}
