package io.yobidashi.localcloud.slack.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.callback.Delivery;
import java.util.List;

/**
 * What somebody who did something gets to know.
 *
 * @param ts the message that it made or was done to; the moment, for a command
 * @param deliveries one for each road that is set up
 */
record Told(String ts, List<Delivery> deliveries) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void to(Context http) {
        write(http, this);
    }

    static void write(Context http, Object body) {
        http.contentType("application/json").result(JSON.valueToTree(body).toString());
    }
}
