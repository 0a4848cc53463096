package io.yobidashi.call.press;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no press, and what is one of nobody's button. */
class PressRefusalsTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Road QUEUE = Road.at(AT);

    private final ButtonPresses presses = new ButtonPresses(SampleRoster::three);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | nothing names the button, and nothing is there
                    'no json'                                       | no JSON
                    '{"button":"G030PM0000000001"'                  | cut off
                    '{"button":"G030PM0000000001"} {}'              | more than one
                    '[]'                                            | no object
                    'null'                                          | no object
                    '"eyJidXR0b24iOiJHMDMw"'                        | no object
                    '{}'                                            | names no button
                    '{"button":""}'                                 | empty
                    '{"button":1}'                                  | no text
                    '{"button":"G030PM0000000001","click":"TAP"}'   | no click
                    '{"button":"G030PM0000000001","click":1}'       | a number where a name belongs
                    '{"button":"G030PM0000000001","clickType":4}'   | no such click
                    '{"button":"G030PM0000000001","clickType":0}'   | no such click
                    '{"button":"G030PM0000000001","clickType":4294967297}' | no such click, though its low bits are one
                    '{"button":"G030PM0000000001","clickType":"1"}' | a name where a number belongs
                    '{"button":"G030PM0000000001","id":{}}'         | no text
                    '{"button":"G030PM0000000001","seq_number":42}' | the global button's status: no click
                    '{"button":"G030PM0000000001","detect_type":"Disconnected"}' | no click
                    '{"button":"G030PM0000000001","deviceEvent":{"deviceHealthMonitor":{}}}' | another event of 1-Click
                    '{"serialNumber":"G030PM0000000001","clickType":"TAP"}' | no click
                    '{"imsi":"440103000000001","payloads":[1]}'     | an envelope around no object
                    '{"imsi":"440103000000001","payloads":"AQID"}'  | an envelope around binary data
                    '{"imsi":440103000000001,"clickType":1}'        | a number where a text belongs
                    """)
    void what_is_no_press_is_refused(String body, String why) {
        assertThatExceptionOfType(UnreadablePressException.class).as(why).isThrownBy(() -> presses.parse(body, QUEUE));
    }

    @Test
    void an_id_without_end_is_refused() {
        String body = "{\"button\":\"" + SATO_BUTTON + "\",\"id\":\"" + "x".repeat(129) + "\"}";
        assertThatExceptionOfType(UnreadablePressException.class).isThrownBy(() -> presses.parse(body, QUEUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'button':'G030PM0000000099'}",
                "{'button':'g030pm0000000001'}",
                "{'serialNumber':'G030JF053216F1BS','clickType':'SINGLE'}",
                "{'deviceInfo':{'deviceId':'G030PMXXXXXXXXXX'},'deviceEvent':{'buttonClicked':{}}}",
                "{'imsi':'295100000000001','payloads':{'clickType':1}}"
            })
    void a_button_must_be_in_the_roster(String body) {
        assertThatExceptionOfType(UnknownButtonException.class)
                .isThrownBy(() -> presses.parse(body.replace('\'', '"'), QUEUE))
                .withMessageNotContaining("295100000000001");
    }

    @Test
    void a_sim_must_be_in_the_roster() {
        Road stranger = new Road(null, null, "295100000000001", null, AT);
        assertThatExceptionOfType(UnknownButtonException.class).isThrownBy(() -> presses.parse("{}", stranger));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"s3cret\": oops}",
                "{\"button\":\"G030PM0000000001\",\"click\":\"s3cret\"}",
                "{\"detect_type\":\"s3cret\"}",
                "{\"clickType\":\"s3cret\"}",
                "{\"payloads\":\"s3cret\"}",
                "{\"imsi\":\"s3cret\"}",
                "{\"button\":{\"s3cret\":1}}"
            })
    void nothing_of_a_bad_body_is_repeated(String body) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> presses.parse(body, QUEUE))
                .withNoCause()
                .withMessageNotContaining("s3cret")
                .isInstanceOfAny(UnreadablePressException.class, UnknownButtonException.class);
    }
}
