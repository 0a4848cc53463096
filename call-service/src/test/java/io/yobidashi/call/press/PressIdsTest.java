package io.yobidashi.call.press;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which presses are one: ADR 0010. */
class PressIdsTest {
    /** The beginning of a window of ten minutes. */
    private static final Instant WINDOW = Instant.ofEpochMilli(2_939_880L * 600_000);

    private final ButtonPresses presses = new ButtonPresses(SampleRoster::three);

    @ParameterizedTest(name = "{0} at {1} s and {2} at {3} s: the same press? {4}")
    @CsvSource({
        // A copy on the network, or the same from Beam a moment later.
        "42, 10, 42, 10, true",
        "42, 10, 42, 13, true",
        "42, 0, 42, 599, true",
        // Another press.
        "42, 10, 43, 10, false",
        // The edge of the window splits a copy: it counts as a repeat of the call, which mentions nobody.
        "42, 599, 42, 600, false",
        // A count that starts again after the battery was changed comes to the same number later.
        "42, 10, 42, 700, false",
        "42, 10, 42, 86400, false"
    })
    void a_number_of_the_button_is_one_press_for_ten_minutes(
            long one, long first, long other, long second, boolean same) {
        String id = numbered(one, beam(WINDOW.plusSeconds(first)));

        assertThat(id.equals(numbered(other, beam(WINDOW.plusSeconds(second))))).isEqualTo(same);
    }

    @Test
    void a_number_is_one_press_by_whatever_road_it_comes() {
        String byBeam = numbered(42, beam(WINDOW));
        String byFunnel = presses.parse(
                        "{\"imsi\":\"440103000000001\",\"timestamp\":" + WINDOW.toEpochMilli()
                                + ",\"payloads\":{\"seq_number\":42,\"detect_type\":\"Single short click\"}}",
                        Road.at(WINDOW.plusSeconds(700)))
                .id();
        String byPath = numbered(42, new Road(null, SATO_BUTTON, null, null, WINDOW));

        assertThat(byBeam).isEqualTo(byFunnel).isEqualTo(byPath);
    }

    @Test
    void a_button_without_a_sim_is_known_by_its_own_id() {
        assertThat(numbered(42, new Road(null, SATO_OTHER_BUTTON, null, null, WINDOW)))
                .isEqualTo(SATO_OTHER_BUTTON + "-42-2939880");
    }

    @Test
    void without_a_number_it_is_the_instant_that_beam_or_funnel_gave() {
        String plus = "{\"clickType\":1}";
        String funnel =
                "{\"imsi\":\"440103000000001\",\"timestamp\":" + WINDOW.toEpochMilli() + ",\"payloads\":" + plus + "}";

        assertThat(presses.parse(plus, beam(WINDOW)).id())
                .isEqualTo(presses.parse(funnel, Road.at(WINDOW.plus(Duration.ofHours(1))))
                        .id())
                .isEqualTo("440103000000001-1763928000000");
        assertThat(presses.parse(plus, beam(WINDOW.plusMillis(1))).id()).isEqualTo("440103000000001-1763928000001");
    }

    @Test
    void what_nothing_tells_apart_is_left_to_the_queue() {
        assertThat(presses.parse("{\"button\":\"" + SATO_BUTTON + "\"}", Road.at(WINDOW))
                        .id())
                .isNull();
        assertThat(presses.parse(GoldenPress.text("developer"), Road.at(WINDOW)).id())
                .isNull();
    }

    private String numbered(long number, Road road) {
        return presses.parse("{\"seq_number\":" + number + ",\"detect_type\":\"Single short click\"}", road)
                .id();
    }

    private static Road beam(Instant at) {
        return new Road("440103000000001-" + at.toEpochMilli(), null, "440103000000001", null, at);
    }
}
