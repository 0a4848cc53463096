package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Slack does not name what it took, as with an incoming webhook, news is told by further messages. */
class WithoutNamesTest {
    private final World world = World.open();

    @BeforeEach
    void asWebhook() {
        world.slack.nameless();
    }

    @Test
    void a_repeat_is_no_news() {
        world.press("p1", SATO_BUTTON);
        world.press("p2", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(Debts.owed(world.status("sato"))).isEmpty();
    }

    @Test
    void who_is_coming_is_told_once_and_the_end_of_it_is_no_news() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.teller.tell("sato");
        world.press("p2", SATO_BUTTON);
        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "CHANGED");
        assertThat(world.slack.edits()).isEmpty();
    }

    @Test
    void a_call_that_nobody_answered_is_told_of_once() {
        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).endsWith("*", "ENDED");
        assertThat(stages()).containsExactly(CallView.Stage.UNANSWERED);
    }

    @Test
    void handing_over_is_told_by_the_mention_alone() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.teller.tell("sato");
        world.say("c1", "USATO", Kind.CANNOT);
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "CHANGED", "suzuki");
    }

    @Test
    void of_two_copies_only_one_tells_the_news() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.slack.whilePosting(() -> assertThat(world.teller.tell("sato")).isInstanceOf(Outcome.Retry.class));

        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "CHANGED");
    }

    private List<CallView.Stage> stages() {
        return world.slack.accepted().stream()
                .filter(notice -> notice.kind() == Notice.Kind.ENDED)
                .map(notice -> notice.call().orElseThrow().stage())
                .toList();
    }
}
