package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.roster.Roster.Button;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What SORACOM Beam adds to a device's message: who sent it and when, signed ("header manipulation" page). */
final class BeamRequests {
    private final String secret;

    BeamRequests(String secret) {
        this.secret = secret;
    }

    Transmission signed(Button button, String body, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "x-soracom-imei", button.imei());
        put(headers, "x-soracom-imsi", button.imsi());
        put(headers, "x-soracom-sim-id", button.simId());
        put(headers, "x-soracom-timestamp", Long.toString(at.toEpochMilli()));
        String signature = BeamSignature.of(secret, headers);
        headers.put("x-soracom-signature", signature);
        headers.put("x-soracom-signature-version", BeamSignature.VERSION);
        return new Transmission.Http(headers, body);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
