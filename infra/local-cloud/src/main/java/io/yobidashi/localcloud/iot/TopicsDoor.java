package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * {@code POST /topics/{topic}?qos=0|1&retain=false|true} of the IoT data plane (http page, service model of Publish).
 * The topic is URL-encoded. What comes in here is a client's message like those over MQTT: the shadow service sees it.
 */
public final class TopicsDoor {
    private static final String TOPIC = "/topics/<topic>";

    private final MqttBroker broker;

    public TopicsDoor(MqttBroker broker) {
        this.broker = broker;
    }

    public void addTo(RoutesConfig routes) {
        routes.post(TOPIC, DataPlane.serve(this::publish));
        DataPlane.refuseOtherMethods(routes, TOPIC, Set.of(HandlerType.POST));
        DataPlane.refuseUnknown(routes, "/topics");
    }

    private void publish(Context http) {
        String topic = http.pathParam("topic");
        int qos = "1".equals(oneOf(http, "qos", Set.of("0", "1"))) ? 1 : 0;
        boolean retain = "true".equals(oneOf(http, "retain", Set.of("true", "false")));
        Breach.brokenByPublish(topic, retain).ifPresent(breach -> {
            throw ShadowRefusal.badRequest(breach.text());
        });
        Message message = new Message(topic, DataPlane.body(http), qos, retain);
        if (!broker.accept(message).toCompletableFuture().join()) {
            throw ShadowRefusal.unavailable();
        }
        DataPlane.reply(http, JsonNodeFactory.instance.objectNode().put("message", "OK"));
    }

    /** Null if the caller did not say. */
    private static String oneOf(Context http, String name, Set<String> allowed) {
        String value = http.queryParam(name);
        if (value != null && !allowed.contains(value)) {
            throw ShadowRefusal.badRequest("Invalid " + name);
        }
        return value;
    }
}
