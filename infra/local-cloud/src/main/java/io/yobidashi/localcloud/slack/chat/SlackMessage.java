package io.yobidashi.localcloud.slack.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.slack.content.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One message, in the field names of Slack.
 *
 * @param ts identity and time: epoch seconds with six decimals, unique and rising
 * @param user a person's Slack user, or the app's bot
 * @param text Slack's markup: mentions as {@code <@USER>}, and {@code & < >} escaped
 * @param threadTs {@code ts} of the message that this one answers; null outside a thread
 * @param to the only user who sees it; null for one that everybody sees
 * @param reactions never null, left out when empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SlackMessage(
        String ts,
        String channel,
        String user,
        @JsonInclude String text,
        JsonNode blocks,
        JsonNode attachments,
        @JsonProperty("thread_ts") String threadTs,
        Edited edited,
        String to,
        List<Reaction> reactions,
        JsonNode metadata) {

    public SlackMessage {
        reactions = List.copyOf(Objects.requireNonNullElse(reactions, List.of()));
    }

    /** Who changed a message last, and when. */
    public record Edited(String user, String ts) {}

    /** An emoji by its name, and who gave it, in order. */
    public record Reaction(String name, List<String> users) {}

    static SlackMessage of(Draft draft, String ts, String threadTs) {
        Content content = draft.content();
        return new SlackMessage(
                ts,
                draft.channel(),
                draft.user(),
                content.text(),
                content.blocks(),
                content.attachments(),
                threadTs,
                null,
                draft.to(),
                List.of(),
                content.metadata());
    }

    public Content content() {
        return new Content(text, blocks, attachments, metadata);
    }

    public boolean forEverybody() {
        return to == null;
    }

    public boolean isSeenBy(String person) {
        return to == null || to.equals(person);
    }

    SlackMessage edited(Content content, Edited by) {
        return new SlackMessage(
                ts,
                channel,
                user,
                content.text(),
                content.blocks(),
                content.attachments(),
                threadTs,
                by,
                to,
                reactions,
                content.metadata());
    }

    /** Empty if that user has given it already. */
    Optional<SlackMessage> withReaction(String name, String by) {
        if (hasReaction(name, by)) {
            return Optional.empty();
        }
        Map<String, List<String>> all = usersByReaction();
        all.computeIfAbsent(name, first -> new ArrayList<>()).add(by);
        return Optional.of(withReactions(all));
    }

    /** Empty if that user has not given it. */
    Optional<SlackMessage> withoutReaction(String name, String by) {
        if (!hasReaction(name, by)) {
            return Optional.empty();
        }
        Map<String, List<String>> all = usersByReaction();
        all.get(name).remove(by);
        all.values().removeIf(List::isEmpty);
        return Optional.of(withReactions(all));
    }

    private boolean hasReaction(String name, String by) {
        return reactions.stream()
                .anyMatch(reaction ->
                        reaction.name().equals(name) && reaction.users().contains(by));
    }

    private Map<String, List<String>> usersByReaction() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        reactions.forEach(reaction -> all.put(reaction.name(), new ArrayList<>(reaction.users())));
        return all;
    }

    private SlackMessage withReactions(Map<String, List<String>> users) {
        List<Reaction> all = users.entrySet().stream()
                .map(reaction -> new Reaction(reaction.getKey(), List.copyOf(reaction.getValue())))
                .toList();
        return new SlackMessage(ts, channel, user, text, blocks, attachments, threadTs, edited, to, all, metadata);
    }
}
