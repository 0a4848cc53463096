package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.web.Problem;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** {@code GET /buttons}, and {@code POST /buttons/{button}/press?click=SINGLE} with the receiver's answer as its own. */
public final class ButtonsDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Roster roster;
    private final VirtualButtons buttons;

    public ButtonsDoor(Roster roster, VirtualButtons buttons) {
        this.roster = roster;
        this.buttons = buttons;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/buttons", this::list);
        routes.post("/buttons/{button}/press", this::press);
    }

    private void list(Context http) {
        var list = roster.buttons().stream().map(ButtonsDoor::listed).toList();
        http.contentType("application/json").result(JSON.valueToTree(list).toString());
    }

    private static Map<String, String> listed(Button button) {
        Map<String, String> listed = new LinkedHashMap<>();
        listed.put("id", button.id());
        listed.put("person", button.person());
        listed.put("imsi", button.imsi());
        return listed;
    }

    private void press(Context http) {
        String id = http.pathParam("button");
        Button button =
                roster.button(id).orElseThrow(() -> new Problem(404, "There is no button '" + id + "' on the roster."));
        HttpResponse<String> answer = buttons.press(button, click(http.queryParam("click")));
        answer.headers().firstValue("Content-Type").ifPresent(http::contentType);
        http.status(answer.statusCode()).result(answer.body());
    }

    private static Click click(String name) {
        String wanted = Objects.requireNonNullElse(name, "SINGLE");
        return Arrays.stream(Click.values())
                .filter(click -> click.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(400, "A click is SINGLE, DOUBLE or LONG, not '" + wanted + "'."));
    }
}
