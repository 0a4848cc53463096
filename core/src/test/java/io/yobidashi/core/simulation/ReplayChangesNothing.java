package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.simulation.Happening.Ended;
import io.yobidashi.core.simulation.Happening.Written;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A message that was done changes nothing when it comes again, whatever has happened since. A timer that came before its
 * time was not done but sent on. An "ok" or "can't" that found no call is left out: no row remembers it, and where a call
 * began within the tolerance for clocks of it, a second delivery is taken for an answer to that. So is a do not disturb
 * that was over by a wrong clock.
 */
final class ReplayChangesNothing implements Invariant {
    private final Set<String> done = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    @Override
    public String promise() {
        return "what was done is not done again";
    }

    @Override
    public void written(Written written) {
        List<Message> messages = written.run().messages();
        boolean again = !messages.isEmpty() && messages.stream().allMatch(message -> done.contains(id(message)));
        messages.stream()
                .map(ReplayChangesNothing::id)
                .filter(id -> written.next().recent().contains(id))
                .forEach(taken::add);
        demand(!again || !Essence.changed(written), "done before: " + written);
    }

    @Override
    public void ended(Ended ended) {
        Instant now = ended.run().process().clock().instant();
        if (ended.done()) {
            ended.run().messages().stream()
                    .filter(message -> !due(message).isAfter(now))
                    .filter(message -> !mayComeToNothing(message) || taken.contains(id(message)))
                    .map(ReplayChangesNothing::id)
                    .forEach(done::add);
        }
    }

    private static boolean mayComeToNothing(Message message) {
        return message instanceof Answer answer && answer.kind() != Answer.Kind.DND_OFF;
    }

    private static Instant due(Message message) {
        if (message instanceof Reset reset) {
            return reset.until();
        }
        return message instanceof Reminder reminder ? reminder.due() : Instant.MIN;
    }

    private static String id(Message message) {
        if (message instanceof Press press) {
            return String.valueOf(press.id());
        }
        return message instanceof Answer answer ? answer.id() : message.toString();
    }
}
