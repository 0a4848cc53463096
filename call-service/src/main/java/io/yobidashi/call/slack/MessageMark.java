package io.yobidashi.call.slack;

import com.slack.api.model.Message;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Notice;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each of our messages carries unseen, so that it can be found again when nobody heard of its acceptance: Slack's
 * message metadata, which is given back on request.
 */
final class MessageMark {
    static final String EVENT = "yobidashi_call";

    private MessageMark() {}

    static Message.Metadata of(Notice notice) {
        Map<String, Object> payload = new HashMap<>(facts(notice));
        payload.put("ordered", notice.number());
        return Message.Metadata.builder().eventType(EVENT).eventPayload(payload).build();
    }

    /** The newest of these messages that pays something of what the notice is about. */
    static Optional<Sighting.Seen> find(Notice notice, String channel, List<Message> messages) {
        return messages.stream()
                .filter(message -> pays(notice, message))
                .max((one, other) -> one.getTs().compareTo(other.getTs()))
                .map(message -> new Sighting.Seen(new Post(channel, message.getTs()), (int) ordered(message)));
    }

    private static boolean pays(Notice notice, Message message) {
        Message.Metadata mark = message.getMetadata();
        if (mark == null || !EVENT.equals(mark.getEventType()) || mark.getEventPayload() == null) {
            return false;
        }
        Map<String, Object> payload = new HashMap<>(mark.getEventPayload());
        payload.remove("ordered");
        return payload.equals(facts(notice)) && isOwed(notice, ordered(message));
    }

    /** A mention pays for those ordered before it; all else is one of its own. */
    private static boolean isOwed(Notice notice, long ordered) {
        return switch (notice.kind()) {
            case MENTION, NOBODY_FREE, SOUGHT, MISSED, TEST ->
                ordered > notice.ledger().accepted()
                        && ordered <= notice.ledger().ordered();
            case WAITING, DND, BACK, ENDED, CHANGED -> ordered == notice.number();
        };
    }

    /** The ways of a call's mention are one account, so they are told apart by their number alone. */
    private static Map<String, Object> facts(Notice notice) {
        String kind =
                switch (notice.kind()) {
                    case NOBODY_FREE, SOUGHT -> Notice.Kind.MENTION.name();
                    default -> notice.kind().name();
                };
        Map<String, Object> facts = new HashMap<>();
        facts.put("person", notice.status().person());
        facts.put("kind", kind.toLowerCase(Locale.ROOT));
        notice.call().map(CallView::id).ifPresent(id -> facts.put("call", id));
        return facts;
    }

    private static long ordered(Message message) {
        return message.getMetadata().getEventPayload().get("ordered") instanceof Number number
                ? number.longValue()
                : -1;
    }
}
