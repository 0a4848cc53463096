package io.yobidashi.localcloud.faults;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code PUT} and {@code DELETE /faults/{slack|sqs|iot}}, {@code GET} and {@code DELETE /faults}. */
public record FaultsDoor(Faults faults) {

    public void addTo(RoutesConfig routes) {
        routes.get("/faults", this::show);
        routes.put("/faults/{cloud}", http -> {
            faults.set(http.pathParam("cloud"), http.body());
            show(http);
        });
        routes.delete("/faults/{cloud}", http -> {
            faults.clear(http.pathParam("cloud"));
            show(http);
        });
        routes.delete("/faults", http -> {
            faults.clear();
            show(http);
        });
    }

    /** Whoever changes a plan sees at once what holds now. */
    private void show(Context http) {
        http.contentType("application/json").result(faults.shown().toString());
    }
}
