package io.yobidashi.ack.reply;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How people stand, one line each: the board in words. Pure. */
public final class BoardTexts {
    private final Wording wording;

    public BoardTexts(Language language) {
        this.wording = new Wording(language);
    }

    /** What is looked at: by which roster, when, and where the reader is. */
    public record View(Roster roster, Instant now, ZoneId zone) {}

    public String rows(List<PersonStatus> rows, View view) {
        return rows.stream().map(row -> row(row, view)).collect(Collectors.joining("\n"));
    }

    public String row(PersonStatus row, View view) {
        PersonStatus status = row.at(view.now());
        String name = wording.name(view.roster(), status.person());
        return name + ": "
                + switch (status.state()) {
                    case IDLE -> wording.say("呼び出しOK!", "ready to be called");
                    case CALLING -> calling(status, view);
                    case RUNNING -> running(status, view);
                    case DND -> dnd(Objects.requireNonNull(status.dnd()), view);
                };
    }

    private String calling(PersonStatus status, View view) {
        Call call = Objects.requireNonNull(status.call());
        String place = wording.place(view.roster(), call.origin().button());
        String asked = call.asked().last().equals(Asked.GROUP)
                ? wording.say("全員", "everybody")
                : wording.name(view.roster(), call.asked().last());
        return wording.say(
                "呼び出し中...（" + place + "、" + asked + "を呼び出し）", "calling... (" + place + ", " + asked + " is asked)");
    }

    private String running(PersonStatus status, View view) {
        Call call = Objects.requireNonNull(status.call());
        Response response = Objects.requireNonNull(call.response());
        String by = wording.name(view.roster(), response.by());
        String place = wording.place(view.roster(), call.origin().button());
        String note = wording.noted(response.note());
        String eta = response.eta() == null ? "" : " · " + Wording.time(response.eta(), view.now(), view.zone());
        return wording.say(
                "現場急行中! " + place + "へ" + by + "さん" + note + eta, by + " is on the way to " + place + note + eta);
    }

    private String dnd(Dnd dnd, View view) {
        String time = Wording.time(dnd.until(), view.now(), view.zone());
        String why = wording.noted(dnd.reason());
        String standIn = dnd.standIn() == null || dnd.standIn().equals(Answer.NOBODY)
                ? ""
                : wording.say(
                        "、代理 " + wording.name(view.roster(), dnd.standIn()),
                        ", " + wording.name(view.roster(), dnd.standIn()) + " stands in");
        return wording.say(time + " まで取込中" + why + standIn, "do not disturb until " + time + why + standIn);
    }
}
