package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.buttons.Counter;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.port.WriteResult.Written;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ButtonShadows} does, the twin in memory and the real adapter alike. */
public abstract class ButtonShadowsContract {
    protected static final Instant AT = Instant.ofEpochMilli(1_763_928_000_123L);
    protected static final ButtonHealth FULL =
            new ButtonHealth(0.75, AT, AT.minusSeconds(60), new Counter(42, 0xFFFFFFFDL, 1), AT.plusSeconds(1));
    protected static final ButtonHealth BARE = new ButtonHealth(null, AT, null, null, AT);

    protected abstract ButtonShadows shadows();

    @Test
    void a_missing_shadow_knows_no_button_and_has_version_0() {
        assertThat(shadows().read("b-missing")).isEqualTo(new ButtonsRow("b-missing", Map.of(), 0));
    }

    @Test
    void the_first_write_only_creates_the_shadow_and_the_second_writes() {
        WriteResult first = shadows().write(shadows().read("b-first"), Map.of("B1", FULL));
        ButtonsRow created = shadows().read("b-first");
        WriteResult second = shadows().write(created, Map.of("B1", FULL));

        assertThat(first).isEqualTo(new WriteResult.Conflict());
        assertThat(created.buttons()).isEmpty();
        assertThat(second).isEqualTo(new Written(created.version() + 1));
        assertThat(shadows().read("b-first")).isEqualTo(new ButtonsRow("b-first", Map.of("B1", FULL), 2));
    }

    @Test
    void of_two_writers_that_read_the_same_only_one_writes() {
        ButtonsRow seen = written("b-race", Map.of("B1", FULL));

        assertThat(shadows().write(seen, Map.of("B1", BARE))).isInstanceOf(Written.class);
        assertThat(shadows().write(seen, Map.of("B1", FULL))).isEqualTo(new WriteResult.Conflict());
        assertThat(shadows().read("b-race").buttons()).containsExactly(Map.entry("B1", BARE));
    }

    @Test
    void a_write_leaves_the_other_buttons_alone() {
        ButtonsRow row = written("b-others", Map.of("B1", FULL, "booth 2 / 受付", BARE));

        shadows().write(row, Map.of("B1", BARE));

        assertThat(shadows().read("b-others").buttons()).isEqualTo(Map.of("B1", BARE, "booth 2 / 受付", BARE));
    }

    /** The row of a shadow that says this. */
    protected final ButtonsRow written(String person, Map<String, ButtonHealth> buttons) {
        shadows().write(shadows().read(person), buttons);
        assertThat(shadows().write(shadows().read(person), buttons)).isInstanceOf(Written.class);
        return shadows().read(person);
    }
}
