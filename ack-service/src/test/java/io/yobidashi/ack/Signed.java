package io.yobidashi.ack;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Raw requests to the service's doors, signed as Slack's page on verifying requests tells. */
final class Signed {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    /** What is signed are the very bytes: the client must not make a form of them. */
    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(FORM, ContentType.TEXT)
                    .encodeContentTypeAs(JSON, ContentType.TEXT));

    private Signed() {}

    static ValidatableResponse form(String path, Instant at, Map<String, String> fields) {
        return signed(FORM, at, encoded(fields)).post(path).then();
    }

    static ValidatableResponse event(Instant at, String json) {
        return signed(JSON, at, json).post("/slack/events").then();
    }

    static RequestSpecification signed(String type, Instant at, String body) {
        String seconds = Long.toString(at.getEpochSecond());
        return given().config(AS_IT_IS)
                .contentType(type)
                .header("X-Slack-Request-Timestamp", seconds)
                .header("X-Slack-Signature", signature(seconds, body))
                .body(body);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String seconds, String body) {
        return signature(seconds, body.getBytes(StandardCharsets.UTF_8));
    }

    static String signature(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestSettings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + seconds + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
