package org.casus.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.casus.app.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command line as a whole: the commands, what they share, and how every way to fail becomes an exit code.
@Command(
        name = "casus",
        versionProvider = Version.class,
        header = "Write an international crisis down, see how it may go, test what people claim about it.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus solve nagorno-karabakh-2020          how the shipped crisis may go on",
            "  casus init my-crisis                       a small crisis of your own to start from",
            "  casus check my-crisis                      what is wrong with it, all at once",
            "  casus explain my-crisis --judgements       every number in it, with its source",
            "",
            "Works offline. It tells you what follows from what you wrote; it is not an oracle."
        })
public final class Casus implements Runnable {

    @Mixin
    private final Talk talk;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of Casus and of the Java that runs it.")
    private boolean version;

    private Casus(Talk talk) {
        this.talk = talk;
    }

    /// Runs one command line.
    ///
    /// @return its exit code; nothing is thrown, whatever happens
    public static int run(String[] args, Console console) {
        var talk = new Talk(console);
        try {
            return line(talk, colourBeforeParsing(args)).execute(args);
        } catch (Throwable thrown) {
            return new Complaints(talk).report(thrown);
        }
    }

    /// The commands, to run or to describe.
    static CommandLine line(Talk talk, Console.Colours colours) {
        var shelf = Shelf.ofProcess();
        var complaints = new Complaints(talk);
        var line = new CommandLine(new Casus(talk))
                .addSubcommand(new CommandLine.HelpCommand());
        boolean colour = talk.console.outStyle(colours).colour() != org.casus.app.text.Style.Colour.NONE;
        return line.setOut(writer(talk.console))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setParameterExceptionHandler(complaints::usage)
                .setExecutionExceptionHandler((e, command, parsed) -> complaints.report(e));
    }

    @Override
    public void run() {
        talk.print("");
    }

    private static Console.Colours colourBeforeParsing(String[] args) {
        var list = List.of(args);
        if (list.contains("--color=always")) {
            return Console.Colours.ALWAYS;
        }
        return list.contains("--color=never") || list.contains("--plain")
                ? Console.Colours.NEVER
                : Console.Colours.AUTO;
    }
}
