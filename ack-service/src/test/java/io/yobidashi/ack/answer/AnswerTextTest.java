package io.yobidashi.ack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTextTest {
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
        assertThat(AnswerText.of(text)).contains(new AnswerText(note));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "okinawa", "OKAY", "oké", "ｏｋａｙ", "o k", "not ok", "了解", "<@USATO> ok", "k", "okа"})
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
    }
}
