package io.yobidashi.ack.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.message.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonClickTest {
    private static final String PAYLOAD = "{'type':'block_actions','user':{'id':'USATO'},"
            + "'container':{'type':'message','message_ts':'1763928000.000100','channel_id':'C0BOOTH'},"
            + "'response_url':'https://hooks.slack.com/actions/1',"
            + "'actions':[{'action_id':'ack','type':'button','value':'01K','action_ts':'1763928001.5'}]}";

    @Test
    void a_click_names_its_call_and_its_moment() {
        ButtonClick click = read(PAYLOAD).orElseThrow();
        assertThat(click)
                .isEqualTo(new ButtonClick(
                        Answer.Kind.OK,
                        "USATO",
                        "1763928000.000100",
                        "1763928001.5",
                        "01K",
                        "https://hooks.slack.com/actions/1"));
        assertThat(click.id()).isEqualTo("1763928000.000100:USATO:1763928001.5");
        assertThat(click.at()).isEqualTo(Instant.ofEpochMilli(1763928001500L));
        assertThat(read(PAYLOAD.replace("'ack'", "'cannot'")).orElseThrow().kind())
                .isEqualTo(Answer.Kind.CANNOT);
    }

    @ParameterizedTest
    @CsvSource({"'ack','link'", "'block_actions','view_submission'", "'actions','other'"})
    void other_interactions_are_none(String part, String instead) {
        assertThat(read(PAYLOAD.replace(part, instead))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'USATO'", "'1763928000.000100'", "'1763928001.5'", "'01K'"})
    void a_click_that_lacks_something_is_refused(String value) {
        assertThatExceptionOfType(UnreadableRequestException.class)
                .isThrownBy(() -> read(PAYLOAD.replace(value, "''")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "payload=", "payload=ok", "payload=%zz"})
    void what_is_no_interaction_is_refused(String form) {
        assertThatExceptionOfType(UnreadableRequestException.class)
                .isThrownBy(() -> ButtonClick.of(SlackForm.parse(form)));
    }

    /** They would go into the queue as they are, where one that is too long keeps others out. */
    @ParameterizedTest
    @ValueSource(strings = {"01K", "https://hooks.slack.com/actions/1", "USATO"})
    void a_click_with_an_endless_name_is_refused(String value) {
        assertThatExceptionOfType(UnreadableRequestException.class)
                .isThrownBy(() -> read(PAYLOAD.replace(value, "x".repeat(60_000))))
                .withMessageContaining("longer than");
    }

    private static Optional<ButtonClick> read(String payload) {
        String json = payload.replace('\'', '"');
        return ButtonClick.of(SlackForm.parse("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8)));
    }
}
