package io.yobidashi.ack.reply;

import io.yobidashi.ack.slack.ButtonClick;
import io.yobidashi.core.handler.Reply;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of an answer once it is decided, where it came otherwise than its author may think: what went as it was
 * said is on the board and in the channel. Pure.
 */
public final class DecidedTexts {
    private final Wording wording;
    private final ReplyTexts texts;

    public DecidedTexts(Language language) {
        this.wording = new Wording(language);
        this.texts = new ReplyTexts(language);
    }

    public Optional<Said> of(Answer answer, Reply reply, Roster roster) {
        if (reply instanceof Reply.Choice choice) {
            return Optional.of(choice(answer, choice, roster));
        }
        if (reply instanceof Reply.Taken taken) {
            return taken(answer, taken, roster).map(Said::of);
        }
        return Optional.of(Said.of(reply instanceof Reply.Stranger ? texts.stranger() : noOpenCall()));
    }

    private Optional<String> taken(Answer answer, Reply.Taken taken, Roster roster) {
        return switch (taken.reason()) {
            case ON_THE_WAY, UPDATED -> takenOver(answer, taken.row(), roster);
            case ANOTHER_COMES -> Optional.of(anotherComes(taken.row(), roster));
            case NO_OPEN_CALL -> Optional.of(noOpenCall());
            case NOBODY_FREE ->
                said(
                        "わかりました。ほかに行ける人がいません。お客様はまだお待ちです。",
                        "All right. Nobody else is free: the visitor is still waiting.");
            case DECLINE_NOTED -> said("わかりました。もう呼びません。", "All right, you are not asked again.");
            case NOT_ASKED ->
                said("この呼び出しであなたは呼ばれていないので、何も変わりません。", "You were not asked for this call, so nothing changes.");
            case DND_NOTED -> said("いまの呼び出しが終わってから始まります。", "It begins when the open call has ended.");
            case DND_NOT_SET -> said("もともと呼び出しを受ける状態です。", "You could be called anyway.");
            case DND_ALREADY_OVER -> said("その時刻はもう過ぎています。", "That time is over already.");
            default -> Optional.empty();
        };
    }

    /** Of a text that named no call it is told which it was taken for, unless it was the author's own. */
    private Optional<String> takenOver(Answer answer, PersonStatus row, Roster roster) {
        boolean named = answer.callId() != null || answer.thread() != null;
        boolean own = roster.personOnSlack(answer.user())
                .map(Person::id)
                .filter(row.person()::equals)
                .isPresent();
        if (named || own) {
            return Optional.empty();
        }
        String name = wording.name(roster, row.person());
        String place = row.openCall().map(call -> place(call, roster)).orElse("");
        return said(name + "さんへの呼び出し" + place + "に向かうことになりました。", "You are taking the call for " + name + place + ".");
    }

    private String anotherComes(PersonStatus row, Roster roster) {
        return row.openCall()
                .map(Call::response)
                .map(Response::by)
                .map(by -> wording.name(roster, by))
                .map(by -> wording.say("すでに" + by + "さんが向かっています。", by + " is on the way already."))
                .orElseGet(this::noOpenCall);
    }

    private String noOpenCall() {
        return wording.say(
                "いま返事を待っている呼び出しはありません。ありがとうございます。", "No call is waiting for this answer. Thank you all the same.");
    }

    private Said choice(Answer answer, Reply.Choice choice, Roster roster) {
        boolean ok = answer.kind() == Answer.Kind.OK;
        String label = ok ? wording.say("行きます", "On my way") : wording.say("行けません", "Can't");
        List<Said.Choice> choices = new ArrayList<>();
        for (PersonStatus row : choice.rows()) {
            row.openCall()
                    .ifPresent(call -> choices.add(new Said.Choice(
                            wording.name(roster, row.person()) + place(call, roster),
                            label,
                            ok ? ButtonClick.ACK : ButtonClick.CANNOT,
                            call.id())));
        }
        String text = wording.say("呼び出しがいくつもあります。どれですか。", "Several calls are open. Which one do you mean?");
        String list =
                String.join("", choices.stream().map(one -> "\n• " + one.text()).toList());
        return new Said(text + list, choices);
    }

    private String place(Call call, Roster roster) {
        String place = wording.place(roster, call.origin().button());
        return wording.say("（" + place + "）", " (" + place + ")");
    }

    private Optional<String> said(String ja, String en) {
        return Optional.of(wording.say(ja, en));
    }
}
