package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The Web API, {@code /slack/api/<method>}: always 200 with {@code ok} true or false, except for 429
 * (docs.slack.dev/apis/web-api).
 */
public final class WebApi {
    private static final String BEARER = "Bearer ";

    private final String token;
    private final Map<String, Method> methods;

    public WebApi(String token, Methods methods) {
        this.token = token;
        this.methods = methods.byName();
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/slack/api/{method}", this::answer);
        routes.get("/slack/api/{method}", this::answer);
    }

    private void answer(Context http) {
        try {
            write(http, Method.answer().put("ok", true).setAll(result(http)));
        } catch (ApiRefusal refusal) {
            write(http, refused(refusal.word(), refusal.reasons()));
        } catch (TooFast tooFast) {
            http.status(429).header("Retry-After", "" + tooFast.seconds());
            write(http, refused(tooFast.getMessage(), List.of()));
        }
    }

    private ObjectNode result(Context http) {
        Method method = methods.get(http.pathParam("method"));
        if (method == null) {
            throw new ApiRefusal("unknown_method");
        }
        String authorization = Objects.requireNonNullElse(http.header("Authorization"), "");
        Arguments arguments = Arguments.of(http);
        String given = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : tokenOf(http).orElseThrow(() -> new ApiRefusal("not_authed"));
        if (!given.equals(token)) {
            throw new ApiRefusal("invalid_auth");
        }
        return method.call(arguments);
    }

    /** In a JSON body a token does not count. */
    private static Optional<String> tokenOf(Context http) {
        return Optional.ofNullable(http.formParam("token"))
                .or(() -> Optional.ofNullable(http.queryParam("token")))
                .filter(text -> !text.isEmpty());
    }

    private static ObjectNode refused(String word, List<String> reasons) {
        ObjectNode answer = Method.answer().put("ok", false).put("error", word);
        if (!reasons.isEmpty()) {
            reasons.forEach(answer.putArray("errors")::add);
            reasons.forEach(answer.putObject("response_metadata").putArray("messages")::add);
        }
        return answer;
    }

    private static void write(Context http, Object answer) {
        http.contentType("application/json; charset=utf-8").result(answer.toString());
    }
}
