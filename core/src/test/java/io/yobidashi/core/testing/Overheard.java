package io.yobidashi.core.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that anybody says to the log of this process meanwhile, stack traces included. */
public final class Overheard implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Ear();

    public Overheard() {
        root.addHandler(ear);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.removeHandler(ear);
    }

    private final class Ear extends Handler {
        private final SimpleFormatter form = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(form.format(line));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // It ends with the test.
        }
    }
}
