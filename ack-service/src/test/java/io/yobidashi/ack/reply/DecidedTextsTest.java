package io.yobidashi.ack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.handler.Reply;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecidedTextsTest {
    private static final Instant AT = Instant.parse("2026-11-24T06:00:00Z");
    private static final Roster ROSTER = SampleRoster.three();
    private static final Call CALL =
            Call.open("01K", new Origin("G030PM0000000001", Click.SINGLE, AT), Asked.first("sato"));
    private static final PersonStatus CALLING = PersonStatus.unknown("sato").calling(CALL, AT, AT.plusSeconds(300));
    private static final PersonStatus RUNNING = PersonStatus.unknown("sato")
            .running(CALL.answered(new Response("suzuki", null, null)), AT, AT.plusSeconds(300));
    private static final Answer OF_SATO = Answer.ok("a1", "USATO", null, AT);
    private static final Answer OF_TANAKA = Answer.ok("a1", "UTANAKA", null, AT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ANOTHER_COMES    | Suzuki is on the way already.
                    NO_OPEN_CALL     | No call is waiting for this answer. Thank you all the same.
                    NOBODY_FREE      | All right. Nobody else is free: the visitor is still waiting.
                    DECLINE_NOTED    | All right, you are not asked again.
                    NOT_ASKED        | You were not asked for this call, so nothing changes.
                    DND_NOTED        | It begins when the open call has ended.
                    DND_NOT_SET      | You could be called anyway.
                    DND_ALREADY_OVER | That time is over already.
                    """)
    void what_came_otherwise_is_told(Reason reason, String text) {
        assertThat(told(OF_SATO, new Reply.Taken(reason, RUNNING))).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"ON_THE_WAY", "UPDATED", "NEXT_ASKED", "GROUP_ASKED", "DND_BEGUN", "DND_ENDED", "DUPLICATE"})
    void what_went_as_it_was_said_is_not_told_again(Reason reason) {
        assertThat(new DecidedTexts(Language.EN).of(OF_SATO, new Reply.Taken(reason, CALLING), ROSTER))
                .isEmpty();
    }

    @Test
    void who_takes_anothers_call_by_a_text_is_told_which() {
        assertThat(told(OF_TANAKA, new Reply.Taken(Reason.ON_THE_WAY, RUNNING)))
                .isEqualTo("You are taking the call for Sato (Reception).");
    }

    @Test
    void between_several_calls_each_is_offered_with_a_button() {
        Said said = new DecidedTexts(Language.JA)
                .of(OF_TANAKA, new Reply.Choice(List.of(CALLING)), ROSTER)
                .orElseThrow();
        assertThat(said.text()).isEqualTo("呼び出しがいくつもあります。どれですか。\n• 佐藤（受付）");
        assertThat(said.choices()).containsExactly(new Said.Choice("佐藤（受付）", "行きます", "ack", "01K"));
    }

    @Test
    void without_an_open_call_or_a_place_on_the_roster_there_is_a_kind_word() {
        assertThat(told(OF_SATO, new Reply.NoOpenCall())).contains("Thank you");
        assertThat(told(OF_SATO, new Reply.Stranger())).contains("not on the roster");
    }

    private static String told(Answer answer, Reply reply) {
        return new DecidedTexts(Language.EN)
                .of(answer, reply, ROSTER)
                .orElseThrow()
                .text();
    }
}
