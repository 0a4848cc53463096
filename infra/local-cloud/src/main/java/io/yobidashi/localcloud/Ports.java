package io.yobidashi.localcloud;

import java.io.IOException;
import java.net.ServerSocket;

/** Where the local cloud listens; 0 takes any free port. */
public record Ports(int http, int sqs, int mqtt, int mqttWebSocket) {

    /** The ports that people know. */
    public static Ports wellKnown() {
        return new Ports(8090, 9324, 1883, 8884);
    }

    /** Any free ports, for tests. */
    public static Ports free() {
        return new Ports(0, 0, 0, 0);
    }

    /**
     * Some servers report a taken port only in their log, so all are tried before anything starts.
     *
     * @throws TakenPort for the first port that somebody else holds
     */
    void requireFree() {
        requireFree(http, "YOBIDASHI_PORT_CLOUD");
        requireFree(sqs, "YOBIDASHI_PORT_SQS");
        requireFree(mqtt, "YOBIDASHI_PORT_MQTT");
        requireFree(mqttWebSocket, "YOBIDASHI_PORT_MQTT_WS");
    }

    private static void requireFree(int port, String variable) {
        try {
            new ServerSocket(port).close();
        } catch (IOException e) {
            throw new TakenPort(port, variable);
        }
    }

    /** A port that is to be opened belongs to another process. */
    public static final class TakenPort extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenPort(int port, String variable) {
            super("Port " + port + " is taken; set " + variable + " to another one (0 = any free one).");
        }
    }
}
