package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says things in few words, for the stories of failed schedules. */
final class Brief {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Brief() {}

    static String of(List<Message> messages) {
        return String.join(", ", messages.stream().map(Brief::of).toList());
    }

    static String of(Message message) {
        if (message instanceof Press press) {
            return press.id() + " (" + press.click() + " at " + press.button() + ")";
        }
        if (message instanceof Answer answer) {
            return answer.id() + " (" + answer.user() + " " + answer.kind() + of(" for ", call(answer.callId()))
                    + of(" in ", answer.thread()) + of(" until ", of(answer.until())) + ")";
        }
        if (message instanceof Reset reset) {
            return "reset (" + reset.state() + of(" of ", call(reset.callId())) + " round " + reset.round() + " at "
                    + of(reset.until()) + ")";
        }
        if (message instanceof Reminder reminder) {
            return "reminder (" + call(reminder.callId()) + " round " + reminder.round() + " step " + reminder.step()
                    + " at " + of(reminder.due()) + ")";
        }
        return "tell (" + ((Tell) message).person() + ")";
    }

    static String of(PersonStatus status) {
        Call call = status.call();
        Dnd dnd = status.dnd();
        return status.state().wire()
                + of(" until ", of(status.until()))
                + (call == null ? "" : ", " + of(call))
                + (dnd == null
                        ? ""
                        : ", dnd until " + of(dnd.until()) + of(" for ", dnd.standIn()) + " missed "
                                + of(dnd.missed()));
    }

    static String of(Ledger ledger) {
        return ledger.accepted() + "/" + ledger.ordered() + of(" ", ledger.claim());
    }

    static @Nullable String of(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    private static String of(Call call) {
        Asked asked = call.asked();
        Response response = call.response();
        return call(call.id()) + " at " + call.origin().button() + " x"
                + call.progress().presses() + " round " + call.progress().round() + " step "
                + call.progress().step() + " asked " + asked.people() + (asked.nobody() ? " nobody" : "") + " declined "
                + asked.declined() + " waiting " + call.waiting() + " told " + of(call.ledger())
                + of(" by ", response == null ? null : response.by());
    }

    private static @Nullable String call(@Nullable String callId) {
        return callId == null ? null : callId.substring(callId.length() - 4);
    }

    private static String of(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }
}
