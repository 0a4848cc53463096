package io.yobidashi.call.press;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What buttons of every kind send, and what faults and strangers make of it. */
class PressFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final ButtonPresses PRESSES = new ButtonPresses(SampleRoster::three);

    @Property(shrinking = ShrinkingMode.OFF)
    void presses_are_read_or_refused(@ForAll("bodies") String body, @ForAll("roads") Road road) {
        Parsing.refusesOnlyBy(UnreadableMessageException.class, () -> parse(body, road));
    }

    /** A press that is read can be written, too. */
    private static void parse(String body, Road road) {
        try {
            JsonMessages.encode(PRESSES.parse(body, road));
        } catch (UnreadablePressException | UnknownButtonException e) {
            throw new UnreadableMessageException(String.valueOf(e.getMessage()));
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void tokens_of_funk_are_read_or_ignored(@ForAll("tokens") String token) {
        Parsing.refusesOnlyBy(UnreadablePressException.class, () -> Sims.ofToken(token));
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.randomValue(PressFuzzTest::body);
    }

    @Provide
    Arbitrary<Road> roads() {
        return Arbitraries.of(
                Road.at(NOW),
                new Road("r1", "G030PM0000000001", null, null, NOW),
                new Road("r2", null, "440103000000001", null, NOW));
    }

    @Provide
    Arbitrary<String> tokens() {
        List<String> tokens = List.of("e30.eyJpbXNpIjoiNDQwMTAzMDAwMDAwMDAyIn0.c2ln");
        return Arbitraries.randomValue(random -> Mutants.text(random, tokens));
    }

    private static String body(Random random) {
        return Mutants.text(random, GoldenPress.all());
    }
}
