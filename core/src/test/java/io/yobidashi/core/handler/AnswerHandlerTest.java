package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHandlerTest {
    private final World world = World.open();

    @Test
    void ok_brings_the_call_to_running_with_the_note_and_has_slack_looked_after() {
        world.press("p1", SATO_BUTTON);
        world.queues.clear();

        assertThat(world.say("a1", "USATO", Kind.OK)).isEqualTo(Outcome.DONE);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
        assertThat(world.call("sato").response().note()).isEqualTo("3 min");
        assertThat(world.queues.sent(Tell.class))
                .containsExactly(new Tell("sato", world.call("sato").id()));
        assertThat(reason("a1")).isEqualTo(Reason.ON_THE_WAY);
    }

    @Test
    void an_answer_that_comes_again_changes_nothing_but_has_slack_looked_after() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        var after = world.status("sato");
        world.queues.clear();

        world.say("a1", "USATO", Kind.OK);

        assertThat(world.status("sato")).isEqualTo(after);
        assertThat(world.queues.sent(Tell.class)).hasSize(1);
    }

    @Test
    void an_answer_stops_every_reminder() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);

        world.pass(Duration.ofMinutes(4));

        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void an_answer_while_the_mention_is_being_posted_is_not_undone_by_its_note() {
        world.slack.whilePosting(() -> world.say("a1", "USATO", Kind.OK));

        world.press("p1", SATO_BUTTON);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 1, null));
    }

    @Test
    void a_text_means_the_call_where_its_author_was_asked_last() {
        world.press("p1", SUZUKI_BUTTON);
        world.press("p2", SATO_BUTTON);
        world.say("c1", "USATO", Kind.CANNOT);

        // suzuki is asked last on both rows by now: their own is meant
        world.say("a1", "USUZUKI", Kind.OK);

        assertThat(world.status("suzuki").state()).isEqualTo(State.RUNNING);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_stand_in_answers_for_the_row_where_they_were_asked() {
        world.press("p1", SATO_BUTTON);
        world.say("c1", "USATO", Kind.CANNOT);

        world.say("a1", "USUZUKI", Kind.OK);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
        assertThat(world.call("sato").response().by()).isEqualTo("suzuki");
    }

    @Test
    void between_several_calls_of_others_a_choice_is_offered() {
        world.press("p1", SATO_BUTTON);
        world.press("p2", SUZUKI_BUTTON);

        world.say("a1", "UTANAKA", Kind.OK);

        assertThat(world.replies.get("a1"))
                .isInstanceOfSatisfying(Reply.Choice.class, choice -> assertThat(choice.rows())
                        .extracting(row -> row.person())
                        .containsExactly("sato", "suzuki"));
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_text_written_before_the_call_began_does_not_answer_it() {
        Answer early = world.answer("a1", "USATO", Kind.OK, World.START.minusSeconds(6));
        world.press("p1", SATO_BUTTON);

        world.answers.handle(early);

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.replies.get("a1")).isInstanceOf(Reply.NoOpenCall.class);
    }

    @Test
    void a_late_answer_still_counts_however_often_the_row_was_written_since() {
        world.press("p1", SATO_BUTTON);
        Answer late = world.answer("a1", "USATO", Kind.OK, World.START.plusSeconds(1));
        world.pass(Duration.ofSeconds(50));

        world.answers.handle(late);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void an_answer_for_a_call_that_has_ended_does_not_hit_the_next_one() {
        world.press("p1", SATO_BUTTON);
        String ended = world.call("sato").id();
        world.pass(Duration.ofMinutes(6));
        world.press("p2", SATO_BUTTON);

        world.answers.handle(
                new Answer("a1", "USATO", ended, Kind.OK, null, null, null, null, null, null, world.clock.instant()));

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.replies.get("a1")).isInstanceOf(Reply.NoOpenCall.class);
    }

    @Test
    void a_stranger_is_told_so() {
        world.press("p1", SATO_BUTTON);

        assertThat(world.say("a1", "UNOBODY", Kind.OK)).isEqualTo(Outcome.DONE);
        assertThat(world.replies.get("a1")).isInstanceOf(Reply.Stranger.class);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void who_can_not_come_hands_over_to_the_next_and_then_to_the_group_and_then_nobody_is_free() {
        world.press("p1", SATO_BUTTON);
        world.say("c1", "USATO", Kind.CANNOT);
        world.teller.tell("sato");
        world.say("c2", "USUZUKI", Kind.CANNOT);
        world.teller.tell("sato");
        world.say("c3", "UTANAKA", Kind.CANNOT);
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "suzuki", "tanaka", "*");
        assertThat(world.call("sato").asked().nobody()).isFalse();
    }

    @Test
    void do_not_disturb_counts_as_can_not_wherever_its_author_is_asked() {
        world.press("p1", SATO_BUTTON);
        world.say("c1", "USATO", Kind.CANNOT);
        assertThat(world.call("sato").asked().last()).isEqualTo("suzuki");

        world.dnd("d1", "USUZUKI", Duration.ofHours(1));

        assertThat(world.status("suzuki").state()).isEqualTo(State.DND);
        assertThat(world.call("sato").asked().last()).isEqualTo("tanaka");
    }

    @Test
    void do_not_disturb_ends_by_itself() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.pass(Duration.ofMinutes(31));

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void do_not_disturb_can_be_ended() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.say("d2", "USATO", Kind.DND_OFF);

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void an_answer_to_a_message_means_its_call_whoever_is_asked_there() {
        world.press("p1", SUZUKI_BUTTON);
        world.press("p2", SATO_BUTTON);

        world.answers.handle(to(world.call("suzuki").post().ts(), "USATO"));

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.call("suzuki").response().by()).isEqualTo("sato");
    }

    @Test
    void an_answer_to_another_message_means_no_call_that_has_its_own() {
        world.press("p1", SATO_BUTTON);

        world.answers.handle(to(World.START.getEpochSecond() + ".000001", "USATO"));

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.replies.get("a1")).isInstanceOf(Reply.NoOpenCall.class);
    }

    @Test
    void an_answer_to_a_message_waits_while_that_of_a_call_is_being_posted() {
        String ts = World.START.getEpochSecond() + ".000001";
        List<Outcome> outcomes = new ArrayList<>();
        world.slack.whilePosting(() -> outcomes.add(world.answers.handle(to(ts, "USATO"))));

        world.press("p1", SATO_BUTTON);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Retry.class);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void where_slack_names_no_messages_an_answer_to_one_means_a_call_that_had_begun_by_then() {
        world.slack.failNext(RecordingSlack.later());
        world.press("p1", SATO_BUTTON);
        assertThat(world.call("sato").post()).isNull();

        world.answers.handle(to(World.START.getEpochSecond() - 60 + ".000001", "USATO"));
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);

        world.answers.handle(to(World.START.getEpochSecond() + ".000002", "USATO"));
        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void anybody_takes_the_only_open_call_of_another() {
        world.press("p1", SUZUKI_BUTTON);

        world.say("a1", "USATO", Kind.OK);

        assertThat(world.call("suzuki").response().by()).isEqualTo("sato");
    }

    @Test
    void who_was_asked_out_of_the_chain_answers_before_anybody_else() {
        world.answers.handle(new Answer(
                "d1",
                "USUZUKI",
                null,
                Kind.DND_ON,
                null,
                null,
                World.START.plusSeconds(600),
                "sato",
                null,
                null,
                World.START));
        world.press("p1", SUZUKI_BUTTON);
        world.press("p2", SATO_BUTTON);
        assertThat(world.call("suzuki").asked().last()).isEqualTo("sato");

        world.answers.handle(to(world.call("suzuki").post().ts(), "USATO"));
        assertThat(world.call("suzuki").response().by()).isEqualTo("sato");
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_bare_ok_later_keeps_what_was_said_before() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);

        world.answers.handle(Answer.ok("a2", "USATO", null, world.clock.instant()));

        assertThat(reason("a2")).isEqualTo(Reason.UPDATED);
        assertThat(world.call("sato").response().note()).isEqualTo("3 min");
    }

    @Test
    void without_any_stand_in_on_purpose_a_press_asks_nobody_and_is_missed() {
        world.answers.handle(new Answer(
                "d1",
                "USATO",
                null,
                Kind.DND_ON,
                null,
                null,
                World.START.plusSeconds(600),
                Answer.NOBODY,
                null,
                null,
                World.START));

        world.press("p1", SATO_BUTTON);

        assertThat(world.status("sato").state()).isEqualTo(State.DND);
        assertThat(world.status("sato").dnd().missed().ordered()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"tanaka, tanaka", "nobody, *", ", suzuki"})
    void do_not_disturb_while_asked_hands_over_to_the_stand_in_that_it_names(String standIn, String next) {
        world.press("p1", SATO_BUTTON);

        world.answers.handle(new Answer(
                "d1",
                "USATO",
                null,
                Kind.DND_ON,
                null,
                null,
                World.START.plusSeconds(600),
                standIn,
                null,
                null,
                World.START));

        assertThat(world.call("sato").asked().people()).containsExactly("sato", next);
    }

    /** A bare ok in the thread of a message. */
    private Answer to(String ts, String user) {
        return new Answer("a1", user, null, ts, Kind.OK, null, null, null, null, null, null, world.clock.instant());
    }

    private Reason reason(String answer) {
        return ((Reply.Taken) world.replies.get(answer)).reason();
    }
}
