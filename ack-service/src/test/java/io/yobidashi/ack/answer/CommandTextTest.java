package io.yobidashi.ack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''          | Help
                    help        | Help
                    使い方      | Help
                    status      | Status
                    ＳＴＡＴＵＳ | Status
                    状況        | Status
                    who         | Who
                    誰？        | Who
                    dnd off     | DndOff
                    DND　OFF    | DndOff
                    離席 終わり | DndOff
                    取込中解除  | DndOff
                    戻りました  | DndOff
                    # Not understood.
                    hello       | Unknown
                    dnd         | Unknown
                    dnd lunch   | Unknown
                    dnd 0       | Unknown
                    dnd 25h     | Unknown
                    dnd 99:99   | Unknown
                    dnd 30x     | Unknown
                    dndx 30     | Unknown
                    okinawa     | Unknown
                    status now  | Unknown
                    """)
    void words_are_read_however_they_are_typed(String text, String command) {
        assertThat(CommandText.parse(text).getClass().getSimpleName()).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"ok 3 min,OK,3 min", "行きます,OK,", "no busy,CANNOT,busy", "行けません,CANNOT,"})
    void answers_are_those_of_the_channel(String text, Answer.Kind kind, String note) {
        assertThat(CommandText.parse(text)).isEqualTo(new Command.Answered(new AnswerText(kind, note)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dnd 30m                          | PT30M  |                 |
                    dnd 30                           | PT30M  |                 |
                    dnd 30 min lunch                 | PT30M  |                 | lunch
                    DND １ｈ @tanaka                 | PT1H   | Named tanaka    |
                    dnd 1h30m @Tanaka lunch, then 5  | PT1H30M| Named Tanaka    | lunch, then 5
                    dnd 24h                          | PT24H  |                 |
                    dnd for 2 hours nobody           | PT2H   | Nobody          |
                    dnd 30m nobody lunch             | PT30M  | Nobody          | lunch
                    dnd 30m 代理なし 昼食            | PT30M  | Nobody          | 昼食
                    dnd 30m nobody's fault           | PT30M  |                 | nobody's fault
                    dnd 30m <@UTANAKA>               | PT30M  | Member UTANAKA  |
                    dnd 30m &lt;3                    | PT30M  |                 | <3
                    取込中 30分                      | PT30M  |                 |
                    取り込み中30分                   | PT30M  |                 |
                    離席 1時間半 ＠鈴木 昼食         | PT1H30M| Named 鈴木      | 昼食
                    離席中 ３０分間、昼食            | PT30M  |                 | 昼食
                    dnd until 15:00                  | 15:00  |                 |
                    dnd 15:00 @suzuki                | 15:00  | Named suzuki    |
                    取込中 15:00まで                 | 15:00  |                 |
                    離席 15時半まで @鈴木 会議       | 15:30  | Named 鈴木      | 会議
                    離席 9時                         | 09:00  |                 |
                    """)
    void do_not_disturb_tells_its_end_and_maybe_a_stand_in_and_a_reason(
            String text, String end, String standIn, String reason) {
        assertThat(CommandText.parse(text)).isInstanceOfSatisfying(Command.DndOn.class, on -> {
            assertThat(on.end())
                    .isEqualTo(
                            end.startsWith("P")
                                    ? new When.After(Duration.parse(end))
                                    : new When.At(LocalTime.parse(end)));
            assertThat(describe(on.standIn())).isEqualTo(standIn);
            assertThat(on.reason()).isEqualTo(reason);
        });
    }

    @Test
    void a_mention_may_come_with_its_label() {
        assertThat(CommandText.parse("dnd 30m <@UTANAKA|tanaka> lunch"))
                .isEqualTo(new Command.DndOn(
                        new When.After(Duration.ofMinutes(30)), new StandIn.Member("UTANAKA"), "lunch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "dnd 30m @"})
    void a_lone_at_names_nobody(String text) {
        Command command = CommandText.parse(text);
        assertThat(command instanceof Command.DndOn on && on.standIn() != null).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    suzuki | suzuki
                    SUZUKI | suzuki
                    鈴木   | suzuki
                    Suzuki | suzuki
                    nemo   |
                    """)
    void a_stand_in_is_known_by_id_or_either_name(String name, String person) {
        assertThat(new StandIn.Named(name).in(SampleRoster.three()).orElse(null))
                .isEqualTo(person);
    }

    @Test
    void a_stand_in_is_known_by_mention_and_nobody_is_one_on_purpose() {
        assertThat(new StandIn.Member("UTANAKA").in(SampleRoster.three())).contains("tanaka");
        assertThat(new StandIn.Member("UNOBODY").in(SampleRoster.three())).isEmpty();
        assertThat(new StandIn.Nobody().in(SampleRoster.three())).contains(Answer.NOBODY);
    }

    @Test
    void a_time_of_day_is_the_next_one() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Instant at = Instant.parse("2026-11-24T06:00:00Z");
        assertThat(new When.At(LocalTime.of(15, 1)).from(at, tokyo)).isEqualTo(at.plusSeconds(60));
        assertThat(new When.At(LocalTime.of(15, 0)).from(at, tokyo)).isEqualTo(at.plus(Duration.ofHours(24)));
    }

    private static String describe(StandIn standIn) {
        if (standIn instanceof StandIn.Member member) {
            return "Member " + member.memberId();
        }
        if (standIn instanceof StandIn.Named named) {
            return "Named " + named.name();
        }
        return standIn == null ? null : "Nobody";
    }
}
