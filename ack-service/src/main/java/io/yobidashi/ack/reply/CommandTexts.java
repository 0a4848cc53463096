package io.yobidashi.ack.reply;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** What is said at once to a slash command that is no answer to a call. Pure. */
public final class CommandTexts {
    private static final String JA = """
            使い方:
            • `ok 3分`、`行きます`: 呼び出しに行きます（`ok 15:30` のように時刻でも）
            • `no`、`行けません`: 行けないので、次の人を呼びます
            • `離席 30分 @代理 理由`、`取込中 15:00まで 代理なし`: しばらく呼ばれません（24時間まで）
            • `離席 終わり`、`戻りました`: また呼び出しを受けます
            • `状況`: 自分の状況　• `誰`: みんなの状況""";
    private static final String EN = """
            How to use it:
            • `ok 3 min`, `ok 15:30`: you come
            • `no`: you can't, so the next one is asked
            • `dnd 30m @stand-in reason`, `dnd until 15:00 nobody`: you are not called for a while (24 hours at most)
            • `dnd off`: you can be called again
            • `status`: how you stand • `who`: how everybody stands""";

    private final Wording wording;

    public CommandTexts(Language language) {
        this.wording = new Wording(language);
    }

    public String help() {
        return wording.say(JA, EN);
    }

    public String notUnderstood() {
        return wording.say("すみません、わかりませんでした。\n", "Sorry, that was not understood.\n") + help();
    }

    public String unknownStandIn() {
        return wording.say(
                "すみません、その代理の方は名簿にいないか、ご本人です。何も変えていません。",
                "Sorry, that stand-in is not on the roster, or is yourself. Nothing was changed.");
    }

    public String dndOn(Answer answer, Roster roster, ZoneId zone) {
        Instant until = Objects.requireNonNull(answer.until(), "a dnd-on has an end");
        String time = Wording.time(until, answer.at(), zone);
        String why = wording.noted(answer.reason());
        return wording.say(
                time + " まで呼び出しを受けません" + why + "。" + standIn(answer, roster),
                "You are not called until " + time + why + "." + standIn(answer, roster));
    }

    public String dndOff() {
        return wording.say("また呼び出しを受けます。", "You can be called again.");
    }

    /** The answer needs more time than there is for it. */
    public String inAMoment() {
        return wording.say("確認しています…", "One moment…");
    }

    /** Nothing can be read just now. */
    public String unknownNow() {
        return wording.say("すみません、いまは確認できません。", "Sorry, that can't be told right now.");
    }

    private String standIn(Answer answer, Roster roster) {
        if (answer.standIn() == null) {
            return "";
        }
        if (answer.standIn().equals(Answer.NOBODY)) {
            return wording.say("代理はいません。", " Nobody stands in.");
        }
        String name = wording.name(roster, answer.standIn());
        return wording.say("代理は" + name + "さんです。", " " + name + " stands in.");
    }
}
