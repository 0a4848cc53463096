package io.yobidashi.core.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.LastCall.Outcome;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallViewTest {
    private static final Instant AT = Instant.ofEpochMilli(1_763_928_000_000L);
    private static final Call CALL = Call.open("01K", new Origin("B1", Click.SINGLE, AT), Asked.first("sato"));
    private static final Call COMING = CALL.answered(new Response("sato", "3 min", null));

    /** From, to, whether the message is out of date then, whether that is news. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(calling(CALL), calling(CALL.repeated()), true, false),
                Arguments.of(calling(CALL), calling(CALL.ask("suzuki")), true, false),
                Arguments.of(calling(CALL), calling(CALL.waitingToo("B2")), true, false),
                Arguments.of(calling(CALL), calling(CALL.remind().reached(1)), false, false),
                Arguments.of(calling(CALL), calling(CALL.with(new Ledger(1, 1, "c"))), false, false),
                Arguments.of(calling(CALL), running(COMING), true, true),
                Arguments.of(running(COMING), running(COMING.repeated()), true, false),
                Arguments.of(running(COMING), running(by("sato", "5 min", null)), true, true),
                Arguments.of(running(COMING), running(by("suzuki", "3 min", null)), true, true),
                Arguments.of(running(COMING), running(by("sato", "3 min", AT)), true, false),
                Arguments.of(running(COMING), ended(COMING, Outcome.ANSWERED), true, false),
                Arguments.of(calling(CALL), ended(CALL, Outcome.UNANSWERED), true, true),
                Arguments.of(calling(CALL), ended(CALL, Outcome.NOBODY), true, true));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_the_message_shows_puts_it_out_of_date_and_little_of_it_is_news(
            CallView from, CallView to, boolean outOfDate, boolean news) {
        assertThat(to.isShownBy(from.digest())).isEqualTo(!outOfDate);
        assertThat(to.isKnownBy(from.digest())).isEqualTo(!news);
    }

    @Test
    void a_message_that_says_nobody_knows_what_is_out_of_date() {
        assertThat(calling(CALL).isShownBy(CallView.UNKNOWN)).isFalse();
        assertThat(calling(CALL).isKnownBy(CallView.UNKNOWN)).isFalse();
    }

    private static Call by(String person, String note, Instant eta) {
        return CALL.answered(new Response(person, note, eta));
    }

    private static CallView calling(Call call) {
        return CallView.of(PersonStatus.unknown("sato").calling(call, AT, AT.plusSeconds(300)), call);
    }

    private static CallView running(Call call) {
        return CallView.of(PersonStatus.unknown("sato").running(call, AT, AT.plusSeconds(300)), call);
    }

    private static CallView ended(Call call, Outcome outcome) {
        String by = call.response() == null ? null : call.response().by();
        Remains remains = Remains.of(call);
        return CallView.of(
                PersonStatus.unknown("sato"), new LastCall("01K", outcome, by, AT.plusSeconds(300), remains), remains);
    }
}
