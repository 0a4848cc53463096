package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.ack.answer.Command;
import io.yobidashi.ack.answer.CommandText;
import io.yobidashi.ack.reply.ReplyTexts;
import io.yobidashi.ack.slack.SlashCommand;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Does what a slash command says, and tells at once what comes of it. Nothing here blocks. */
public final class Commands {
    private final Rosters rosters;
    private final Intake intake;
    private final Looks looks;
    private final Speech speech;

    public Commands(Rosters rosters, Intake intake, Looks looks, Speech speech) {
        this.rosters = rosters;
        this.intake = intake;
        this.looks = looks;
        this.speech = speech;
    }

    /** What the author is told; fails where the queue is out of reach. */
    CompletionStage<String> run(SlashCommand typed) {
        Roster roster = rosters.current();
        return roster.personOnSlack(typed.userId())
                .map(author -> run(CommandText.parse(typed.text()), new Asking(typed, roster, author)))
                .orElseGet(() -> said(intake.texts().stranger()));
    }

    private CompletionStage<String> run(Command command, Asking asking) {
        if (command instanceof Command.Answered answered) {
            return answer(answered.text(), asking);
        }
        if (command instanceof Command.DndOn on) {
            return dndOn(on, asking);
        }
        if (command instanceof Command.DndOff) {
            return enqueue(
                    dnd(Answer.Kind.DND_OFF, asking, new Absence(null, null, null)),
                    speech.texts().dndOff());
        }
        if (command instanceof Command.Status) {
            return looks.at(List.of(asking.author()), asking.reader());
        }
        if (command instanceof Command.Who) {
            return looks.at(asking.roster().people(), asking.reader());
        }
        return said(
                command instanceof Command.Help
                        ? speech.texts().help()
                        : speech.texts().notUnderstood());
    }

    private CompletionStage<String> answer(AnswerText text, Asking asking) {
        var row = intake.glance(asking.author());
        Take.Origin origin = new Take.Origin(
                asking.typed().id(),
                speech.clock().instant(),
                null,
                asking.typed().responseUrl());
        ReplyTexts.Said said = new ReplyTexts.Said(asking.roster(), asking.author(), text);
        return intake.enqueue(new Take(speech.zones()).text(asking.author(), text, origin))
                .thenCombine(row, (messageId, status) -> intake.texts().first(said, status));
    }

    private CompletionStage<String> dndOn(Command.DndOn on, Asking asking) {
        Optional<String> standIn = Optional.ofNullable(on.standIn())
                .flatMap(named -> named.in(asking.roster()))
                .filter(id -> !id.equals(asking.author().id()));
        if (on.standIn() != null && standIn.isEmpty()) {
            return said(speech.texts().unknownStandIn());
        }
        var zone = speech.zones().of(asking.author());
        Instant until = on.end().from(speech.clock().instant(), zone);
        Answer answer = dnd(Answer.Kind.DND_ON, asking, new Absence(until, standIn.orElse(null), on.reason()));
        return enqueue(answer, speech.texts().dndOn(answer, asking.roster(), zone));
    }

    private Answer dnd(Answer.Kind kind, Asking asking, Absence absence) {
        return new Answer(
                asking.typed().id(),
                asking.author().slack(),
                null,
                kind,
                null,
                null,
                absence.until(),
                absence.standIn(),
                absence.reason(),
                asking.typed().responseUrl(),
                speech.clock().instant());
    }

    private CompletionStage<String> enqueue(Answer answer, String text) {
        return intake.enqueue(answer).thenApply(messageId -> text);
    }

    private static CompletionStage<String> said(String text) {
        return CompletableFuture.completedFuture(text);
    }

    /** A command, its author, and the roster by which they are known. */
    private record Asking(SlashCommand typed, Roster roster, Person author) {
        Looks.Reader reader() {
            return new Looks.Reader(roster, author, typed.responseUrl());
        }
    }

    private record Absence(
            @Nullable Instant until,
            @Nullable String standIn,
            @Nullable String reason) {}
}
