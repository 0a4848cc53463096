package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.CallView.Stage;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the one message of a call says follows the shadow, also after the call. */
class EditsTest {
    private final World world = World.open();

    @Test
    void the_first_mention_names_the_message_and_owes_no_edit() {
        world.press("p1", SATO_BUTTON);

        assertThat(world.call("sato").post()).isEqualTo(new Post("C0BOOTH", "1763928000.1"));
        assertThat(world.slack.edits()).isEmpty();
        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    @Test
    void a_repeat_is_an_edit_and_no_message() {
        world.press("p1", SATO_BUTTON);
        world.press("p2", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.slack.edits()).hasSize(1);
        assertThat(world.slack.edits().get(0).call().orElseThrow().presses()).isEqualTo(2);
    }

    @Test
    void who_is_coming_is_an_edit() {
        answered();

        assertThat(world.slack.lastEdit()).isEqualTo(Stage.RUNNING);
        assertThat(world.slack.accepted()).hasSize(1);
        assertThat(world.call("sato").post()).isNotNull();
    }

    @Test
    void the_end_of_an_answered_call_is_an_edit_of_the_message_that_it_left_behind() {
        answered();
        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");

        assertThat(world.slack.lastEdit()).isEqualTo(Stage.ANSWERED);
        Notice last = world.slack.edits().get(world.slack.edits().size() - 1);
        assertThat(last.post()).contains(new Post("C0BOOTH", "1763928000.1"));
        assertThat(last.call().orElseThrow().coming().orElseThrow().note()).isEqualTo("3 min");
        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    @Test
    void an_unanswered_call_says_so_in_its_message() {
        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");

        assertThat(world.slack.lastEdit()).isEqualTo(Stage.UNANSWERED);
    }

    @Test
    void an_ended_call_is_edited_also_when_the_next_one_is_open_already() {
        world.press("p1", SATO_BUTTON);
        world.press("p2", SATO_OTHER_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.teller.tell("sato");
        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "WAITING", "sato");
        assertThat(world.slack.lastEdit()).isEqualTo(Stage.ANSWERED);
    }

    @Test
    void handing_over_is_a_mention_first_and_an_edit_second() {
        answered();
        world.say("c1", "USATO", Kind.CANNOT);
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "suzuki");
        assertThat(world.slack.lastEdit()).isEqualTo(Stage.CALLING);
        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    @Test
    void another_booth_is_told_once_while_somebody_is_on_the_way() {
        answered();
        world.press("p2", SATO_OTHER_BUTTON);
        world.press("p3", SATO_OTHER_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("sato", "WAITING");
    }

    @Test
    void an_edit_that_two_copies_made_at_a_time_is_made_once_more() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        // While this copy's edit is on its way, another press comes and another copy edits.
        world.slack.whilePosting(() -> {
            world.press("p2", SATO_BUTTON);
            world.teller.tell("sato");
        });

        world.teller.tell("sato");

        assertThat(world.slack.edits()).hasSize(3);
        assertThat(world.slack.edits().get(2).call().orElseThrow().presses()).isEqualTo(2);
        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    @Test
    void an_answer_while_the_mention_is_being_posted_is_edited_in() {
        world.slack.whilePosting(() -> world.say("a1", "USATO", Kind.OK));

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.lastEdit()).isEqualTo(Stage.RUNNING);
    }

    @Test
    void a_mention_that_slack_took_after_the_end_of_its_call_is_edited_all_the_same() {
        world.slack.whilePosting(() -> world.pass(Duration.ofMinutes(5)));

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.lastEdit()).isEqualTo(Stage.UNANSWERED);
        assertThat(world.status("sato").last().remains().post()).isNotNull();
    }

    @Test
    void an_edit_that_failed_is_looked_after_by_the_sweeper() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.slack.failNext(new PostResult.Lost("no answer"));

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
        assertThat(Debts.told(world.status("sato"))).as("people were told").isTrue();
        world.queues.clear();
        world.sweeper.sweep();

        assertThat(world.queues.sent(Tell.class)).hasSize(1);
    }

    @Test
    void a_call_that_slack_never_heard_of_owes_no_last_word() {
        world.slack.failNext(new PostResult.Refused("is_archived"));
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.pass(Duration.ofMinutes(5));

        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    private void answered() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.teller.tell("sato");
    }
}
