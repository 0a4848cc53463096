package io.yobidashi.ack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoardTextsTest {
    private static final Instant AT = Instant.parse("2026-11-24T06:00:00Z");
    private static final BoardTexts.View VIEW = new BoardTexts.View(SampleRoster.three(), AT, ZoneId.of("Asia/Tokyo"));
    private static final PersonStatus IDLE = PersonStatus.unknown("sato");
    private static final Call CALL =
            Call.open("01K", new Origin("G030PM0000000001", Click.SINGLE, AT), Asked.first("sato"));

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(IDLE, "佐藤: 呼び出しOK!", "Sato: ready to be called"),
                Arguments.of(
                        calling(CALL.ask("suzuki")),
                        "佐藤: 呼び出し中...（受付、鈴木を呼び出し）",
                        "Sato: calling... (Reception, Suzuki is asked)"),
                Arguments.of(
                        calling(CALL.ask(Asked.GROUP)),
                        "佐藤: 呼び出し中...（受付、全員を呼び出し）",
                        "Sato: calling... (Reception, everybody is asked)"),
                Arguments.of(
                        running(new Response("suzuki", "3 min", AT.plusSeconds(180))),
                        "佐藤: 現場急行中! 受付へ鈴木さん（3 min） · 15:03",
                        "Sato: Suzuki is on the way to Reception (3 min) · 15:03"),
                Arguments.of(
                        dnd(AT.plusSeconds(3600), "tanaka", "昼食"),
                        "佐藤: 16:00 まで取込中（昼食）、代理 田中",
                        "Sato: do not disturb until 16:00 (昼食), Tanaka stands in"),
                Arguments.of(
                        dnd(AT.plusSeconds(10 * 3600), Answer.NOBODY, null),
                        "佐藤: 11/25 01:00 まで取込中",
                        "Sato: do not disturb until 11/25 01:00"),
                Arguments.of(dnd(AT, null, null), "佐藤: 呼び出しOK!", "Sato: ready to be called"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_told_in_one_line(PersonStatus row, String ja, String en) {
        assertThat(new BoardTexts(Language.JA).row(row, VIEW)).isEqualTo(ja);
        assertThat(new BoardTexts(Language.EN).row(row, VIEW)).isEqualTo(en);
    }

    @Test
    void rows_are_lines() {
        assertThat(new BoardTexts(Language.EN).rows(List.of(IDLE, PersonStatus.unknown("suzuki")), VIEW))
                .isEqualTo("Sato: ready to be called\nSuzuki: ready to be called");
    }

    private static PersonStatus calling(Call call) {
        return IDLE.calling(call, AT, AT.plusSeconds(300));
    }

    private static PersonStatus running(Response response) {
        return IDLE.running(CALL.answered(response), AT, AT.plusSeconds(300));
    }

    private static PersonStatus dnd(Instant until, String standIn, String reason) {
        return IDLE.disturbedNot(new Dnd(until, standIn, reason, Ledger.EMPTY), AT);
    }
}
