package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API. */
@FunctionalInterface
interface Method {

    /**
     * The answer without {@code ok}.
     *
     * @throws ApiRefusal if Slack would say no
     */
    ObjectNode call(Arguments arguments);

    /** An empty one. */
    static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
