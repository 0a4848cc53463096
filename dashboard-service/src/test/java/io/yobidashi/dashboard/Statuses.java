package io.yobidashi.dashboard;

import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;

/** One status of each kind. */
public final class Statuses {
    public static final Instant PRESSED = Instant.ofEpochMilli(1_763_928_000_000L);

    private Statuses() {}

    public static PersonStatus calling(String person) {
        return PersonStatus.unknown(person)
                .with(new LastCall("01KAQ", LastCall.Outcome.ANSWERED, person, PRESSED.minusSeconds(1000)))
                .calling(call(person), PRESSED.plusMillis(123), PRESSED.plusSeconds(300));
    }

    public static PersonStatus running(String person) {
        Response response = new Response("tanaka", "3 min", PRESSED.plusSeconds(180));
        Call call = call(person).ask("tanaka").ask(Asked.GROUP).repeated().waitingToo(SampleRoster.SATO_OTHER_BUTTON);
        return PersonStatus.unknown(person)
                .running(call.answered(response), PRESSED.plusSeconds(9), PRESSED.plusSeconds(309));
    }

    public static PersonStatus disturbedNot(String person) {
        Dnd dnd = new Dnd(PRESSED.plusSeconds(3600), "tanaka", "lunch", new Ledger(2, 1, null));
        return PersonStatus.unknown(person).disturbedNot(dnd, PRESSED);
    }

    private static Call call(String person) {
        return Call.open("01KAR", new Origin(SampleRoster.SATO_BUTTON, Click.SINGLE, PRESSED), Asked.first(person));
    }
}
