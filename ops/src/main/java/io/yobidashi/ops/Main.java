package io.yobidashi.ops;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.check.CheckCommand;
import io.yobidashi.ops.dlq.DlqCommand;
import io.yobidashi.ops.reach.Trouble;
import io.yobidashi.ops.said.Desk;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import software.amazon.awssdk.core.exception.SdkException;

/** The program behind {@code ./yobidashi check} and {@code ./yobidashi dlq}. */
@Command(name = "./yobidashi")
public final class Main {
    private static final int BAD = 1;

    private Main() {}

    public static void main(String[] args) {
        // What libraries have to say of an outage is told by the commands, in one line.
        Logger.getLogger("").setLevel(Level.OFF);
        // Whatever the terminal's locale is called: Japanese is UTF-8 everywhere by now.
        PrintStream out = utf8(FileDescriptor.out);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Settings settings = new Settings(name -> Optional.ofNullable(System.getenv(name)));
        System.exit(run(new Desk(settings, Clock.systemUTC(), in, out), utf8(FileDescriptor.err), args));
    }

    /** @return the exit code: 0 well, 1 not, 2 where the arguments make no sense */
    static int run(Desk desk, PrintStream err, String... args) {
        return new CommandLine(new Main())
                .addSubcommand(new CheckCommand(desk))
                .addSubcommand(DlqCommand.at(desk))
                .setOut(new PrintWriter(desk.out(), true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println("yobidashi: " + inOneLine(failure, desk));
                    return BAD;
                })
                .execute(args);
    }

    /** @throws Exception what nobody has expected, as it is */
    private static String inOneLine(Exception failure, Desk desk) throws Exception {
        if (failure instanceof BadSettingException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof SdkException away) {
            return Trouble.of(away, desk.wording());
        }
        throw failure;
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
