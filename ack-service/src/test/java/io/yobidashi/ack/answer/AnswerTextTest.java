package io.yobidashi.ack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant AT = Instant.parse("2026-11-24T06:00:30Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # The end.
                    ok                    |
                    OK                    |
                    '  Ok  '              |
                    ｏｋ                  |
                    ＯＫ                  |
                    # A space.
                    ok 3 min              | 3 min
                    OK　３分              | 3分
                    # A digit.
                    ok3                   | 3
                    ＯＫ３分で行きます    | 3分で行きます
                    # Punctuation.
                    ok, on my way         | on my way
                    ok!                   |
                    ok...                 |
                    OK、すぐ行きます      | すぐ行きます
                    OK。                  |
                    ok～                  |
                    ok (3 min)            | (3 min)
                    ok-ish                | ish
                    ok :run: 3 min        | :run: 3 min
                    ok:run:               | :run:
                    # A symbol.
                    ok👍                  | 👍
                    # Japanese.
                    okです                | です
                    OKデス                | デス
                    okｶﾞﾝﾊﾞﾙ              | ガンバル
                    ok了解                | 了解
                    okー                  | ー
                    # What Slack escapes.
                    ok R&amp;D &lt;3      | R&D <3
                    ok &amp;lt;           | &lt;
                    """)
    void ok_counts_and_the_rest_is_the_note(String text, String note) {
        assertThat(AnswerText.of(text)).contains(new AnswerText(Answer.Kind.OK, note));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    行きます              |
                    行きます！            |
                    行きます、3分         | 3分
                    向かいます 15:30      | 15:30
                    On my way             |
                    on my way, 3 min      | 3 min
                    omw                   |
                    # The word in the midst of more.
                    行きますね            | 行きますね
                    ５分で行きます        | 5分で行きます
                    すぐ行きます！        | すぐ行きます!
                    今から向かいます      | 今から向かいます
                    すみません、10分後に行きます | すみません、10分後に行きます
                    1時間30分くらいで行きます | 1時間30分くらいで行きます
                    15:30に行きます       | 15:30に行きます
                    """)
    void other_words_for_ok_count_too(String text, String note) {
        assertThat(AnswerText.of(text)).contains(new AnswerText(Answer.Kind.OK, note));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no                    |
                    No.                   |
                    ＮＯ！                |
                    no, in a meeting      | in a meeting
                    no、会議中            | 会議中
                    行けません            |
                    行けません。会議中です | 会議中です
                    いけません            |
                    今は行けません        | 今は行けません
                    すみません、行けません | すみません、行けません
                    無理です              |
                    can't                 |
                    Can’t, sorry          | sorry
                    cannot come           | come
                    sorry, can't          | sorry, can't
                    """)
    void who_can_not_come_says_so_in_many_ways(String text, String note) {
        assertThat(AnswerText.of(text)).contains(new AnswerText(Answer.Kind.CANNOT, note));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # Written at 15:00:30 in Tokyo.
                    ok 3                      | 15:03:30
                    ok ３                     | 15:03:30
                    ok3!                      | 15:03:30
                    ok ~5                     | 15:05:30
                    ok 3分                    | 15:03:30
                    ok 3 min                  | 15:03:30
                    ok 3min.                  | 15:03:30
                    ok 5m                     | 15:05:30
                    ok in 10 minutes          | 15:10:30
                    ok あと3分くらい          | 15:03:30
                    ok 荷物を置いて5分で      | 15:05:30
                    ５分で行きます            | 15:05:30
                    行きます 90秒             | 15:02:00
                    ok 1時間                  | 16:00:30
                    ok 1時間半                | 16:30:30
                    ok 1時間30分              | 16:30:30
                    ok 1h                     | 16:00:30
                    ok 1h30m                  | 16:30:30
                    ok 15:30                  | 15:30:00
                    ok １５：３０             | 15:30:00
                    ok 15時半に               | 15:30:00
                    ok 16時                   | 16:00:00
                    15時30分に行きます        | 15:30:00
                    ok 2:45                   | 02:45:00
                    ok 0                      | 15:00:30
                    ok 720                    | 03:00:30
                    """)
    void a_time_in_the_note_tells_when_they_arrive(String text, String time) {
        Instant eta = AnswerText.of(text).orElseThrow().eta(AT, TOKYO).orElseThrow();
        assertThat(eta.atZone(TOKYO).toLocalTime()).isEqualTo(LocalTime.parse(time));
        assertThat(eta).isBetween(AT, AT.plus(Duration.ofHours(12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "ok on my way",
                "ok 3 people with me",
                "ok 5分前に出ました",
                "ok left 5 min ago",
                "ok 721",
                "ok 13h",
                "ok 3:30",
                "ok 15:00",
                "ok 24:10",
                "ok v1.5m",
                "ok 3rd floor",
                "ok room 1501",
                "no 3 min"
            })
    void what_is_no_time_or_too_far_is_no_eta(String text) {
        assertThat(AnswerText.of(text).orElseThrow().eta(AT, TOKYO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1分", "3 min", "あと", "1時間半", "今は"})
    void no_text_is_too_long_to_be_read(String piece) {
        String unit = piece.replaceFirst("^\\d", "");
        assertThat(AnswerText.of(piece + unit.repeat(30_000) + "行きます")).isEmpty();
        assertThat(CommandText.parse(piece + unit.repeat(30_000))).isInstanceOf(Command.Unknown.class);
    }

    @Test
    void half_a_character_is_left_out() {
        assertThat(AnswerText.of("ok 3\ud83d min")).contains(new AnswerText(Answer.Kind.OK, "3 min"));
    }

    @Test
    void a_time_of_day_is_that_of_the_author() {
        AnswerText text = AnswerText.of("ok 7:30").orElseThrow();
        assertThat(text.eta(AT, TOKYO)).isEmpty();
        assertThat(text.eta(AT, ZoneId.of("Europe/Berlin"))).contains(Instant.parse("2026-11-24T06:30:00Z"));
    }

    @Test
    void after_midnight_counts_before_it() {
        Instant late = Instant.parse("2026-11-24T14:50:00Z");
        assertThat(AnswerText.of("ok 0:10").orElseThrow().eta(late, TOKYO))
                .contains(Instant.parse("2026-11-24T15:10:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "okinawa",
                "OKAY",
                "oké",
                "ｏｋａｙ",
                "o k",
                "not ok",
                "了解",
                "<@USATO> ok",
                "k",
                "okа",
                "行きますか？",
                "向かいますか",
                "行った",
                "行きませんか",
                "行けませんか",
                "nothing",
                "no problem",
                "No worries!",
                "no-one",
                "no.1",
                "no1",
                "cantina",
                "omwards",
                "5分前に出ました"
            })
    void anything_else_is_no_answer(String text) {
        assertThat(AnswerText.of(text)).isEmpty();
    }

    @Test
    void a_note_is_one_line_without_controls() {
        assertThat(AnswerText.of("ok\n3\tmin\r\nby  stairs").orElseThrow().note())
                .isEqualTo("3 min by stairs");
        assertThat(AnswerText.of("ok 3\u0000 \u202Emin\u0007").orElseThrow().note())
                .isEqualTo("3 min");
    }

    @Test
    void a_long_note_is_cut_between_characters() {
        String note = AnswerText.of("ok " + "🏃".repeat(200)).orElseThrow().note();
        assertThat(note).isEqualTo("🏃".repeat(140));
    }

    @Test
    void a_text_without_end_takes_no_time() {
        assertThat(AnswerText.of("ok" + ":".repeat(60_000)).orElseThrow().note())
                .isNull();
        assertThat(AnswerText.of("ok" + " ".repeat(60_000) + "x").orElseThrow().note())
                .isEqualTo("x");
        assertThat(AnswerText.of("今すぐ".repeat(20_000))).isEmpty();
        assertThat(AnswerText.of("1分".repeat(20_000))).isEmpty();
        assertThat(AnswerText.of("ok x" + "1".repeat(60_000)).orElseThrow().eta(AT, TOKYO))
                .isEmpty();
    }
}
