package io.yobidashi.localcloud.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldPortTest {
    private static final String HOST = "127.0.0.1";

    private final HeldPort held = new HeldPort();

    @AfterEach
    void release() {
        held.release();
    }

    @Test
    void who_connects_is_refused() throws IOException {
        int port = free();
        held.hold(HOST, port);

        assertThatThrownBy(() -> new Socket(HOST, port)).isInstanceOf(ConnectException.class);
    }

    /** Somebody who asks for any port gets it within some ten thousand tries otherwise. */
    @Test
    void nobody_is_given_it_by_chance() throws IOException {
        int port = free();
        held.hold(HOST, port);

        for (int i = 0; i < 40_000; i++) {
            assertThat(free()).isNotEqualTo(port);
        }
    }

    @Test
    void it_can_be_listened_at_once_it_is_released() throws IOException {
        int port = free();
        held.hold(HOST, port);
        held.release();

        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            assertThat(server.isBound()).isTrue();
        }
    }

    @Test
    void a_port_that_somebody_has_stays_theirs() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            held.hold(HOST, server.getLocalPort());
            held.release();

            try (Socket client = new Socket(HOST, server.getLocalPort())) {
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return any.getLocalPort();
        }
    }
}
