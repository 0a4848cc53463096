package io.yobidashi.ops.dlq;

import io.yobidashi.ops.said.Desk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What nobody understood. */
@Command(name = "dlq", description = "Messages that no service could understand: list, show, redrive, drop.")
public final class DlqCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DlqCommand() {}

    /** The command with those below it. */
    public static CommandLine at(Desk desk) {
        return new CommandLine(new DlqCommand())
                .addSubcommand(new ListCommand(desk))
                .addSubcommand(new ShowCommand(desk))
                .addSubcommand(new RedriveCommand(desk))
                .addSubcommand(new DropCommand(desk));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "dlq needs one of: list, show, redrive, drop");
    }
}
