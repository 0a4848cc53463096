package io.yobidashi.localcloud.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port at which nobody listens and that nobody else is given meanwhile: connections are refused. For a server that is
 * away and wants its port back.
 */
public final class HeldPort {
    private Socket socket = new Socket();

    /** Where the port is somebody else's already there is nothing to hold: whoever wants it back will hear of that. */
    public synchronized void hold(String host, int port) {
        release();
        try {
            socket = new Socket();
            socket.setReuseAddress(true); // Connections that have just ended may still be on it.
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            release();
        }
    }

    /** Harmless where nothing is held. */
    public synchronized void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket could not be closed", e);
        }
    }
}
