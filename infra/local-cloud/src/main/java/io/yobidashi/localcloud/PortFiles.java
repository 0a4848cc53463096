package io.yobidashi.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells the other processes of this machine where the local cloud listens: one file per port, holding the number. */
record PortFiles(Path folder) {

    void write(Endpoints endpoints) {
        write("local-cloud", endpoints.http());
        write("sqs", endpoints.sqs());
        write("mqtt", endpoints.mqtt());
        write("mqtt-ws", endpoints.mqttWebSocket());
    }

    /** A reader sees the whole file or none. */
    private void write(String name, URI endpoint) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, name, ".tmp");
            Files.writeString(unfinished, endpoint.getPort() + "\n");
            Files.move(unfinished, folder.resolve(name + ".port"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The port file of " + name + " cannot be written", e);
        }
    }
}
