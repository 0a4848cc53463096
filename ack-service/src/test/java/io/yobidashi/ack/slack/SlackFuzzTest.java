package io.yobidashi.ack.slack;

import io.yobidashi.ack.SlackBodies;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What Slack sends, and what faults and strangers make of it. */
class SlackFuzzTest {
    @Property(shrinking = ShrinkingMode.OFF)
    void forms_are_read_or_refused(@ForAll("forms") String body) {
        List.<Runnable>of(
                        () -> OutgoingMessage.of(SlackForm.parse(body)).at(),
                        () -> SlashCommand.of(SlackForm.parse(body)),
                        () -> ButtonClick.of(SlackForm.parse(body)).map(ButtonClick::at))
                .forEach(form -> Parsing.refusesOnlyBy(UnreadableRequestException.class, form));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void clicks_are_read_or_refused(@ForAll("payloads") String payload) {
        SlackForm form = SlackForm.parse(SlackBodies.form("payload", payload));
        Parsing.refusesOnlyBy(
                UnreadableRequestException.class, () -> ButtonClick.of(form).map(ButtonClick::at));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void events_are_read_or_refused(@ForAll("events") String body) {
        Parsing.refusesOnlyBy(UnreadableRequestException.class, () -> {
            SlackEvent event = SlackEvents.parse(body);
            if (event instanceof SlackEvent.Message message) {
                message.at();
            } else if (event instanceof SlackEvent.Reaction reaction) {
                reaction.at();
                Emoji.answer(reaction.emoji());
            }
        });
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.randomValue(random -> Mutants.text(random, SlackBodies.forms()));
    }

    @Provide
    Arbitrary<String> payloads() {
        return Arbitraries.randomValue(random -> Mutants.text(random, List.of(SlackBodies.CLICK)));
    }

    @Provide
    Arbitrary<String> events() {
        return Arbitraries.randomValue(random -> Mutants.text(random, SlackBodies.events()));
    }
}
