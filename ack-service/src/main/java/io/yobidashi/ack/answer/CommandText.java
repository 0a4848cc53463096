package io.yobidashi.ack.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of the slash command: {@code ok [note] | no [note] | dnd 30m|until 15:00 [@standin|nobody] [reason] |
 * dnd off | status | who | help}, and the same in Japanese. Pure.
 */
public final class CommandText {
    /** Longer absences are for the roster. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern HELP = pattern("|help|\\?|ヘルプ|使い方");
    private static final Pattern STATUS = pattern("status|状況|状態|ステータス");
    private static final Pattern WHO = pattern("who|誰\\??|だれ\\??|一覧");
    private static final String AWAY = "(?:dnd|取り?込み?中|離席中?|席を?外します)";
    private static final Pattern DND_OFF =
            pattern(AWAY + " ?(?:off|end|終わり|おわり|終了|解除)[。.!]?|(?:戻りました|もどりました|戻った|back)[。.!]?");
    private static final Pattern DND_ON = pattern(AWAY + "(?: |(?=\\d))(.+)");
    private static final Pattern STAND_IN = Pattern.compile(
            "(?:<@(?<member>[UW][A-Z0-9]+)(?:\\|[^>]*)?>|(?<nobody>@?nobody|代理(?:なし|無し)|(?:誰も)?なし)(?=$| )|@(?<name>[^ ]+)) ?",
            Pattern.CASE_INSENSITIVE);

    private CommandText() {}

    /** @param slackText what follows the command, as Slack delivers it */
    public static Command parse(String slackText) {
        String text = PlainText.of(slackText);
        if (HELP.matcher(text).matches()) {
            return new Command.Help();
        }
        if (STATUS.matcher(text).matches()) {
            return new Command.Status();
        }
        if (WHO.matcher(text).matches()) {
            return new Command.Who();
        }
        if (DND_OFF.matcher(text).matches()) {
            return new Command.DndOff();
        }
        return dndOn(text)
                .or(() -> AnswerText.read(text).map(Command.Answered::new))
                .orElseGet(Command.Unknown::new);
    }

    private static Optional<Command> dndOn(String text) {
        Matcher dnd = DND_ON.matcher(text);
        return dnd.matches()
                ? Times.leading(dnd.group(1))
                        .filter(time -> isSensible(time.when()))
                        .map(CommandText::dndOn)
                : Optional.empty();
    }

    private static Command dndOn(Times.Leading time) {
        Matcher named = STAND_IN.matcher(time.rest());
        boolean anybody = named.lookingAt();
        String reason = anybody ? time.rest().substring(named.end()) : time.rest();
        return new Command.DndOn(time.when(), anybody ? standIn(named) : null, reason(reason));
    }

    private static boolean isSensible(When when) {
        return !(when instanceof When.After after)
                || (!after.duration().isZero() && after.duration().compareTo(LONGEST) <= 0);
    }

    private static StandIn standIn(Matcher named) {
        if (named.group("member") != null) {
            return new StandIn.Member(named.group("member"));
        }
        return named.group("nobody") != null ? new StandIn.Nobody() : new StandIn.Named(named.group("name"));
    }

    private static @Nullable String reason(String rest) {
        String reason = rest.replaceFirst("^[ 、,]+", "").strip();
        return reason.isEmpty() ? null : PlainText.cut(reason);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
