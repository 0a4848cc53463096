package io.yobidashi.ops;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.check.Check;
import io.yobidashi.ops.check.Report;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./yobidashi check}. Ends with 0 if every button reaches somebody, and with 1 otherwise. */
public final class Main {
    private static final int GOOD = 0;
    private static final int BAD = 1;

    private Main() {}

    public static void main(String[] args) {
        // What libraries have to say of an outage is in the report, in one line.
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(check(out, new Settings(name -> Optional.ofNullable(System.getenv(name)))));
    }

    private static int check(PrintStream out, Settings settings) {
        try {
            Report report = new Check(settings, Clock.systemUTC()).report();
            List<String> lines = report.lines();
            lines.forEach(out::println);
            return report.good() ? GOOD : BAD;
        } catch (BadSettingException e) {
            System.err.println(e.getMessage());
            return BAD;
        }
    }
}
