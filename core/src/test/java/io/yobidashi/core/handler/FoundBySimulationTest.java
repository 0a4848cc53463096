package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that come late, or again, when much has changed since: each of these was found by the simulation. */
class FoundBySimulationTest {
    private final World world = World.open();

    @Test
    void an_ok_by_a_second_road_does_not_answer_another_call_that_is_open_by_then() {
        world.press("p1", SUZUKI_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.press("p2", SATO_BUTTON);

        world.say("a1", "USATO", Kind.OK);

        assertThat(world.status("suzuki").state()).isEqualTo(State.RUNNING);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_dnd_off_that_found_none_does_not_end_one_that_begins_later() {
        world.say("d1", "USATO", Kind.DND_OFF);
        world.dnd("d2", "USATO", Duration.ofMinutes(30));

        world.say("d1", "USATO", Kind.DND_OFF);

        assertThat(world.status("sato").state()).isEqualTo(State.DND);
    }

    @Test
    void a_dnd_on_that_comes_again_after_its_end_withdraws_nobody() {
        Answer dnd = dnd("d1", "USUZUKI", world.clock.instant().plus(Duration.ofMinutes(1)));
        world.answers.handle(dnd);
        world.pass(Duration.ofMinutes(2));
        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofSeconds(60));
        assertThat(world.call("sato").asked().last()).isEqualTo("suzuki");

        world.answers.handle(dnd);

        assertThat(world.call("sato").asked().people()).containsExactly("sato", "suzuki");
    }

    @Test
    void a_dnd_until_the_same_instant_as_one_that_a_fast_clock_has_ended_ends_too() {
        Instant until = world.clock.instant().plus(Duration.ofMinutes(1));
        Reset reset = new Reset("sato", null, 0, State.DND, until);
        world.answers.handle(dnd("d1", "USATO", until));
        ahead(Duration.ofSeconds(90)).handle(reset);
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);

        world.answers.handle(dnd("d2", "USATO", until));
        world.clock.advance(Duration.ofMinutes(2));
        world.resets.handle(reset);

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void a_mention_that_is_noted_late_does_not_have_the_end_of_its_call_told_twice() {
        world.slack.nameless();
        world.slack.whilePosting(() -> world.shadows.away(true));
        assertThatThrownBy(() -> world.press("p1", SATO_BUTTON)).isInstanceOf(DependencyAwayException.class);
        world.shadows.away(false);
        Teller another = new Teller(world.shadows, world.slack, () -> "another");
        world.clock.advance(Teller.CLAIM_LIFETIME);
        another.tell("sato");
        world.shadows.put(world.status("sato").idle(world.clock.instant()).with(ended()));
        another.tell("sato");
        List<String> told = world.slack.mentioned();

        world.teller.tell("sato");

        assertThat(told).containsExactly("sato", "sato", "ENDED");
        assertThat(world.slack.mentioned()).isEqualTo(told);
    }

    @Test
    void a_reminder_does_not_ask_somebody_on_dnd_whom_no_chain_leads_to_any_more() {
        Instant until = world.clock.instant().plus(Duration.ofMinutes(30));
        world.answers.handle(dnd("d1", "USATO", until, "tanaka"));
        world.press("p1", SATO_BUTTON);
        assertThat(world.call("sato").asked().people()).containsExactly("tanaka");
        world.answers.handle(dnd("d2", "USATO", until, Answer.NOBODY));
        world.shadows.put(
                world.status("tanaka").disturbedNot(new Dnd(until, null, null, Ledger.EMPTY), world.clock.instant()));

        world.pass(Duration.ofSeconds(30));

        assertThat(world.call("sato").asked().people()).containsExactly("tanaka", Asked.GROUP);
    }

    private LastCall ended() {
        return new LastCall(
                world.call("sato").id(),
                LastCall.Outcome.UNANSWERED,
                null,
                world.clock.instant(),
                Remains.of(world.call("sato")));
    }

    private ResetHandler ahead(Duration by) {
        return new ResetHandler(
                world.transition, world.shadows, () -> world.roster, world.queues, Clock.offset(world.clock, by));
    }

    private Answer dnd(String id, String user, Instant until) {
        return dnd(id, user, until, null);
    }

    private Answer dnd(String id, String user, Instant until, String standIn) {
        Instant now = world.clock.instant();
        return new Answer(id, user, null, Kind.DND_ON, null, null, until, standIn, "lunch", null, now);
    }
}
