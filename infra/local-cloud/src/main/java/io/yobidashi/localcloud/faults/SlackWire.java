package io.yobidashi.localcloud.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slack: {@code webhook}, or a method of the Web API. The doors of people ({@code /slack/say} and the like) are none of
 * its routes. A Web API method says no with HTTP 200 and {@code "ok":false}, save for limits and outages (Slack "Web
 * API" page); a webhook with a status and plain text (2016-05 changelog "errors for incoming webhooks"). The webhook's
 * body beside 429 is documented nowhere; here it is the Web API's word.
 */
final class SlackWire implements Wire {
    static final String CLOUD = "slack";

    private static final String WEBHOOK = "webhook";
    private static final String WEBHOOK_PATH = "/slack/webhook";
    private static final String API_PATH = "/slack/api/";
    private static final Pattern METHOD = Pattern.compile("[a-z]+(\\.[a-zA-Z]+){1,3}");
    private static final Map<Integer, String> API_ERRORS =
            Map.of(429, "ratelimited", 503, "service_unavailable", 401, "invalid_auth", 403, "access_denied");
    private static final Map<Integer, String> WEBHOOK_ERRORS = Map.of(
            400, "invalid_payload",
            403, "action_prohibited",
            404, "channel_not_found",
            410, "channel_is_archived",
            429, "ratelimited",
            500, "rollup_error");

    @Override
    public String cloud() {
        return CLOUD;
    }

    @Override
    public boolean has(String route) {
        return route.equals(WEBHOOK) || METHOD.matcher(route).matches();
    }

    @Override
    public Optional<String> routeOf(Request request) {
        String path = request.path();
        if (path.equals(WEBHOOK_PATH)) {
            return Optional.of(WEBHOOK);
        }
        return path.startsWith(API_PATH) ? Optional.of(path.substring(API_PATH.length())) : Optional.empty();
    }

    @Override
    public Answer refusal(Request request, Rule rule) {
        return request.path().equals(WEBHOOK_PATH) ? plain(rule) : json(rule);
    }

    private static Answer plain(Rule rule) {
        int status = rule.status()
                .orElseGet(() -> rule.error().map(SlackWire::statusOf).orElse(500));
        String error = rule.error().orElse(WEBHOOK_ERRORS.getOrDefault(status, "service_unavailable"));
        return Answer.of(status, "text/plain; charset=utf-8", error);
    }

    private static int statusOf(String webhookError) {
        return WEBHOOK_ERRORS.entrySet().stream()
                .filter(known -> known.getValue().equals(webhookError))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(400);
    }

    private static Answer json(Rule rule) {
        int status = rule.status().orElse(rule.error().isPresent() ? 200 : 500);
        String error = rule.error().orElse(API_ERRORS.getOrDefault(status, "internal_error"));
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("ok", false)
                .put("error", error)
                .toString();
        return Answer.of(status, "application/json; charset=utf-8", body);
    }
}
