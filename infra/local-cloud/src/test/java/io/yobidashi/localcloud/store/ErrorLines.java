package io.yobidashi.localcloud.store;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What our own code logs as ERROR while this is open. */
public final class ErrorLines extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("io.yobidashi");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public ErrorLines() {
        OURS.addHandler(this);
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            lines.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        OURS.removeHandler(this);
    }
}
