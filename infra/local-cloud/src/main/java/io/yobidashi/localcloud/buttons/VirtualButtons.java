package io.yobidashi.localcloud.buttons;

import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.web.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Presses buttons as a SORACOM LTE-M Button Plus behind SORACOM Beam would: its JSON, Beam's headers and signature. */
public final class VirtualButtons {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<URI> receiver;
    private final String secret;
    private final Clock clock;
    private final AtomicLong lastMillis = new AtomicLong();

    /** @param receiver the base address of the service that gets {@code /presses}, asked at each press */
    public VirtualButtons(Supplier<URI> receiver, String secret, Clock clock) {
        this.receiver = receiver;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @return the receiver's answer as it came
     * @throws Problem 409 if the button has no SIM, 502 if the receiver cannot be reached
     */
    HttpResponse<String> press(Button button, Click click) {
        if (button.imsi() == null) {
            throw new Problem(409, "Button " + button.id() + " has no SIM (imsi) on the roster.");
        }
        try {
            return http.send(request(button, click), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Problem(502, "call-service is out of reach at " + receiver.get() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(502, "The press was interrupted.");
        }
    }

    private HttpRequest request(Button button, Click click) {
        String timestamp = Long.toString(nextMillis());
        Map<String, String> signed = Map.of("x-soracom-imsi", button.imsi(), "x-soracom-timestamp", timestamp);
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.get().resolve("/presses"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("x-soracom-signature-version", BeamSignature.VERSION)
                .header("x-soracom-signature", BeamSignature.of(secret, signed))
                .POST(BodyPublishers.ofString(body(click)));
        signed.forEach(request::header);
        return request.build();
    }

    /** Beam stamps each press; two of one button never share a stamp, else the second would pass for a duplicate. */
    private long nextMillis() {
        return lastMillis.updateAndGet(last -> Math.max(clock.millis(), last + 1));
    }

    private static String body(Click click) {
        return "{\"clickType\":%d,\"clickTypeName\":\"%s\",\"batteryLevel\":1,\"binaryParserEnabled\":true}"
                .formatted(click.number(), click);
    }
}
