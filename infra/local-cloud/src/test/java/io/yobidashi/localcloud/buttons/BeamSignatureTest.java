package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamSignatureTest {

    /** The first row is SORACOM's own example ("signature verification" page), the others are of public test suites. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            mysecretkey, 860000012345678, 295000012345678, 1445587157992, 95c8e34d68e2bd76502c1e403108dc1bd7008964c31081d0415adb9f21a721a5
            secret,      012345678901234, 295100000000001, 1443571200000, 125d84ef000ed210da7a4de94fe601589295370c9e465982c8ddb84dcb7e779e
            secret,      ,                295100000000001, 1443571200000, a15174afa6e4a4ffa0f9c44e6085e9b6f2b5f0cf2c3437bf46bdd9bf8514f51b
            topsecret,   359675070019530, 440103114938318, 1494631852102, 10aba09ab9c52a5e738b3bf98242075fe6f3f5d4ce55d323383870f1bc72b29c
            """)
    void the_known_vectors_come_out(String secret, String imei, String imsi, String timestamp, String signature) {
        Map<String, String> headers = new HashMap<>(Map.of("x-soracom-imsi", imsi, "x-soracom-timestamp", timestamp));
        if (imei != null) {
            headers.put("x-soracom-imei", imei);
        }

        assertThat(BeamSignature.of(secret, headers)).isEqualTo(signature);
    }
}
