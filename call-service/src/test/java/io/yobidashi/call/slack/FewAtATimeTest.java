package io.yobidashi.call.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewAtATimeTest {
    private static final Notice NOTICE =
            new Notice(Notice.Kind.TEST, PersonStatus.unknown("sato"), new Ledger(1, 0, null));

    private final RecordingSlack slack = new RecordingSlack();
    private final FewAtATime one = new FewAtATime(slack, 1);
    private final List<Object> meanwhile = new ArrayList<>();

    @Test
    void while_all_lines_are_busy_nobody_waits_and_nothing_is_posted() {
        slack.whilePosting(() -> {
            meanwhile.add(one.pause(NOTICE));
            meanwhile.add(one.post(NOTICE));
            meanwhile.add(one.look(NOTICE));
        });

        assertThat(one.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);

        assertThat(meanwhile.get(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(meanwhile.get(1)).isInstanceOf(PostResult.NotAsked.class);
        assertThat(meanwhile.get(2)).isInstanceOf(Sighting.NotKnown.class);
        assertThat(slack.accepted()).hasSize(1);
    }

    @Test
    void a_line_that_is_free_again_is_used_again() {
        one.post(NOTICE);
        one.look(NOTICE);

        assertThat(one.pause(NOTICE)).isZero();
        assertThat(one.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);
    }

    @Test
    void a_call_that_fails_gives_its_line_back() {
        slack.whilePosting(() -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(() -> one.post(NOTICE)).isInstanceOf(IllegalStateException.class);

        assertThat(one.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);
    }

    @Test
    void slacks_own_pace_is_kept() {
        slack.pauseFor(Duration.ofSeconds(3));

        assertThat(one.pause(NOTICE)).isEqualTo(Duration.ofSeconds(3));
    }
}
