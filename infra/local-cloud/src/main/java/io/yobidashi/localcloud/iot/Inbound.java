package io.yobidashi.localcloud.iot;

import java.util.concurrent.CompletionStage;

/** Who is told of what MQTT clients publish. */
@FunctionalInterface
public interface Inbound {

    /**
     * A client has published this. Must return at once; the broker acknowledges and passes the message on when the
     * result is complete, also exceptionally, and at the latest after {@link BrokerExtension#PATIENCE}.
     */
    CompletionStage<?> received(String topic, byte[] payload);
}
