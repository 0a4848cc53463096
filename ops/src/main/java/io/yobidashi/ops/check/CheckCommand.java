package io.yobidashi.ops.check;

import io.yobidashi.ops.said.Desk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./yobidashi check}. */
@Command(
        name = "check",
        description = "Looks whether every button reaches somebody; the exit code is 0 only if all do.")
public final class CheckCommand implements Callable<Integer> {
    private final Desk desk;

    public CheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Report report = new Check(desk.settings(), desk.clock()).report();
        report.lines().forEach(desk.out()::println);
        return report.good() ? 0 : 1;
    }
}
