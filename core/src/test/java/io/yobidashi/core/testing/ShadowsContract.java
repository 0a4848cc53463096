package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.port.WriteResult.Written;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Accounts;
import io.yobidashi.core.telling.Debts;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Shadows} does, the twin in memory and the real adapter alike. */
public abstract class ShadowsContract {
    protected static final Instant START = Instant.ofEpochSecond(1_763_928_000);

    protected abstract Shadows shadows();

    /** The clock of the shadow service. */
    protected abstract MutableClock clock();

    @Test
    void a_missing_shadow_reads_as_idle_with_version_0() {
        ShadowRow row = shadows().read("nobody-yet");

        assertThat(row).isEqualTo(new ShadowRow(PersonStatus.unknown("nobody-yet"), 0, null, null, clock().instant()));
    }

    @Test
    void the_first_write_only_creates_the_shadow_and_the_second_writes() {
        PersonStatus next = calling("first", "call-1");

        WriteResult first = shadows().write(shadows().read("first"), next);
        ShadowRow created = shadows().read("first");
        WriteResult second = shadows().write(created, next);

        assertThat(first).isEqualTo(new WriteResult.Conflict());
        assertThat(created.status()).isEqualTo(PersonStatus.unknown("first"));
        assertThat(second).isEqualTo(new Written(created.version() + 1));
        assertThat(shadows().read("first").status()).isEqualTo(next);
    }

    @Test
    void of_two_writers_that_read_the_same_only_one_writes() {
        ShadowRow seen = written("race", calling("race", "call-1"));
        PersonStatus mine = seen.status().with(seen.status().call().repeated());
        PersonStatus theirs = seen.status().idle(START);

        assertThat(shadows().write(seen, theirs)).isInstanceOf(Written.class);
        assertThat(shadows().write(seen, mine)).isEqualTo(new WriteResult.Conflict());
        assertThat(shadows().read("race").status()).isEqualTo(theirs);
    }

    @Test
    void a_call_and_a_claim_are_dated_by_when_they_began() {
        ShadowRow opened = written("dates", calling("dates", "call-1"));
        Instant callSince = opened.callSince();
        clock().advance(Duration.ofSeconds(7));
        Call claimed =
                opened.status().call().with(opened.status().call().ledger().claimedBy("c-1"));
        shadows().write(opened, opened.status().with(claimed));
        Instant claimSince = shadows().read("dates").claimSince();
        clock().advance(Duration.ofSeconds(5));

        ShadowRow row = shadows().read("dates");
        shadows().write(row, row.status().with(row.status().call().repeated()));
        row = shadows().read("dates");

        assertThat(callSince).isNotNull();
        assertThat(row.callSince()).isEqualTo(callSince);
        assertThat(claimSince).isEqualTo(callSince.plusSeconds(7));
        assertThat(row.claimSince()).isEqualTo(claimSince);
        assertThat(row.readAt()).isEqualTo(callSince.plusSeconds(12));
    }

    static Stream<PersonStatus> owing() {
        Call called = calling("owing", "call-1").call();
        Call paid = called.with(new Ledger(1, 1, null)).with(called.told().showing("call"));
        PersonStatus idle = PersonStatus.unknown("owing");
        Dnd dnd = new Dnd(START.plusSeconds(900), null, null, Ledger.EMPTY);
        LastCall last = new LastCall("call-1", LastCall.Outcome.UNANSWERED, null, START, Remains.of(paid));
        return Stream.of(
                idle.calling(called, START, START.plusSeconds(300)),
                idle.calling(paid.waitingToo("other"), START, START.plusSeconds(300)),
                idle.disturbedNot(dnd.with(Ledger.EMPTY.order()), START),
                idle.with(new TestCall("button", START, Ledger.EMPTY.order())),
                idle.disturbedNot(dnd.announce(), START),
                idle.with(new Back(START, null)),
                idle.with(last),
                idle.running(
                        called.with(called.ledger().claimedBy("c-0")).answered(new Response("owing", null, null)),
                        START,
                        START.plusSeconds(300)),
                idle.running(paid.answered(new Response("owing", null, null)), START, START.plusSeconds(300)));
    }

    @ParameterizedTest
    @MethodSource("owing")
    void the_claim_of_whatever_is_owed_is_dated(PersonStatus owing) {
        ShadowRow row = written("owing", owing);
        clock().advance(Duration.ofSeconds(7));
        Instant now = shadows().read("owing").readAt();
        shadows().write(row, Accounts.claim(Debts.owed(owing).orElseThrow(), "c-1"));
        clock().advance(Duration.ofSeconds(5));

        ShadowRow claimed = shadows().read("owing");

        assertThat(Debts.owed(claimed.status()).orElseThrow().ledger().claim()).isEqualTo("c-1");
        assertThat(claimed.claimSince()).isEqualTo(now);
    }

    @Test
    void a_new_call_and_no_claim_have_dates_of_their_own() {
        ShadowRow opened = written("anew", calling("anew", "call-1"));
        clock().advance(Duration.ofSeconds(3));

        shadows().write(opened, calling("anew", "call-2"));
        ShadowRow row = shadows().read("anew");

        assertThat(row.callSince()).isEqualTo(opened.callSince().plusSeconds(3));
        assertThat(row.claimSince()).isNull();
    }

    /** The row of a shadow that says this. */
    protected final ShadowRow written(String person, PersonStatus status) {
        shadows().write(shadows().read(person), status);
        assertThat(shadows().write(shadows().read(person), status)).isInstanceOf(Written.class);
        return shadows().read(person);
    }

    protected static PersonStatus calling(String person, String callId) {
        Call call = Call.open(callId, new Origin("button", Click.SINGLE, START), Asked.first(person));
        PersonStatus calling = PersonStatus.unknown(person).calling(call, START, START.plusSeconds(300));
        assertThat(calling.state()).isEqualTo(State.CALLING);
        return calling;
    }
}
