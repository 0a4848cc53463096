package io.yobidashi.ack.answer;

import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What people write: nothing of it is an error, and nothing takes long. */
class AnswerFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final List<String> TEXTS = List.of(
            "ok 3 min",
            "ok, in 1h30m :run:",
            "no, in a meeting",
            "はい、あと3分ほどで行きます！",
            "すみません、今は行けません",
            "sorry, 5 min, on my way",
            "dnd 30m @suzuki lunch",
            "dnd until 15:00 <@USUZUKI|suzuki> 会議",
            "取り込み中 1時間半 代理なし 会議",
            "status",
            "15時半に行きます");

    @Property(shrinking = ShrinkingMode.OFF)
    void answers_are_read_or_are_none(@ForAll("texts") String text) {
        Parsing.refusesOnlyBy(Never.class, () -> AnswerText.of(text).flatMap(answer -> answer.eta(NOW, ZONE)));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void commands_are_read_or_not_understood(@ForAll("texts") String text) {
        Parsing.refusesOnlyBy(Never.class, () -> {
            if (CommandText.parse(text) instanceof Command.DndOn on) {
                on.end().from(NOW, ZONE);
            }
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.randomValue(random -> Mutants.text(random, TEXTS));
    }

    private static final class Never extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
