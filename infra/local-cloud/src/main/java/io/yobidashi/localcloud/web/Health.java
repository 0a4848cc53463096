package io.yobidashi.localcloud.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * {@code /q/health/live}, {@code /q/health/ready} (503 unless every part is up) and {@code /q/metrics} in the text
 * format of Prometheus.
 *
 * @param parts name of a part to whether it is up
 * @param counters metric name, with labels if any (those of one name in a row), to a number that only grows
 */
public record Health(Map<String, BooleanSupplier> parts, Map<String, LongSupplier> counters) {

    public void addTo(RoutesConfig routes) {
        routes.get("/q/health/live", http -> report(http, true));
        routes.get(
                "/q/health/ready",
                http -> report(http, parts.values().stream().allMatch(BooleanSupplier::getAsBoolean)));
        routes.get("/q/metrics", http -> http.contentType("text/plain; version=0.0.4")
                .result(metrics()));
    }

    private static void report(Context http, boolean up) {
        http.status(up ? 200 : 503)
                .contentType("application/json")
                .result("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}");
    }

    private String metrics() {
        StringBuilder text = new StringBuilder("# TYPE local_cloud_part_up gauge\n");
        parts.forEach((part, up) -> text.append("local_cloud_part_up{part=\"" + part + "\"} ")
                .append(up.getAsBoolean() ? 1 : 0)
                .append('\n'));
        counters.forEach((name, value) -> {
            String type = "# TYPE " + name.replaceFirst("\\{.*", "") + " counter\n";
            text.append(text.indexOf(type) < 0 ? type : "");
            text.append(name + " ").append(value.getAsLong()).append('\n');
        });
        return text.toString();
    }
}
