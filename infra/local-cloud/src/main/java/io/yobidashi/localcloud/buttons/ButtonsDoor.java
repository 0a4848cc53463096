package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /buttons}, and {@code POST /buttons/{button}/press} with {@code click}, {@code dialect}, {@code battery},
 * {@code times} and {@code copies}. A single request to call-service is answered with its answer, all else with the
 * list of transmissions and the worst status of them.
 */
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

    private static Map<String, Object> listed(Button button) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("id", button.id());
        listed.put("person", button.person());
        listed.put("imsi", button.imsi());
        listed.put("dialects", Dialect.of(button).stream().map(Dialect::label).toList());
        return listed;
    }

    private void press(Context http) {
        String id = http.pathParam("button");
        Button button =
                roster.button(id).orElseThrow(() -> new Problem(404, "There is no button '" + id + "' on the roster."));
        Order order = new PressQuery(http).order(button);
        List<Answer> answers = buttons.press(order);
        if (order.transmissions() == 1 && answers.get(0).road().equals("http")) {
            passOn(http, answers.get(0));
        } else {
            summarise(http, answers);
        }
    }

    private static void passOn(Context http, Answer answer) {
        if (answer.cameFromNobody()) {
            throw new Problem(answer.status(), answer.body());
        }
        http.contentType(answer.contentType()).status(answer.status()).result(answer.body());
    }

    private static void summarise(Context http, List<Answer> answers) {
        ObjectNode summary = JSON.createObjectNode();
        ArrayNode transmissions = summary.putArray("transmissions");
        answers.forEach(answer -> transmissions
                .addObject()
                .put("road", answer.road())
                .put("status", answer.status())
                .put("body", answer.body()));
        int worst = answers.stream().mapToInt(Answer::status).max().orElseThrow();
        http.contentType("application/json").status(worst < 400 ? 200 : worst).result(summary.toString());
    }
}
