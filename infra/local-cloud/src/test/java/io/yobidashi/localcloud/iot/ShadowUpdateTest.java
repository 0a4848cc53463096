package io.yobidashi.localcloud.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update request must be; the texts are those of AWS's device-shadow-error-messages page. */
class ShadowUpdateTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            400 | Invalid JSON                      | {"state":
            400 | Invalid JSON                      | {"state":{}} x
            400 | Invalid JSON                      | [1]
            400 | Invalid JSON                      | ~~
            400 | Missing required node: state      | {"stat":{}}
            400 | State node must be an object      | {"state":3}
            400 | Desired node must be an object    | {"state":{"desired":[]}}
            400 | Reported node must be an object   | {"state":{"reported":"x"}}
            400 | State contains an invalid node    | {"state":{"wanted":{}}}
            400 | State contains an invalid node    | {"state":{"reported":{"a":[1,null]}}}
            400 | Invalid version                   | {"state":{},"version":"1"}
            400 | Invalid version                   | {"state":{},"version":-1}
            400 | Invalid version                   | {"state":{},"version":1.5}
            400 | Invalid clientToken               | {"state":{},"clientToken":7}
            400 | Invalid clientToken               | {"state":{},"clientToken":"12345678901234567890123456789012345678901234567890123456789012345"}
            400 | JSON contains too many levels of nesting; maximum is 6 | {"state":{"reported":{"1":{"2":{"3":{"4":{"5":{"6":{}}}}}}}}}
            """)
    void a_bad_request_is_refused_in_the_words_of_aws(int code, String message, String body) {
        ShadowRefusal refusal = refusalOf(body.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessage(message);
    }

    @Test
    void what_is_not_UTF_8_is_refused() {
        ShadowRefusal refusal =
                refusalOf("{\"state\":{\"reported\":{\"a\":\"é\"}}}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal.code()).isEqualTo(415);
        assertThat(refusal).hasMessage("Unsupported documented encoding; supported encoding is UTF-8");
    }

    @Test
    void six_levels_and_64_bytes_of_token_are_taken() {
        String token = "x".repeat(64);
        ShadowUpdate update =
                parse("{\"state\":{\"reported\":{\"1\":{\"2\":{\"3\":{\"4\":{\"5\":{\"6\":7}}}}}}},\"clientToken\":\""
                        + token + "\"}");

        assertThat(update.section("reported").at("/1/2/3/4/5/6").asInt()).isEqualTo(7);
        assertThat(update.clientToken()).contains(token);
    }

    @Test
    void what_stands_beside_the_state_is_ignored() {
        assertThat(parse("{\"state\":null,\"metadata\":[1]}").version()).isEmpty();
    }

    private static ShadowUpdate parse(String body) {
        return ShadowUpdate.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ShadowRefusal refusalOf(byte[] body) {
        return catchThrowableOfType(ShadowRefusal.class, () -> ShadowUpdate.parse(body));
    }
}
