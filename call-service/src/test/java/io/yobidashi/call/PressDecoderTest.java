package io.yobidashi.call;

import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.aws.queue.Received;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressDecoderTest {
    private static final Instant SENT = Instant.ofEpochMilli(1763928000000L);
    private static final Instant PRESSED = SENT.minusSeconds(3);

    private final PressDecoder decoder = new PressDecoder(new ButtonPresses(SampleRoster::three));

    @Test
    void our_own_message_keeps_its_id_and_its_time() {
        Press press = new Press("p1", SUZUKI_BUTTON, Click.DOUBLE, PRESSED, 0.5);
        assertThat(decode(press)).isEqualTo(press);
        assertThat(decoder.person(press)).isEqualTo("suzuki");
    }

    @Test
    void a_press_without_an_id_is_known_by_the_message() {
        assertThat(decode(new Press(null, SUZUKI_BUTTON, Click.SINGLE, PRESSED, null)))
                .isEqualTo(new Press("m1", SUZUKI_BUTTON, Click.SINGLE, PRESSED, null));
    }

    @Test
    void a_raw_press_was_made_when_the_queue_took_it() {
        assertThat(decode("{\"button\":\"" + SUZUKI_BUTTON + "\"}"))
                .isEqualTo(new Press("m1", SUZUKI_BUTTON, Click.SINGLE, SENT, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"type\":\"press\"}",
                "{\"type\":\"visit\",\"button\":\"G030PM0000000002\"}",
                "{\"button\":\"G030PM0000000099\"}"
            })
    void anything_else_will_never_be_understood(String body) {
        assertThatExceptionOfType(UnreadableMessageException.class).isThrownBy(() -> decode(body));
    }

    @Test
    void other_messages_belong_to_other_queues() {
        assertThatExceptionOfType(UnreadableMessageException.class).isThrownBy(() -> decode(new Tell("sato", null)));
    }

    private Press decode(Message message) {
        return decode(JsonMessages.encode(message));
    }

    private Press decode(String body) {
        return decoder.decode(new Received("m1", body, SENT, 1));
    }
}
