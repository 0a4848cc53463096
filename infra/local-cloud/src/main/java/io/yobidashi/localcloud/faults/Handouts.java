package io.yobidashi.localcloud.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that wait to be handed out a second time, by queue. They keep their receipt handles, as if the first answer
 * came again. Belongs to one event loop.
 */
final class Handouts {
    private final Map<String, Received> waiting = new HashMap<>();

    void keep(SqsCall call, Received received) {
        waiting.merge(key(call), received, Received::and);
    }

    /** The next of them, as many as the call wants. */
    Optional<Answer> next(SqsCall call) {
        Received all = waiting.remove(key(call));
        if (all == null) {
            return Optional.empty();
        }
        int size = all.messages().size();
        int count = Math.max(1, Math.min(call.maxMessages(), size));
        if (count < size) {
            waiting.put(key(call), all.part(count, size));
        }
        return Optional.of(all.part(0, count).asAnswer());
    }

    void clear() {
        waiting.clear();
    }

    /** A client that speaks the other protocol could not read them. */
    private static String key(SqsCall call) {
        return call.json() + "/" + call.queue();
    }
}
