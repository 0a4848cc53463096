package io.yobidashi.localcloud;

import java.net.URI;

/**
 * Where a running local cloud is reached from this machine.
 *
 * @param http control page, IoT data plane (its endpoint override), Slack, buttons
 * @param sqs SQS (its endpoint override)
 * @param mqtt the broker over TCP, {@code mqtt://…}
 * @param mqttWebSocket the broker over WebSocket, {@code ws://…/mqtt}
 */
public record Endpoints(URI http, URI sqs, URI mqtt, URI mqttWebSocket) {

    static Endpoints onThisMachine(Ports ports) {
        return new Endpoints(
                URI.create("http://localhost:" + ports.http()),
                URI.create("http://localhost:" + ports.sqs()),
                URI.create("mqtt://localhost:" + ports.mqtt()),
                URI.create("ws://localhost:" + ports.mqttWebSocket() + "/mqtt"));
    }
}
