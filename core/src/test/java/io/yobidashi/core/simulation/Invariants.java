package io.yobidashi.core.simulation;

import java.util.List;

/** What is promised, whatever happens. */
final class Invariants {
    private final MentionsAreDoubledByCrashesOnly doubles;
    private final List<Invariant> all;

    Invariants(Schedule.Circumstances circumstances) {
        doubles = new MentionsAreDoubledByCrashesOnly(circumstances.webhook());
        all = List.of(
                new EveryPressCounts(),
                new CallsComeOneAfterAnother(),
                new AnAnswerCounts(),
                new AnAnswerIsNeverUndone(),
                new TimersActOnWhatTheyWereMadeFor(),
                new NobodyIsAskedAfterAnAnswer(),
                new NobodyIsAskedDuringDoNotDisturb(),
                new ReplayChangesNothing(),
                new EveryEndHasItsTimer(),
                doubles,
                new OnlyWhatSlackTookIsNoted(),
                new NumbersOnlyGrow(),
                new TheBoardNeverGoesBack(),
                new EverythingEnds());
    }

    void check(Happening happening) {
        for (Invariant invariant : all) {
            if (happening instanceof Happening.Written written) {
                invariant.written(written);
            } else if (happening instanceof Happening.Posted posted) {
                invariant.posted(posted);
            } else if (happening instanceof Happening.Sent sent) {
                invariant.sent(sent);
            } else if (happening instanceof Happening.Began began) {
                invariant.began(began);
            } else if (happening instanceof Happening.Ended ended) {
                invariant.ended(ended);
            }
        }
    }

    int doubled() {
        return doubles.doubled();
    }

    void checkAtRest(Stage stage) {
        all.forEach(invariant -> invariant.atRest(stage));
    }
}
