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
 * A message that was taken in and done changes nothing when it comes again, whatever has happened since. What came to
 * nothing is remembered by no row, so it is not done, in these cases only:
 *
 * <ul>
 *   <li>an "ok" or "can't" that found no call: where one begins within the tolerance for clocks, it may be meant later;
 *   <li>a do not disturb that was over by a fast clock;
 *   <li>a timer that came before its time, by whatever clock, or found something else than it was made for.
 * </ul>
 */
final class ReplayChangesNothing implements Invariant {
    private final Set<String> taken = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    @Override
    public String promise() {
        return "what was done is not done again";
    }

    @Override
    public void written(Written written) {
        List<Message> messages = written.run().messages();
        messages.stream()
                .map(ReplayChangesNothing::id)
                .filter(id -> written.next().recent().contains(id))
                .forEach(taken::add);
        boolean again = !messages.isEmpty() && messages.stream().allMatch(message -> done.contains(id(message)));
        demand(
                !again || !Essence.changed(written) || isEndOfAnother(written) || isWithdrawal(written),
                "done before: " + written);
    }

    @Override
    public void ended(Ended ended) {
        if (ended.done()) {
            ended.run().messages().stream()
                    .filter(message -> !mayComeToNothing(message) || taken.contains(id(message)))
                    .map(ReplayChangesNothing::id)
                    .forEach(done::add);
        }
    }

    private static boolean mayComeToNothing(Message message) {
        return message instanceof Answer answer ? answer.kind() != Answer.Kind.DND_OFF : !(message instanceof Press);
    }

    /** Where a do not disturb begins until the same instant as one that a fast clock has ended, both have the same reset. */
    private static boolean isEndOfAnother(Written written) {
        return written.run().messages().get(0) instanceof Reset reset && reset.callId() == null;
    }

    /** Word of a do not disturb that is in force may find its author asked by a copy that did not know of it yet. */
    private static boolean isWithdrawal(Written written) {
        Instant now = written.run().process().clock().instant();
        return written.run().messages().get(0) instanceof Answer answer
                && answer.kind() == Answer.Kind.DND_ON
                && written.run().whenRead(written.person()).values().stream()
                        .anyMatch(status -> status.dnd() != null
                                && status.dnd().until().equals(answer.until())
                                && status.dnd().inForceAt(now)
                                && !status.person().equals(written.person()));
    }

    private static String id(Message message) {
        if (message instanceof Press press) {
            return String.valueOf(press.id());
        }
        if (message instanceof Answer answer) {
            return answer.id();
        }
        if (message instanceof Reset reset) {
            return reset.id();
        }
        return message instanceof Reminder reminder ? reminder.id() : message.toString();
    }
}
