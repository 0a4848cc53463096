package io.yobidashi.dashboard.feed;

import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes over MQTT, and what faults and strangers make of it. */
class ShadowDocumentFuzzTest {
    private static final int TIMES = Integer.getInteger("yobidashi.fuzz", 1_000);
    private static final List<String> DOCUMENTS = List.of("""
            {"previous":{"version":1},"current":{"version":2,"state":{"reported":{"schema":1,"state":"calling",\
            "since":1763928000123,"until":1763928300123,"call":{"id":"01A","button":"b1","click":"SINGLE",\
            "pressedAt":1763928000000,"presses":1,"round":1,"step":0,"asked":["sato"],"ordered":1,"accepted":1}}}}}""", """
            {"current":{"version":3,"state":{"reported":{"schema":1,\
            "b1":{"battery":0.25,"lastPress":1763928000123,"notedAt":1763928000123}}}}}""");

    @Test
    void documents_are_read_or_refused() {
        long seed = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            byte[] document = Mutants.of(new Random(seed + i), DOCUMENTS);
            Parsing.refusesOnlyBy(UnreadableShadowException.class, () -> ShadowDocument.row("sato", document));
            Parsing.refusesOnlyBy(UnreadableShadowException.class, () -> ShadowDocument.buttons("sato", document));
        }
    }
}
