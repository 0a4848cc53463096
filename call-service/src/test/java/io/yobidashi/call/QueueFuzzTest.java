package io.yobidashi.call;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.aws.queue.Received;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.call.press.GoldenPress;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever somebody puts into our queues is read or refused: what is refused goes to the dead letters. */
class QueueFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final PressDecoder PRESSES = new PressDecoder(new ButtonPresses(SampleRoster::three));
    private static final String TYPED =
            "{\"type\":\"press\",\"id\":\"1\",\"button\":\"G030PM0000000001\",\"click\":\"SINGLE\",\"at\":1763928000000}";

    @Property(shrinking = ShrinkingMode.OFF)
    void presses_are_read_or_refused(@ForAll("presses") String body) {
        Parsing.refusesOnlyBy(UnreadableMessageException.class, () -> PRESSES.person(PRESSES.decode(received(body))));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void reminders_and_tells_are_read_or_refused(@ForAll("reminders") String body) {
        Parsing.refusesOnlyBy(
                UnreadableMessageException.class, () -> ReminderWork.key(ReminderWork.decode(received(body))));
    }

    @Provide
    Arbitrary<String> presses() {
        List<String> right = new ArrayList<>(GoldenPress.all());
        right.add(TYPED);
        return Arbitraries.randomValue(random -> Mutants.text(random, right));
    }

    @Provide
    Arbitrary<String> reminders() {
        List<String> right = List.of(
                JsonMessages.encode(new Reminder("sato", "01KAR", 1, 2, NOW)),
                JsonMessages.encode(new Tell("sato", "01KAR")),
                JsonMessages.encode(new Tell("sato", null)),
                TYPED);
        return Arbitraries.randomValue(random -> Mutants.text(random, right));
    }

    private static Received received(String body) {
        return new Received("4b2c", body, NOW, 1);
    }
}
