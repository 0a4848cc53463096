package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Copy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The logs of the services: an outage is no error. */
final class Logs {
    private final Cluster cluster;
    private final Set<String> before;

    /** Counts from this moment on. */
    Logs(Cluster cluster) {
        this.cluster = cluster;
        this.before = all();
    }

    /** The lines of level ERROR or worse, each with the name of its copy. */
    Set<String> errors() {
        Set<String> errors = all();
        errors.removeAll(before);
        return errors;
    }

    private Set<String> all() {
        Set<String> errors = new TreeSet<>();
        for (Copy copy : cluster.services()) {
            lines(copy).stream()
                    .filter(line -> line.matches("\\S+ (ERROR|FATAL) .*"))
                    .forEach(line -> errors.add(copy.name() + ": " + line));
        }
        return errors;
    }

    private static List<String> lines(Copy copy) {
        try {
            return Files.readAllLines(copy.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
