package org.casus.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Function;
import org.casus.app.Version;
import org.casus.app.text.Style;
import org.casus.study.Ensemble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line as a whole: the commands, what they share, and how every way to fail becomes an exit
/// code.
@Command(
        name = "casus",
        versionProvider = Version.class,
        header = "Write an international crisis down, see how it may go, test what people claim about it.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus solve nagorno-karabakh-2020      how the shipped crisis may go on",
            "  casus init my-crisis                   a small one of your own to start from",
            "  casus check my-crisis                  what is wrong with it, all at once",
            "  casus explain my-crisis --judgements   every number in it, with its source",
            "",
            "Casus works offline. It tells what follows from what you wrote: no oracle."
        })
public final class Casus implements Runnable {

    @Mixin
    final Talk talk;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of Casus and of the Java that runs it.")
    boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Casus(Talk talk) {
        this.talk = talk;
    }

    /// Runs one command line.
    ///
    /// @return its exit code; nothing is thrown, whatever happens
    public static int run(String[] args, Console console) {
        return run(args, console, new Interruption());
    }

    /// Runs one command line.
    ///
    /// @param interruption is told what a command leaves behind when it is stopped
    /// @return its exit code; nothing is thrown, whatever happens
    public static int run(String[] args, Console console, Interruption interruption) {
        var ahead = new Talk(console);
        ahead.readAhead(args);
        try {
            return line(new Talk(console, interruption), ahead.outStyle()).execute(args);
        } catch (Throwable thrown) {
            return new Complaints(ahead).report(thrown);
        }
    }

    /// From now on, being told to stop (Ctrl-C) is said before the process ends, with the shell's code for
    /// it: 130.
    public static Thread announceInterruption(Console console, Interruption interruption) {
        var hook = new Thread(() -> console.say("\ncasus: interrupted; " + interruption.left() + "\n"), "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /// The work is done: ending is no interruption any more.
    public static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being ended from outside already, and the hook has spoken.
            return;
        }
    }

    /// The commands, to run or to describe.
    ///
    /// @param help how help is drawn: it is asked for before options are known
    static CommandLine line(Talk talk, Style help) {
        var shelf = Shelf.ofProcess();
        var complaints = new Complaints(talk);
        var line = new CommandLine(new Casus(talk))
                .addSubcommand(new InitCommand(talk, shelf))
                .addSubcommand(new CheckCommand(talk, shelf))
                .addSubcommand(new SolveCommand(talk, shelf))
                .addSubcommand(new CompareCommand(talk, shelf))
                .addSubcommand(new TestCommand(talk, shelf))
                .addSubcommand(new MattersCommand(talk, shelf))
                .addSubcommand(new WhyCommand(talk, shelf))
                .addSubcommand(new ReportCommand(talk, shelf))
                .addSubcommand(new OpenCommand(talk, shelf))
                .addSubcommand(new DiffCommand(talk, shelf))
                .addSubcommand(new ExplainCommand(talk, shelf))
                .addSubcommand(new ExportCommand(talk, shelf))
                .addSubcommand(new SchemaCommand(talk))
                .addSubcommand(new DoctorCommand(talk, shelf))
                .addSubcommand(new CompletionCommand(talk))
                .addSubcommand(new HelpCommand());
        boolean colour = help.colour() != Style.Colour.NONE;
        describe(line);
        return line.setOut(new PrintWriter(new Printer(talk.console), true))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
                .setExpandAtFiles(false)
                .registerConverter(ExportCommand.Format.class, OneOf.of(ExportCommand.Format.values()))
                .registerConverter(ReportFiles.Format.class, OneOf.of(ReportFiles.Format.values()))
                .registerConverter(SchemaCommand.Document.class, OneOf.of(SchemaCommand.Document.values()))
                .registerConverter(Ensemble.Start.class, OneOf.of(Ensemble.Start.values()))
                .registerConverter(Integer.class, text -> number(text, Integer::valueOf, "a whole number"))
                .registerConverter(Long.class, text -> number(text, Long::valueOf, "a whole number"))
                .registerConverter(Double.class, text -> number(text, Double::valueOf, "a number, such as 1e-9"))
                .registerConverter(Console.Colours.class, OneOf.of(Console.Colours.values()))
                .setUsageHelpWidth(80)
                .setParameterExceptionHandler(complaints::usage)
                .setExecutionExceptionHandler((e, command, parsed) -> complaints.report(e));
    }

    /// A number as typed; picocli would name Java's type of it instead.
    private static <T> T number(String typed, Function<String, T> reader, String what) {
        try {
            return reader.apply(typed.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("“" + typed + "” is not " + what);
        }
    }

    /// Help in one shape: the usage short, options in the order in which they are thought of.
    private static void describe(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true).sortOptions(false).synopsisHeading("%nUsage: ");
        usage.descriptionHeading(usage.description().length == 0 ? "" : "%n");
        usage.parameterListHeading("%n").optionListHeading("%nOptions:%n");
        line.getSubcommands().values().forEach(Casus::describe);
    }

    /// Without a command: the help.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Where picocli prints help to: the console, which knows what to do when nobody reads on.
    private static final class Printer extends Writer {
        private final Console console;
        private final StringBuilder text = new StringBuilder();

        Printer(Console console) {
            this.console = console;
        }

        @Override
        public void write(char[] letters, int from, int length) {
            text.append(letters, from, length);
        }

        @Override
        public void flush() {
            console.print(text.toString());
            text.setLength(0);
        }

        @Override
        public void close() {
            flush();
        }
    }
}
