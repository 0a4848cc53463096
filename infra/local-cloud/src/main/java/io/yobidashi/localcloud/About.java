package io.yobidashi.localcloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.yobidashi.localcloud.roster.Roster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /about}: what the two pages need to know, people, buttons and addresses. */
record About(Roster roster, Neighbours neighbours, Supplier<Endpoints> endpoints) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void addTo(RoutesConfig routes) {
        routes.get("/about", http -> http.contentType("application/json").result(JSON.writeValueAsString(facts())));
    }

    private Map<String, Object> facts() {
        Endpoints here = endpoints.get();
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("board", neighbours.board().get().toString());
        addresses.put("http", here.http().toString());
        addresses.put("sqs", here.sqs().toString());
        addresses.put("mqtt", here.mqtt().toString());
        addresses.put("mqttWebSocket", here.mqttWebSocket().toString());
        return Map.of(
                "channel", roster.channel(),
                "people", roster.people(),
                "buttons", roster.buttons(),
                "addresses", addresses);
    }
}
