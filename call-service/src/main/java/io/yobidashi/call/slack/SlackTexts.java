package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What is said in the channel. Only a mention mentions anybody. Pure. */
public final class SlackTexts implements Function<Notice, String> {
    private final Names names;
    private final Phrases phrases;
    private final AbsencePhrases absences;

    public SlackTexts(Roster roster, Language language) {
        this.names = new Names(roster, language);
        this.phrases = new Phrases(language);
        this.absences = new AbsencePhrases(language);
    }

    @Override
    public String apply(Notice notice) {
        PersonStatus status = notice.status();
        return switch (notice.kind()) {
            case MENTION -> mention(status, Objects.requireNonNull(status.call()));
            case NOBODY_FREE -> phrases.nobodyFree(scene(view(notice)));
            case WAITING -> waiting(Objects.requireNonNull(status.call()), view(notice));
            case SOUGHT, CHANGED, ENDED -> standing(view(notice));
            case MISSED -> missed(status, Objects.requireNonNull(status.dnd()));
            case TEST -> test(status, Objects.requireNonNull(status.test()));
            case DND -> begun(status, Objects.requireNonNull(status.dnd()));
            case BACK -> absences.ended(names.person(status.person()));
        };
    }

    /** What a message that was posted before is made to say: whom it went to first, and how the call stands. */
    String edited(CallView view) {
        return names.mention(view.called()) + " " + standing(view);
    }

    /** How a call stands, without a mention. */
    private String standing(CallView view) {
        Phrases.Scene scene = scene(view);
        String by = view.coming().map(Response::by).map(names::person).orElse("");
        String note = names.text(view.coming().map(Response::note));
        return switch (view.stage()) {
            case CALLING -> called(view, view.called());
            case RUNNING -> phrases.onTheWay(scene, by, note);
            case ANSWERED -> phrases.answered(scene, by, note);
            case UNANSWERED -> phrases.unanswered(scene);
            case NOBODY -> phrases.nobodyCame(scene);
        };
    }

    private String mention(PersonStatus status, Call call) {
        CallView view = CallView.of(status, call);
        String asked = call.asked().last();
        boolean again = isReminder(call) && asked.equals(status.person());
        return names.mention(asked) + " " + (again ? phrases.reminded(scene(view)) : called(view, asked));
    }

    private String called(CallView view, String asked) {
        if (asked.equals(Asked.GROUP)) {
            return phrases.groupAsked(scene(view));
        }
        return asked.equals(view.person()) ? phrases.asked(scene(view)) : phrases.askedInstead(scene(view));
    }

    /** Only one was asked, and that one was told before. With more, what was paid does not tell whom it went to. */
    private static boolean isReminder(Call call) {
        return call.asked().people().size() == 1 && call.ledger().accepted() > 0;
    }

    /** To who is coming, else to the one asked last; a group is not woken for this, nor who has declined. */
    private String waiting(Call call, CallView view) {
        String whom = view.coming()
                .map(Response::by)
                .or(() -> Optional.of(call.asked().last())
                        .filter(last -> !last.equals(Asked.GROUP)
                                && !call.asked().nobody()
                                && !call.asked().declined().contains(last)))
                .map(person -> names.mention(person) + " ")
                .orElse("");
        return whom + phrases.waiting(scene(view));
    }

    private String missed(PersonStatus status, Dnd dnd) {
        int presses = dnd.missed().ordered() - dnd.missed().accepted();
        return absences.missed(names.person(status.person()), names.text(Optional.ofNullable(dnd.reason())), presses);
    }

    private String begun(PersonStatus status, Dnd dnd) {
        Optional<String> standIn =
                Optional.ofNullable(dnd.standIn()).or(() -> names.roster().standIn(status.person()));
        return absences.begun(
                names.person(status.person()),
                names.time(dnd.until()),
                standIn.map(names::person).orElse(""),
                names.text(Optional.ofNullable(dnd.reason())));
    }

    private String test(PersonStatus status, TestCall test) {
        return phrases.test(new Phrases.Scene(names.place(test.button()), names.person(status.person()), 1, List.of()));
    }

    private static CallView view(Notice notice) {
        return notice.call().orElseThrow();
    }

    private Phrases.Scene scene(CallView view) {
        return new Phrases.Scene(
                names.place(view.button()),
                names.person(view.person()),
                view.presses(),
                view.waiting().stream().map(names::place).toList());
    }
}
