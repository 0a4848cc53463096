package io.yobidashi.call.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.aws.door.UnauthorizedException;
import io.yobidashi.core.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final Instant SIGNED_AT = Instant.ofEpochMilli(1443571200000L);
    private static final String IMSI = "295100000000001";
    private static final Map<String, String> BEAM = Map.of(
            "x-soracom-imsi", IMSI,
            "x-soracom-timestamp", "1443571200000",
            "x-soracom-signature", "a15174afa6e4a4ffa0f9c44e6085e9b6f2b5f0cf2c3437bf46bdd9bf8514f51b");

    private final MutableClock clock = new MutableClock(SIGNED_AT);
    private final Keys keys = new Keys(new Keys.Secrets("secret", "token", false), clock);

    @Test
    void a_signature_proves_the_sim_and_the_time() {
        assertThat(check(keys, BEAM)).isEqualTo(new Sender.Sim(IMSI, SIGNED_AT));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void a_signature_holds_for_five_minutes_either_way(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        assertThat(check(keys, BEAM)).isInstanceOf(Sender.Sim.class);

        clock.advance(Duration.ofMillis(seconds > 0 ? 1 : -1));
        assertRefused(keys, BEAM);
    }

    @Test
    void a_signature_does_not_hold_with_another_sim_or_without_one() {
        assertRefused(keys, with(BEAM, "x-soracom-imsi", "440103000000001"));
        assertRefused(keys, with(BEAM, "x-soracom-imsi", null));
        assertRefused(keys, with(BEAM, "x-soracom-timestamp", "soon"));
    }

    @Test
    void a_wrong_signature_is_not_helped_by_the_token() {
        assertRefused(keys, with(with(BEAM, "x-soracom-signature", "00"), "authorization", "Bearer token"));
    }

    @Test
    void the_token_may_name_a_sim() {
        assertThat(check(keys, Map.of("authorization", "Bearer token"))).isEqualTo(new Sender.Trusted(null));
        assertThat(check(keys, Map.of("authorization", "Bearer token", "x-soracom-imsi", IMSI)))
                .isEqualTo(new Sender.Trusted(IMSI));
    }

    /** Source: users.soracom.io on Funk's format; the token's own signature is made up. */
    @Test
    void a_trusted_funk_names_the_sim_by_its_token() {
        String claims = "{\"iss\":\"https://soracom.io\",\"ctx\":{\"operatorId\":\"OP0000000001\",\"imsi\":\"" + IMSI
                + "\",\"simId\":\"8981100000000000001\"}}";
        String token = "eyJhbGciOiJSUzI1NiJ9."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        Map<String, String> funk = Map.of("authorization", "Bearer token", "x-soracom-token", token);

        assertThat(check(keys, funk)).isEqualTo(new Sender.Trusted(IMSI));
        assertRefused(keys, Map.of("x-soracom-token", token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a.%.c", "a.bm8ganNvbg.c", "a.e30.c", "a.W10.c"})
    void a_token_that_names_no_sim_is_no_reason_to_refuse_who_is_trusted(String token) {
        assertThat(check(keys, Map.of("authorization", "Bearer token", "x-soracom-token", token)))
                .isEqualTo(new Sender.Trusted(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer tokens", "Bearer toke", "token", "Bearer", ""})
    void nothing_but_the_token_is_the_token(String authorization) {
        assertRefused(keys, Map.of("authorization", authorization));
    }

    @Test
    void nothing_at_all_is_refused_unless_the_door_is_open() {
        assertRefused(keys, Map.of());
        Keys open = new Keys(new Keys.Secrets("secret", null, true), clock);
        assertThat(check(open, Map.of())).isEqualTo(new Sender.Trusted(null));
        assertRefused(open, with(BEAM, "x-soracom-signature", "00"));
    }

    @Test
    void a_signature_proves_nothing_where_no_secret_is_shared() {
        Keys noBeam = new Keys(new Keys.Secrets(null, "token", false), clock);
        assertRefused(noBeam, BEAM);
        assertThat(check(noBeam, with(BEAM, "authorization", "Bearer token"))).isEqualTo(new Sender.Trusted(IMSI));
    }

    private static Sender check(Keys keys, Map<String, String> headers) {
        return keys.check(name -> Optional.ofNullable(headers.get(name)));
    }

    private static void assertRefused(Keys keys, Map<String, String> headers) {
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> check(keys, headers));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
