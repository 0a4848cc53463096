package io.yobidashi.call.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamSignatureTest {
    // The first is SORACOM's own, from its page on signature verification.
    private static final String VECTORS = """
            mysecretkey, 860000012345678, 295000012345678, 1445587157992, 95c8e34d68e2bd76502c1e403108dc1bd7008964c31081d0415adb9f21a721a5
            secret,      012345678901234, 295100000000001, 1443571200000, 125d84ef000ed210da7a4de94fe601589295370c9e465982c8ddb84dcb7e779e
            secret,                     , 295100000000001, 1443571200000, a15174afa6e4a4ffa0f9c44e6085e9b6f2b5f0cf2c3437bf46bdd9bf8514f51b
            topsecret,   359675070019530, 440103114938318, 1494631852102, 10aba09ab9c52a5e738b3bf98242075fe6f3f5d4ce55d323383870f1bc72b29c
            """;

    @ParameterizedTest
    @CsvSource(textBlock = VECTORS)
    void published_signatures_match(String secret, String imei, String imsi, String timestamp, String signature) {
        assertThat(BeamSignature.matches(signature, secret, headers(imei, imsi, timestamp)::get))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = VECTORS)
    void any_other_header_or_secret_breaks_them(
            String secret, String imei, String imsi, String timestamp, String signature) {
        assertThat(BeamSignature.matches(signature, secret, headers(imei, imsi + "0", timestamp)::get))
                .isFalse();
        assertThat(BeamSignature.matches(signature, secret, headers(imei, imsi, timestamp + "0")::get))
                .isFalse();
        assertThat(BeamSignature.matches(signature, secret + "0", headers(imei, imsi, timestamp)::get))
                .isFalse();
        assertThat(BeamSignature.matches("", secret, headers(imei, imsi, timestamp)::get))
                .isFalse();
    }

    /** SORACOM's page names the order; the string is put together by hand here. */
    @Test
    void all_headers_count_in_their_order_and_no_other_does() throws NoSuchAlgorithmException {
        Map<String, String> all = new HashMap<>(Map.of(
                "x-soracom-timestamp", "1445587157992",
                "x-soracom-sim-id", "8981100000000000001",
                "x-soracom-msisdn", "812000000000",
                "x-soracom-imsi", "295000012345678",
                "x-soracom-imei", "860000012345678",
                "x-soracom-signature-version", "20151001"));
        String signed = "mysecretkeyx-soracom-imei=860000012345678x-soracom-imsi=295000012345678"
                + "x-soracom-msisdn=812000000000x-soracom-sim-id=8981100000000000001"
                + "x-soracom-timestamp=1445587157992";
        String signature = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.UTF_8)));

        assertThat(BeamSignature.matches(signature, "mysecretkey", new Headers(all)::get))
                .isTrue();
        for (String name : List.of("imei", "imsi", "msisdn", "sim-id", "timestamp")) {
            Map<String, String> less = new HashMap<>(all);
            less.remove("x-soracom-" + name);
            assertThat(BeamSignature.matches(signature, "mysecretkey", new Headers(less)::get))
                    .as("without " + name)
                    .isFalse();
        }
    }

    private static Headers headers(String imei, String imsi, String timestamp) {
        Map<String, String> values = new HashMap<>();
        values.put("x-soracom-imei", imei);
        values.put("x-soracom-imsi", imsi);
        values.put("x-soracom-timestamp", timestamp);
        return new Headers(values);
    }

    private record Headers(Map<String, String> values) {
        Optional<String> get(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }
}
