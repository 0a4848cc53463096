package io.yobidashi.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.rules.Event.Pressed;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeaningTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Rules RULES = new Rules(Terms.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "URGENT, TEST, SINGLE, PRESS",
        "URGENT, TEST, DOUBLE, URGENT",
        "URGENT, TEST, LONG, TEST",
        "TEST, PRESS, SINGLE, PRESS",
        "TEST, PRESS, DOUBLE, TEST",
        "TEST, PRESS, LONG, PRESS",
        "PRESS, URGENT, LONG, URGENT"
    })
    void a_click_means_what_the_operator_chose(Meaning twice, Meaning held, Click click, Meaning meaning) {
        assertThat(new Meanings(twice, held).of(click)).isEqualTo(meaning);
    }

    /** Whatever was clicked, the rules follow the meaning, and the shadow keeps the click. */
    @ParameterizedTest(name = "{0} that means {1} while {2}: {3}, asked {4}")
    @CsvSource({
        "DOUBLE, PRESS, idle, OPENED, sato",
        "DOUBLE, URGENT, idle, OPENED, sato *",
        "LONG, URGENT, idle, OPENED, sato *",
        "LONG, PRESS, idle, OPENED, sato",
        "DOUBLE, PRESS, calling, REPEATED, sato",
        "LONG, URGENT, calling, REPEATED, sato *",
        "LONG, PRESS, dnd, OPENED, suzuki",
        "LONG, URGENT, dnd, OPENED, suzuki *"
    })
    void the_rules_follow_the_meaning(Click click, Meaning meaning, String state, Reason reason, String asked) {
        Decision decision = RULES.decide(status(state), pressed(click, meaning));

        assertThat(decision.reason()).isEqualTo(reason);
        Call call = ((Decision.Change) decision).next().openCall().orElseThrow();
        assertThat(String.join(" ", call.asked().people())).isEqualTo(asked);
        assertThat(call.origin().click()).isEqualTo(state.equals("calling") ? Click.SINGLE : click);
    }

    @ParameterizedTest
    @EnumSource(Click.class)
    void a_test_changes_no_status_and_mentions_nobody(Click click) {
        for (String state : List.of("idle", "calling", "dnd")) {
            PersonStatus before = status(state);
            Decision decision = RULES.decide(before, pressed(click, Meaning.TEST));

            assertThat(decision.reason()).isEqualTo(Reason.TEST_NOTED);
            Decision.Change change = (Decision.Change) decision;
            assertThat(change.timers()).isEmpty();
            assertThat(change.next().state()).isEqualTo(before.state());
            assertThat(change.next().call()).isEqualTo(before.call());
            assertThat(change.next().test().ledger()).isEqualTo(new Ledger(1, 0, null));
        }
    }

    private static PersonStatus status(String state) {
        PersonStatus idle = PersonStatus.unknown("sato");
        Origin origin = new Origin("B1", Click.SINGLE, NOW);
        return switch (state) {
            case "calling" -> idle.calling(Call.open("CALL", origin, Asked.first("sato")), NOW, NOW.plusSeconds(300));
            case "dnd" -> idle.disturbedNot(new Dnd(NOW.plusSeconds(600), null, null, Ledger.EMPTY), NOW);
            default -> idle;
        };
    }

    private static Pressed pressed(Click click, Meaning meaning) {
        return new Pressed("e", NOW, "B1", click, NOW, new Chain(List.of("suzuki"), Set.of()), meaning);
    }
}
