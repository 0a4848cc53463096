package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The IoT data plane: its actions over REST, and {@code mqtt} for what the shadow service sends through the broker.
 * Errors are JSON with the header {@code x-amzn-ErrorType}, from which the AWS SDKs make their exceptions; the names per
 * status are those of the service's API reference.
 */
final class IotWire implements Wire {
    static final String CLOUD = "iot";
    static final String MQTT = "mqtt";

    private static final Map<String, String> SHADOW_ACTIONS =
            Map.of("GET", "GetThingShadow", "POST", "UpdateThingShadow", "DELETE", "DeleteThingShadow");
    private static final String LIST = "ListNamedShadowsForThing";
    private static final String PUBLISH = "Publish";
    private static final Set<String> OTHER_ROUTES = Set.of(LIST, PUBLISH, MQTT);
    private static final Pattern SHADOW = Pattern.compile("/things/[^/]+/shadow");
    private static final Map<Integer, String> ERRORS = Map.of(
            400, "InvalidRequestException",
            401, "UnauthorizedException",
            403, "ForbiddenException",
            404, "ResourceNotFoundException",
            409, "ConflictException",
            413, "RequestEntityTooLargeException",
            415, "UnsupportedDocumentEncodingException",
            429, "ThrottlingException",
            503, "ServiceUnavailableException");

    @Override
    public String cloud() {
        return CLOUD;
    }

    @Override
    public boolean has(String route) {
        return SHADOW_ACTIONS.containsValue(route) || OTHER_ROUTES.contains(route);
    }

    @Override
    public Optional<String> routeOf(Request request) {
        String path = request.path();
        if (SHADOW.matcher(path).matches()) {
            return Optional.ofNullable(SHADOW_ACTIONS.get(request.method()));
        }
        if (path.startsWith("/api/things/shadow/" + LIST)) {
            return Optional.of(LIST);
        }
        return path.startsWith("/topics/") ? Optional.of(PUBLISH) : Optional.empty();
    }

    @Override
    public Answer refusal(Request request, Rule rule) {
        int status = rule.status().orElse(500);
        String type = rule.error().orElse(ERRORS.getOrDefault(status, "InternalFailureException"));
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("code", status)
                .put("message", "A fault plan of the local cloud asks for this error")
                .toString();
        return Answer.of(status, "application/json", body).with("x-amzn-ErrorType", type);
    }
}
