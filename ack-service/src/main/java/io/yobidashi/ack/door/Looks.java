package io.yobidashi.ack.door;

import io.yobidashi.ack.reply.BoardTexts;
import io.yobidashi.ack.reply.PrivateMessages;
import io.yobidashi.ack.reply.Said;
import io.yobidashi.ack.reply.WayBack;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells how people stand: at once where their rows can be read in time, else as soon as they are. */
public final class Looks {
    /** What may be spent before the author gets at least a word. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    private final Glance glance;
    private final Speech speech;
    private final PrivateMessages messages;

    public Looks(Glance glance, Speech speech, PrivateMessages messages) {
        this.glance = glance;
        this.speech = speech;
        this.messages = messages;
    }

    /** Who wants to know, by which roster, and where it can be told later. */
    record Reader(Roster roster, Person person, @Nullable String responseUrl) {}

    CompletableFuture<String> at(List<Person> people, Reader reader) {
        CompletableFuture<String> text = glance.rows(
                        people.stream().map(Person::id).toList())
                .thenApply(rows -> rows.isEmpty()
                        ? speech.texts().unknownNow()
                        : speech.board().rows(rows, view(reader)));
        String later = speech.texts().inAMoment();
        return text.copy()
                .completeOnTimeout(later, AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((said, bug) -> {
                    if (later.equals(said)) {
                        text.thenAccept(told -> tell(reader, told));
                    }
                });
    }

    private BoardTexts.View view(Reader reader) {
        return new BoardTexts.View(
                reader.roster(), speech.clock().instant(), speech.zones().of(reader.person()));
    }

    private void tell(Reader reader, String text) {
        Optional<WayBack> way = WayBack.ofWire(reader.responseUrl());
        way.ifPresent(known -> messages.send(known, reader.person().slack(), Said.of(text)));
    }
}
