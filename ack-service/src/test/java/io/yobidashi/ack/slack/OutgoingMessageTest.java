package io.yobidashi.ack.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMessageTest {
    private static final String FORM = "token=t0k3n&team_id=T0001&channel_id=C0BOOTH&timestamp=1763928000.000105"
            + "&user_id=USATO&text=ok+3%E5%88%86";

    @Test
    void a_form_of_slacks_is_read() {
        OutgoingMessage message = parse(FORM);
        assertThat(message)
                .isEqualTo(new OutgoingMessage("t0k3n", "C0BOOTH", "1763928000.000105", "USATO", "ok 3分", null, null));
        assertThat(message.id()).isEqualTo("C0BOOTH:1763928000.000105:USATO");
        assertThat(message.at()).isEqualTo(Instant.ofEpochMilli(1763928000000L));
        assertThat(message.ofBot()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1355517523.000005,1355517523000", "1355517523.9999,1355517523999", "1355517523,1355517523000"})
    void its_time_is_slacks(String timestamp, long millis) {
        assertThat(parse(FORM.replace("1763928000.000105", timestamp)).at()).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @CsvSource({"'', ", "&thread_ts=, ", "&thread_ts=1763928000.000100, 1763928000.000100", "&thread_ts=none, "})
    void the_thread_counts_only_where_it_is_one(String more, String thread) {
        assertThat(parse(FORM + more).thread()).isEqualTo(thread);
    }

    @Test
    void bots_are_known_by_their_marks() {
        assertThat(parse(FORM + "&bot_id=B0").ofBot()).isTrue();
        assertThat(parse(FORM + "&bot_id=").ofBot()).isFalse();
        assertThat(parse(FORM.replace("USATO", "USLACKBOT")).ofBot()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"text\":\"ok\"}",
                "token=t&channel_id=C0&user_id=U0&text=ok",
                "token=t&channel_id=C0&timestamp=1.2&text=ok",
                "token=t&timestamp=1.2&user_id=U0&text=ok",
                "token=t&channel_id=&timestamp=1.2&user_id=U0&text=ok",
                "token=t&channel_id=C0&timestamp=now&user_id=U0&text=ok",
                "token=t&channel_id=C0&timestamp=1e9&user_id=U0&text=ok",
                "token=t&channel_id=C0&timestamp=1.2&user_id=U0&text=%zz"
            })
    void what_is_no_message_is_refused(String form) {
        assertThatExceptionOfType(UnreadableRequestException.class).isThrownBy(() -> parse(form));
    }

    @Test
    void neither_token_nor_text_are_printed() {
        assertThat(parse(FORM)).asString().doesNotContain("t0k3n", "分");
    }

    private static OutgoingMessage parse(String form) {
        return OutgoingMessage.of(SlackForm.parse(form));
    }
}
