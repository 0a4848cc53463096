package io.yobidashi.localcloud.slack.chat;

import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.store.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that was posted, oldest first; the newest ones are kept over restarts. A change that has returned survives
 * the death of the process.
 */
public final class Conversation {
    static final int MOST_MESSAGES = 10_000;
    private static final String LAST_TS = "last-ts";

    private final Timestamps timestamps;
    private final Shelf shelf;
    private final Kept<SlackMessage> kept;
    private final Consumer<Change> listener;
    private final TreeMap<String, SlackMessage> messages;

    /** @param listener hears each change, in order; must not block */
    public Conversation(Timestamps timestamps, Shelf shelf, Consumer<Change> listener) {
        this.timestamps = timestamps;
        this.shelf = shelf;
        this.kept = new Kept<>(shelf, "message/", SlackMessage.class);
        this.listener = listener;
        this.messages = new TreeMap<>(kept.all());
        Optional.ofNullable(shelf.texts().get(LAST_TS)).ifPresent(timestamps::continueAfter);
        Optional.ofNullable(messages.lastEntry()).ifPresent(last -> timestamps.continueAfter(last.getKey()));
    }

    /** A reply to a message that is not there goes to the channel, as Slack does it (slack-go/slack issue 1571). */
    public synchronized Change.Posted post(Draft draft) {
        SlackMessage message = SlackMessage.of(draft, timestamps.next(), root(draft));
        store(message);
        while (messages.size() > MOST_MESSAGES) {
            kept.remove(messages.pollFirstEntry().getKey());
        }
        return told(new Change.Posted(message));
    }

    /** Empty if there is no such message. */
    public synchronized Optional<Change.Edited> edit(String ts, String editor, Content content) {
        return find(ts).map(before -> {
            SlackMessage after = before.edited(content, new SlackMessage.Edited(editor, timestamps.next()));
            store(after);
            return told(new Change.Edited(before, after));
        });
    }

    /** Empty if there is no such message. Its {@code ts} is never given again. */
    public synchronized Optional<Change.Deleted> delete(String ts) {
        return find(ts).map(message -> {
            shelf.put(LAST_TS, messages.lastKey());
            kept.remove(ts);
            messages.remove(ts);
            return told(new Change.Deleted(message));
        });
    }

    /** Empty if there is no such message, or the user has reacted with it already. */
    public synchronized Optional<Change.ReactionAdded> react(String ts, String name, String user) {
        return find(ts).flatMap(message -> message.withReaction(name, user))
                .map(after -> react(after, name, user, Change.ReactionAdded::new));
    }

    /** Empty if there is no such message, or the user has not reacted with it. */
    public synchronized Optional<Change.ReactionRemoved> unreact(String ts, String name, String user) {
        return find(ts).flatMap(message -> message.withoutReaction(name, user))
                .map(after -> react(after, name, user, Change.ReactionRemoved::new));
    }

    public synchronized Optional<SlackMessage> find(String ts) {
        return Optional.ofNullable(messages.get(ts));
    }

    public synchronized List<SlackMessage> messages() {
        return List.copyOf(messages.values());
    }

    private String root(Draft draft) {
        return Optional.ofNullable(draft.threadTs())
                .flatMap(this::find)
                .filter(parent -> parent.forEverybody() && parent.channel().equals(draft.channel()))
                .map(parent -> parent.threadTs() == null ? parent.ts() : parent.threadTs())
                .orElse(null);
    }

    private interface Reacting<C> {
        C by(SlackMessage message, String name, String user);
    }

    private <C extends Change> C react(SlackMessage after, String name, String user, Reacting<C> change) {
        store(after);
        return told(change.by(after, name, user));
    }

    private void store(SlackMessage message) {
        kept.put(message.ts(), message);
        messages.put(message.ts(), message);
    }

    private <C extends Change> C told(C change) {
        listener.accept(change);
        return change;
    }
}
