package io.yobidashi.ack.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.message.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {
    private static final String SAID =
            "'type':'message','channel':'C0BOOTH','user':'USATO','text':'ok','ts':'1763928000.000100'";
    private static final String REACTED = "'type':'reaction_added','user':'USATO','reaction':'+1','item_user':'UBOT',"
            + "'item':{'type':'message','channel':'C0BOOTH','ts':'1763928000.000100'},'event_ts':'1763928001.000200'";

    @Test
    void a_message_of_a_person_is_read() {
        assertThat(event(SAID))
                .isEqualTo(new SlackEvent.Message("C0BOOTH", "1763928000.000100", "USATO", "ok", null))
                .hasToString("Message[C0BOOTH:1763928000.000100:USATO]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_broadcast", "file_share", "me_message"})
    void so_is_what_is_said_in_another_manner(String subtype) {
        assertThat(event(SAID + ",'subtype':'" + subtype + "'")).isInstanceOf(SlackEvent.Message.class);
    }

    @Test
    void a_reply_in_a_thread_of_ours_names_it() {
        assertThat(event(SAID + ",'thread_ts':'1763927990.000100','parent_user_id':'UBOT'"))
                .isInstanceOfSatisfying(SlackEvent.Message.class, message -> assertThat(message.thread())
                        .isEqualTo("1763927990.000100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'bot_id':'B1'",
                "'subtype':'bot_message'",
                "'subtype':'message_changed'",
                "'subtype':'message_deleted'",
                "'subtype':'channel_join'",
                "'user':'USLACKBOT'",
                "'user':'UBOT'",
                "'user':''",
                "'thread_ts':'1763927990.000100','parent_user_id':'UTANAKA'"
            })
    void what_bots_say_edits_and_threads_of_others_are_none(String field) {
        assertThat(event(SAID + "," + field)).isInstanceOf(SlackEvent.Other.class);
    }

    @Test
    void an_emoji_on_a_message_of_ours_is_read() {
        assertThat(event(REACTED))
                .isEqualTo(new SlackEvent.Reaction("C0BOOTH", "1763928001.000200", "USATO", "1763928000.000100", "+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'item_user':'UTANAKA'", "'item_user':''", "'user':'UBOT'", "'type':'reaction_removed'"})
    void an_emoji_on_anything_else_or_taken_back_is_none(String field) {
        assertThat(event(REACTED + "," + field)).isInstanceOf(SlackEvent.Other.class);
    }

    @ParameterizedTest
    @CsvSource({
        "white_check_mark,OK",
        "+1,OK",
        "thumbsup,OK",
        "+1::skin-tone-4,OK",
        "thumbsup::skin-tone-2,OK",
        "x,CANNOT",
        "eyes,",
        "ok_hand,",
        "-1,"
    })
    void few_emoji_are_answers(String name, Answer.Kind kind) {
        assertThat(Emoji.answer(name).orElse(null)).isEqualTo(kind);
    }

    @Test
    void the_handshake_is_known() {
        assertThat(parse("{'type':'url_verification','token':'t','challenge':'c'}"))
                .isEqualTo(new SlackEvent.Handshake("c"));
        assertThat(parse("{'type':'app_rate_limited'}")).isInstanceOf(SlackEvent.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "[]",
                "{}",
                "{'type':'url_verification'}",
                "{'type':'event_callback','event':{'type':'message','user':'U0','channel':'C0'}}",
                "{'type':'event_callback','event':{'type':'message','user':'U0','ts':'1.2'}}",
                "{'type':'event_callback','event':{'type':'message','user':'U0','channel':'C0','ts':'now'}}"
            })
    void what_is_no_event_is_refused(String body) {
        assertThatExceptionOfType(UnreadableRequestException.class).isThrownBy(() -> parse(body));
    }

    /** Of two fields of one name the later counts. */
    private static SlackEvent event(String fields) {
        return parse("{'type':'event_callback','event':{" + fields
                + "},'authorizations':[{'user_id':'UBOT','is_bot':true}]}");
    }

    private static SlackEvent parse(String json) {
        return SlackEvents.parse(json.replace('\'', '"'));
    }
}
