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
 * that was over by a wrong clock. And so is the end of a do not disturb: where one begins until the same instant as one that
 * a fast clock had ended, their timers are the same word for word, and {@link TimersActOnWhatTheyWereMadeFor} must do.
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
        demand(!again || !Essence.changed(written) || isWithdrawal(written), "done before: " + written);
    }

    /** Word of a do not disturb that is still in force may find its author asked by a copy that did not know of it yet. */
    private static boolean isWithdrawal(Written written) {
        return written.run().messages().get(0) instanceof Answer answer
                && answer.kind() == Answer.Kind.DND_ON
                && written.run().whenRead(written.person()).values().stream()
                        .anyMatch(status -> status.dnd() != null
                                && status.dnd().until().equals(answer.until())
                                && status.dnd()
                                        .inForceAt(
                                                written.run().process().clock().instant())
                                && !status.person().equals(written.person()));
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

    /** From when on its being done counts. */
    private static Instant due(Message message) {
        if (message instanceof Reset reset) {
            return reset.callId() == null ? Instant.MAX : reset.until();
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
