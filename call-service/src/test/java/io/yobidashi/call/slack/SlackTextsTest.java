package io.yobidashi.call.slack;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlackTextsTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Call CALL = Call.open("01K", new Origin(SATO_BUTTON, Click.SINGLE, AT), Asked.first("sato"));
    private static final Ledger PAID = new Ledger(1, 1, null);
    private static final Ledger TOLD = new Ledger(2, 1, null);

    static Stream<Arguments> notices() {
        return Stream.of(
                Arguments.of(
                        calling(CALL),
                        "<@USATO> 受付 でお客様がお呼びです。「ok 3 min」と返信してください。",
                        "<@USATO> A visitor is calling you at Reception: reply \"ok 3 min\"."),
                Arguments.of(
                        calling(CALL.repeated()),
                        "<@USATO> 受付 でお客様がお呼びです（×2）。「ok 3 min」と返信してください。",
                        "<@USATO> A visitor is calling you at Reception (×2): reply \"ok 3 min\"."),
                // Asked again.
                Arguments.of(
                        calling(CALL.with(TOLD)),
                        "<@USATO> 受付 でお客様がまだお待ちです。「ok 3 min」と返信してください。",
                        "<@USATO> The visitor at Reception is still waiting: reply \"ok 3 min\"."),
                // The stand-in, after the first was told and when the first is on do not disturb.
                Arguments.of(
                        calling(CALL.ask("suzuki").with(TOLD)),
                        "<@USUZUKI> 佐藤さんの代わりに 受付 へお願いします。お客様がお待ちです。「ok 3 min」と返信してください。",
                        "<@USUZUKI> Please go to Reception for Sato, a visitor is waiting: reply \"ok 3 min\"."),
                Arguments.of(
                        calling(Call.open("01K", CALL.origin(), Asked.first("suzuki"))),
                        "<@USUZUKI> 佐藤さんの代わりに 受付 へお願いします。お客様がお待ちです。「ok 3 min」と返信してください。",
                        "<@USUZUKI> Please go to Reception for Sato, a visitor is waiting: reply \"ok 3 min\"."),
                Arguments.of(
                        calling(CALL.ask(Asked.GROUP)),
                        "<!here> 受付 でお客様が佐藤さんをお待ちです。行ける方は「ok 3 min」と返信してください。",
                        "<!here> A visitor at Reception is waiting for Sato. Whoever can go: reply \"ok 3 min\"."),
                Arguments.of(
                        calling(CALL.ask(Asked.GROUP).exhausted()),
                        "受付 でお客様が佐藤さんをお待ちですが、行ける人がいません。",
                        "A visitor at Reception is waiting for Sato, and nobody is free."),
                Arguments.of(
                        missed(new Dnd(AT.plusSeconds(60), null, null, Ledger.EMPTY.order())),
                        "佐藤さんは取り込み中で、代わりに行ける人もいません（呼び出し 1 回）。",
                        "Sato is not to be disturbed, and nobody is free instead (1 press)."),
                Arguments.of(
                        missed(new Dnd(AT.plusSeconds(60), null, "R&D <lunch>", new Ledger(5, 2, null))),
                        "佐藤さんは取り込み中（R&amp;D &lt;lunch&gt;）で、代わりに行ける人もいません（呼び出し 3 回）。",
                        "Sato is not to be disturbed (R&amp;D &lt;lunch&gt;), and nobody is free instead (3 presses)."),
                // Another booth waits: beside a mention, to who is coming, and to nobody in particular.
                Arguments.of(
                        calling(CALL.repeated().waitingToo(SATO_OTHER_BUTTON)),
                        "<@USATO> 受付 でお客様がお呼びです（×2）（ほかに 商談）。「ok 3 min」と返信してください。",
                        "<@USATO> A visitor is calling you at Reception (×2) (also Meetings): reply \"ok 3 min\"."),
                Arguments.of(
                        running(CALL.waitingToo(SATO_OTHER_BUTTON), null),
                        "<@USUZUKI> 商談 でも佐藤さんのお客様がお待ちです。",
                        "<@USUZUKI> Visitors of Sato are waiting at Meetings too."),
                Arguments.of(
                        calling(CALL.ask(Asked.GROUP).with(PAID).waitingToo(SATO_OTHER_BUTTON)),
                        "商談 でも佐藤さんのお客様がお待ちです。",
                        "Visitors of Sato are waiting at Meetings too."),
                // News, where the message has no name.
                Arguments.of(
                        running(CALL, "<3> min"),
                        "受付: 鈴木さんが向かっています（&lt;3&gt; min）。",
                        "Reception: Suzuki is on the way (&lt;3&gt; min)."),
                Arguments.of(
                        ended(LastCall.Outcome.UNANSWERED),
                        "受付: 応答がないまま終了しました（担当: 佐藤さん）。",
                        "Reception: nobody answered the call for Sato."),
                Arguments.of(
                        ended(LastCall.Outcome.NOBODY),
                        "受付: 行ける人がいないまま終了しました（担当: 佐藤さん）。",
                        "Reception: nobody was free for the visitor of Sato."),
                // Do not disturb begins and ends.
                Arguments.of(
                        missed(new Dnd(AT.plusSeconds(60), null, "昼 & <lunch>", Ledger.EMPTY).announce()),
                        "佐藤さんは <!date^1763928060^{time}|20:01 UTC> まで取り込み中です（昼 &amp; &lt;lunch&gt;）。代理: 鈴木さん",
                        "Sato is not to be disturbed until <!date^1763928060^{time}|20:01 UTC>"
                                + " (昼 &amp; &lt;lunch&gt;). Stand-in: Suzuki"),
                Arguments.of(
                        missed(new Dnd(AT.plusSeconds(60), "tanaka", null, Ledger.EMPTY).announce()),
                        "佐藤さんは <!date^1763928060^{time}|20:01 UTC> まで取り込み中です。代理: 田中さん",
                        "Sato is not to be disturbed until <!date^1763928060^{time}|20:01 UTC>. Stand-in: Tanaka"),
                Arguments.of(
                        PersonStatus.unknown("sato").with(new Back(AT, null)),
                        "佐藤さんは呼び出しを受けられるようになりました。",
                        "Sato can be called again."),
                Arguments.of(
                        PersonStatus.unknown("sato").with(new TestCall(SATO_BUTTON, AT, Ledger.EMPTY.order())),
                        "テスト: 受付 のボタンは届いています（担当: 佐藤さん）。",
                        "Test: the button at Reception works (it calls Sato)."));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_kind_of_notice_is_worded_in_both_languages(PersonStatus status, String ja, String en) {
        Notice notice = Debts.owed(status).orElseThrow();
        assertThat(new SlackTexts(SampleRoster.three(), Language.JA).apply(notice))
                .isEqualTo(ja);
        assertThat(new SlackTexts(SampleRoster.three(), Language.EN).apply(notice))
                .isEqualTo(en);
    }

    @Test
    void a_place_can_mention_nobody() {
        LocalName place = new LocalName("<!channel>", "<!channel> & co");
        Roster roster = new Roster(
                "C0BOOTH",
                "<!here>",
                SampleRoster.three().people(),
                List.of(new Button(SATO_BUTTON, "sato", place, null)));
        assertThat(new SlackTexts(roster, Language.EN)
                        .apply(Debts.owed(calling(CALL)).orElseThrow()))
                .startsWith("<@USATO> ")
                .contains("&lt;!channel&gt; &amp; co")
                .doesNotContain("<!channel>");
    }

    private static PersonStatus calling(Call call) {
        return PersonStatus.unknown("sato").calling(call, AT, AT.plusSeconds(300));
    }

    private static PersonStatus running(Call call, String note) {
        Call told = call.with(PAID).with(call.told().showing("calling"));
        return PersonStatus.unknown("sato")
                .running(told.answered(new Response("suzuki", note, null)), AT, AT.plusSeconds(300));
    }

    private static PersonStatus ended(LastCall.Outcome outcome) {
        Remains remains = Remains.of(CALL.with(CALL.told().showing("calling")));
        return PersonStatus.unknown("sato").with(new LastCall("01K", outcome, null, AT, remains));
    }

    private static PersonStatus missed(Dnd dnd) {
        return PersonStatus.unknown("sato").disturbedNot(dnd, AT);
    }
}
