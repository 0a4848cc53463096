package io.yobidashi.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ButtonBoardTest {
    private static final Button BUTTON =
            SampleRoster.three().button(SampleRoster.SATO_BUTTON).orElseThrow();

    @Test
    void aButtonOfWhichNothingIsKnownIsUnknown() {
        assertThat(ButtonBoard.EMPTY.health(BUTTON)).isEqualTo(ButtonHealth.UNKNOWN);
        assertThat(ButtonBoard.EMPTY.version(BUTTON)).isZero();
        ButtonBoard none =
                ButtonBoard.EMPTY.with(new ButtonsRow("sato", Map.of(), 3)).orElseThrow();
        assertThat(none.health(BUTTON)).isEqualTo(ButtonHealth.UNKNOWN);
        assertThat(none.version(BUTTON)).isEqualTo(3);
    }

    @Test
    void theHigherVersionWins() {
        ButtonBoard board = ButtonBoard.EMPTY.with(row(5, 0.5)).orElseThrow();

        assertThat(board.with(row(4, 0.75))).isEmpty();
        assertThat(board.with(row(5, 0.75))).isEmpty();
        assertThat(board.with(row(6, 0.25)).orElseThrow().health(BUTTON).battery())
                .isEqualTo(0.25);
    }

    @Test
    void aNewSubscriptionKeepsWhatIsShownAndBelievesWhateverComes() {
        ButtonBoard board = ButtonBoard.EMPTY.with(row(500, 0.5)).orElseThrow().resubscribed();

        assertThat(board.health(BUTTON).battery()).isEqualTo(0.5);
        ButtonBoard anew = board.with(row(2, 1.0)).orElseThrow();
        assertThat(anew.version(BUTTON)).isEqualTo(2);
        assertThat(anew.with(row(1, 0.1))).isEmpty();
    }

    private static ButtonsRow row(long version, double battery) {
        return new ButtonsRow(
                "sato",
                Map.of(BUTTON.id(), new ButtonHealth(battery, Instant.EPOCH, null, null, Instant.EPOCH)),
                version);
    }
}
