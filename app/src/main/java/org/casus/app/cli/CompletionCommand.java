package org.casus.app.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Writes what makes a shell complete commands, options and names of scenarios.
@Command(
        name = "completion",
        header = "Write a script that makes bash or zsh complete commands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(casus completion)                     for this shell",
            "  casus completion >> ~/.bash_completion         for good"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Talk talk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        talk.print(AutoComplete.bash("casus", root));
        return Exit.OK.code();
    }
}
