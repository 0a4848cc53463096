package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.util.Objects;

/** Whoever is on the way stays so until they say that they can't, or until the time for it is over. */
final class AnAnswerIsNeverUndone implements Invariant {
    @Override
    public String promise() {
        return "an answer is never undone";
    }

    @Override
    public void written(Written written) {
        if (written.before().state() != State.RUNNING) {
            return;
        }
        Response coming = Objects.requireNonNull(written.before().call()).response();
        String callId = written.before().call().id();
        String by = Objects.requireNonNull(coming).by();
        if (!written.next().hasCall(callId)) {
            demand(isTimer(written.run()), "ended by something else than its time: " + written);
        } else if (written.next().state() == State.CALLING) {
            demand(said(written.run(), by, Answer.Kind.CANNOT), "taken from " + by + ": " + written);
        } else {
            Response next = written.next().call().response();
            boolean same = coming.equals(next);
            demand(same || by.equals(next.by()), "given to another: " + written);
            demand(same || said(written.run(), by, Answer.Kind.OK), "said for " + by + ": " + written);
        }
    }

    /** Which reset may end what is another promise: {@link TimersActOnWhatTheyWereMadeFor}. */
    private static boolean isTimer(Run run) {
        return run.isSweep() || run.messages().get(0) instanceof Reset;
    }

    private static boolean said(Run run, String by, Answer.Kind kind) {
        String user = Cast.ROSTER.person(by).map(Person::slack).orElseThrow();
        return run.messages().stream()
                .anyMatch(message ->
                        message instanceof Answer answer && answer.user().equals(user) && answer.kind() == kind);
    }
}
