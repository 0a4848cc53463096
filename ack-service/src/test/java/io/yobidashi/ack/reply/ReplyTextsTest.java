package io.yobidashi.ack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTextsTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Roster ROSTER = SampleRoster.three();
    private static final Person SATO = ROSTER.person("sato").orElseThrow();
    private static final PersonStatus IDLE = PersonStatus.unknown("sato");
    private static final PersonStatus CALLING = IDLE.calling(
            Call.open("01K", new Origin("G030PM0000000001", Click.SINGLE, AT), Asked.first("sato")),
            AT,
            AT.plusSeconds(300));
    private static final PersonStatus HANDED_OVER =
            CALLING.with(CALLING.openCall().orElseThrow().decline("sato").ask("suzuki"));

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(CALLING, "佐藤さんが向かいます（3 min）。", "Sato is on the way (3 min)."),
                Arguments.of(running("sato"), "佐藤さんの返事を更新します（3 min）。", "Updated for Sato (3 min)."),
                Arguments.of(running("suzuki"), "すでに鈴木さんが向かっています。", "Suzuki is on the way already."),
                Arguments.of(
                        IDLE,
                        "受け付けました（3 min）。いまご自身への呼び出しはありません。ほかに呼び出しがあれば、その返事になります。",
                        "Taken (3 min). Nobody is calling you; an open call of somebody else is answered."),
                Arguments.of(null, "受け付けました（3 min）。", "Taken (3 min)."));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_is_expected_is_said_in_both_languages(PersonStatus row, String ja, String en) {
        assertThat(new ReplyTexts(Language.JA).once(ok("3 min"), Optional.ofNullable(row)))
                .isEqualTo(ja);
        assertThat(new ReplyTexts(Language.EN).once(ok("3 min"), Optional.ofNullable(row)))
                .isEqualTo(en);
    }

    static Stream<Arguments> first() {
        return Stream.of(
                Arguments.of(CALLING, "Sato is on the way (3 min).", "All right, somebody else is asked."),
                Arguments.of(running("sato"), "Updated for Sato (3 min).", "All right, somebody else is asked."),
                Arguments.of(running("suzuki"), "Taken (3 min).", "Taken."),
                Arguments.of(HANDED_OVER, "Taken (3 min).", "Taken."),
                Arguments.of(IDLE, "Taken (3 min).", "Taken."),
                Arguments.of(null, "Taken (3 min).", "Taken."));
    }

    @ParameterizedTest
    @MethodSource("first")
    void nothing_is_said_first_that_may_turn_out_wrong(PersonStatus row, String ok, String cannot) {
        ReplyTexts texts = new ReplyTexts(Language.EN);
        ReplyTexts.Said no = new ReplyTexts.Said(ROSTER, SATO, new AnswerText(Answer.Kind.CANNOT, null));
        assertThat(texts.first(ok("3 min"), Optional.ofNullable(row))).isEqualTo(ok);
        assertThat(texts.first(no, Optional.ofNullable(row))).isEqualTo(cannot);
    }

    @Test
    void without_a_note_there_are_no_brackets() {
        assertThat(new ReplyTexts(Language.EN).once(ok(null), Optional.of(CALLING)))
                .isEqualTo("Sato is on the way.");
    }

    @Test
    void a_note_mentions_nobody() {
        assertThat(new ReplyTexts(Language.EN).once(ok("<!channel> & co"), Optional.empty()))
                .isEqualTo("Taken (&lt;!channel&gt; &amp; co).");
    }

    @Test
    void strangers_are_told_kindly() {
        assertThat(new ReplyTexts(Language.EN).stranger()).contains("not on the roster");
        assertThat(new ReplyTexts(Language.JA).stranger()).contains("名簿");
    }

    private static ReplyTexts.Said ok(String note) {
        return new ReplyTexts.Said(ROSTER, SATO, new AnswerText(Answer.Kind.OK, note));
    }

    private static PersonStatus running(String by) {
        Call call = CALLING.openCall().orElseThrow().answered(new Response(by, null, null));
        return IDLE.running(call, AT, AT.plusSeconds(300));
    }
}
