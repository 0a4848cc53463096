package io.yobidashi.localcloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the local cloud listens; 0 takes any free port.
 *
 * @param host the address of the network interface; nobody has to prove who they are, so this machine only is the rule
 */
public record Ports(String host, int http, int sqs, int mqtt, int mqttWebSocket) {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int BACKLOG = 1;

    /** The ports that people know. */
    public static Ports wellKnown() {
        return new Ports(THIS_MACHINE, 8090, 9324, 1883, 8884);
    }

    /** Any free ports, for tests. */
    public static Ports free() {
        return new Ports(THIS_MACHINE, 0, 0, 0, 0);
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

    private void requireFree(int port, String variable) {
        try {
            new ServerSocket(port, BACKLOG, InetAddress.getByName(host)).close();
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
