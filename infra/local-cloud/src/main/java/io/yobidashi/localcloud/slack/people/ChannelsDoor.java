package io.yobidashi.localcloud.slack.people;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.web.Problem;
import java.util.regex.Pattern;

/** {@code GET /slack/channels}, and {@code PUT /slack/channels/{id}} with {@code {"archived":true}}. */
public final class ChannelsDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[CG][A-Z0-9]{1,30}");

    private final Channels channels;

    public ChannelsDoor(Channels channels) {
        this.channels = channels;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/slack/channels", http -> Told.write(http, channels.all()));
        routes.put("/slack/channels/{id}", this::put);
    }

    private void put(Context http) {
        String id = http.pathParam("id");
        if (channels.find(id).isEmpty() && !ID.matcher(id).matches()) {
            throw new Problem(400, "'" + id + "' is no id of a channel, such as C0BOOTH.");
        }
        Told.write(http, channels.put(id, archived(http.body())));
    }

    private static boolean archived(String body) {
        try {
            JsonNode archived = JSON.readTree(body.isBlank() ? "{}" : body).path("archived");
            if (archived.isMissingNode() || archived.isBoolean()) {
                return archived.asBoolean();
            }
        } catch (JacksonException notJson) {
            throw new Problem(400, "The body is no JSON.");
        }
        throw new Problem(400, "'archived' is true or false.");
    }
}
