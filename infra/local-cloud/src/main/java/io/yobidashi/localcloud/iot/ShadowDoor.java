package io.yobidashi.localcloud.iot;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;

/**
 * The shadow operations of the IoT data plane: {@code /things/{thing}/shadow[?name=]} and
 * {@code /api/things/shadow/ListNamedShadowsForThing/{thing}} (device-shadow-rest-api page, service model).
 */
public final class ShadowDoor {
    private static final String SHADOW = "/things/{thing}/shadow";
    private static final String LIST = "/api/things/shadow/ListNamedShadowsForThing/{thing}";

    private final Shadows shadows;

    public ShadowDoor(Shadows shadows) {
        this.shadows = shadows;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(SHADOW, DataPlane.serve(http -> DataPlane.reply(http, shadows.get(name(http)))));
        routes.post(SHADOW, DataPlane.serve(this::update));
        routes.delete(SHADOW, DataPlane.serve(http -> DataPlane.reply(http, shadows.delete(name(http)))));
        routes.get(LIST, DataPlane.serve(http -> DataPlane.reply(http, shadows.list(page(http)))));
        DataPlane.refuseOtherMethods(routes, SHADOW, Set.of(HandlerType.GET, HandlerType.POST, HandlerType.DELETE));
        DataPlane.refuseOtherMethods(routes, LIST, Set.of(HandlerType.GET));
        DataPlane.refuseUnknown(routes, "/things");
        DataPlane.refuseUnknown(routes, "/things/<rest>");
        DataPlane.refuseUnknown(routes, "/api/things");
        DataPlane.refuseUnknown(routes, "/api/things/<rest>");
        routes.exception(ShadowRefusal.class, (refusal, http) -> DataPlane.refuse(http, refusal, Optional.empty()));
    }

    private void update(Context http) {
        byte[] body = DataPlane.body(http);
        try {
            DataPlane.reply(http, shadows.update(name(http), body));
        } catch (ShadowRefusal refusal) {
            DataPlane.refuse(http, refusal, ShadowUpdate.tokenOf(body));
        }
    }

    private static ShadowName name(Context http) {
        return new ShadowName(http.pathParam("thing"), Optional.ofNullable(http.queryParam("name")));
    }

    private static ShadowPage page(Context http) {
        return ShadowPage.parse(http.pathParam("thing"), http.queryParam("pageSize"), http.queryParam("nextToken"));
    }
}
