package org.casus.app.cli;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.scenario.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `casus help solve`: the same as `casus solve --help`.
@Command(name = "help", header = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        CommandLine command = name.isEmpty() ? root : command(root, name.get());
        command.usage(root.getOut());
        return Exit.OK.code();
    }

    private static CommandLine command(CommandLine root, String name) {
        var command = root.getSubcommands().get(name);
        if (command == null) {
            var names = root.getSubcommands().keySet();
            var advice = new ArrayList<String>();
            Nearest.of(name, names).ifPresent(near -> advice.add("Did you mean " + near + "?"));
            advice.add("Commands: " + String.join(", ", names) + ".");
            throw new Failure(Exit.USAGE, "There is no command “" + name + "”.", advice);
        }
        return command;
    }
}
