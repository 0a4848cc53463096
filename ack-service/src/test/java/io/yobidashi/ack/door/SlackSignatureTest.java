package io.yobidashi.ack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.aws.door.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    /** The example of Slack's page on verifying requests. */
    private static final String KEY = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final long SECONDS = 1531420618;
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
            + ".803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void the_example_of_slacks_page_is_right() {
        assertThat(SlackSignature.of(KEY, "" + SECONDS, bytes(BODY))).isEqualTo(SIGNATURE);
        assertThatCode(() -> check(signed(SECONDS), bytes(BODY))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void five_minutes_off_is_near_enough(long off) {
        assertThatCode(() -> check(signed(SECONDS + off), bytes(BODY))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -1_000_000_000})
    void a_signature_of_another_time_is_refused(long off) {
        refused(signed(SECONDS + off), bytes(BODY));
    }

    @Test
    void the_very_bytes_are_signed() {
        byte[] body = {'a', (byte) 0xff, (byte) 0xfe};
        String signature = SlackSignature.of(KEY, "" + SECONDS, body);
        Map<String, String> headers = headers("" + SECONDS, signature);

        assertThatCode(() -> check(headers, body)).doesNotThrowAnyException();
        // The same once it was read as text and written again.
        refused(headers, bytes(new String(body, StandardCharsets.UTF_8)));
        refused(headers, new byte[0]);
    }

    @Test
    void what_is_missing_or_wrong_is_refused() {
        refused(Map.of(), bytes(BODY));
        refused(Map.of(SlackSignature.SIGNATURE, SIGNATURE), bytes(BODY));
        refused(headers("now", SIGNATURE), bytes(BODY));
        refused(headers("" + (SECONDS + 1), SIGNATURE), bytes(BODY));
        refused(headers("" + SECONDS, SIGNATURE.toUpperCase(java.util.Locale.ROOT)), bytes(BODY));
        refused(headers("" + SECONDS, "v0="), bytes(BODY));
    }

    @Test
    void without_a_secret_the_road_is_closed() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> door(Optional.empty(), false).check(signed(SECONDS)::get, bytes(BODY)));
    }

    @Test
    void an_insecure_door_lets_in_what_is_not_signed_but_nothing_that_is_signed_wrongly() {
        SlackSignature door = door(Optional.of(KEY), true);
        assertThatCode(() -> door.check(name -> null, bytes(BODY))).doesNotThrowAnyException();
        assertThatCode(() -> door(Optional.empty(), true).check(signed(SECONDS)::get, bytes(BODY)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> door.check(headers("" + SECONDS, "v0=00")::get, bytes(BODY)));
    }

    @Test
    void the_secret_is_not_printed() {
        assertThat(new SlackSignature.Secret(Optional.of(KEY), false))
                .asString()
                .doesNotContain(KEY);
        assertThat(new OutgoingToken(Optional.of(KEY), false)).asString().doesNotContain(KEY);
    }

    private static void refused(Map<String, String> headers, byte[] body) {
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> check(headers, body));
    }

    private static void check(Map<String, String> headers, byte[] body) {
        door(Optional.of(KEY), false).check(headers::get, body);
    }

    private static SlackSignature door(Optional<String> key, boolean insecure) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(SECONDS), ZoneOffset.UTC);
        return new SlackSignature(new SlackSignature.Secret(key, insecure), clock);
    }

    private static Map<String, String> signed(long seconds) {
        return headers("" + seconds, SlackSignature.of(KEY, "" + seconds, bytes(BODY)));
    }

    private static Map<String, String> headers(String seconds, String signature) {
        return Map.of(SlackSignature.TIMESTAMP, seconds, SlackSignature.SIGNATURE, signature);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
