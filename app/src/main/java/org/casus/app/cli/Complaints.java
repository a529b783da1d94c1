package org.casus.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.app.store.StoreException;
import org.casus.app.text.ProblemsView;
import org.casus.app.text.Wrap;
import org.casus.chain.TooFastException;
import org.casus.scenario.Nearest;
import org.casus.scenario.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What went wrong, for people: a sentence, advice, an exit code, and no trace unless asked for.
final class Complaints {

    private final Talk talk;

    Complaints(Talk talk) {
        this.talk = talk;
    }

    /// A command line that cannot be read: what was found, the nearest that can, where the help
    /// is.
    int usage(ParameterException e, String[] args) {
        talk.readAhead(args);
        var command = e.getCommandLine();
        var lines = new ArrayList<String>();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            lines.addAll(unknown(command, unmatched.getUnmatched()));
        } else {
            lines.add(sentence(String.valueOf(e.getMessage())));
        }
        lines.add("See " + command.getCommandSpec().qualifiedName(" ") + " --help.");
        say(lines);
        return Exit.USAGE.code();
    }

    private static List<String> unknown(CommandLine command, List<String> unmatched) {
        String typed = unmatched.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .orElse(unmatched.getFirst());
        String name = typed.replaceFirst("=.*", "");
        var names = new ArrayList<String>();
        String what;
        if (name.startsWith("-")) {
            command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
            what = "There is no option " + name + ".";
        } else if (command.getSubcommands().isEmpty()) {
            what = "“" + typed + "” is one word too many.";
        } else {
            names.addAll(command.getSubcommands().keySet());
            what = "There is no command “" + typed + "”.";
        }
        var lines = new ArrayList<>(List.of(what));
        Nearest.of(name, names).ifPresent(near -> lines.add("Did you mean " + near + "?"));
        return lines;
    }

    /// Anything thrown while a command ran.
    int report(Throwable thrown) {
        return switch (cause(thrown)) {
            case Console.Gone gone -> Exit.OK.code();
            case Failure failure -> {
                var lines = new ArrayList<>(List.of(String.valueOf(failure.getMessage())));
                lines.addAll(failure.advice());
                say(lines);
                trace(failure);
                yield failure.exit().code();
            }
            case StoreException store -> {
                var lines = new ArrayList<>(List.of(String.valueOf(store.getMessage())));
                lines.addAll(store.advice());
                say(lines);
                trace(store);
                yield (store.kind() == StoreException.Kind.FOREIGN ? Exit.USAGE : Exit.IO).code();
            }
            case ScenarioException invalid -> {
                talk.console.say(ProblemsView.of(invalid.problems(), "error", talk.errStyle()));
                trace(invalid);
                boolean typed = invalid.problems().stream()
                        .allMatch(problem -> problem.position().file().startsWith("--"));
                yield (typed ? Exit.USAGE : Exit.INVALID).code();
            }
            case TooFastException fast -> {
                say(List.of(
                        String.format(
                                Locale.ROOT,
                                "The odds over time are out of reach: this is too fast to follow, with something that "
                                        + "happens up to %.1e times a clock unit.",
                                fast.fastest()),
                        "Make the fastest rate slower: casus explain SCENARIO --judgements lists them all."));
                trace(fast);
                yield Exit.UNSOLVED.code();
            }
            case OutOfMemoryError e -> {
                long megabytes = Runtime.getRuntime().maxMemory() >> 20;
                say(List.of(
                        "The memory is used up: Java may take " + megabytes + " MB.",
                        "Give it more with CASUS_JAVA_OPTS=-Xmx8g, or make the board smaller: see casus check."));
                trace(e);
                yield Exit.UNSOLVED.code();
            }
            default -> {
                String what = thrown.getClass().getSimpleName()
                        + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
                say(List.of(
                        "This is an error in Casus itself, not in your file: " + what,
                        talk.debug
                                ? "Please report it with the lines below."
                                : "Please report it with what --debug shows."));
                trace(thrown);
                yield Exit.BUG.code();
            }
        };
    }

    /// What lies behind an exception of another thread: memory that ran out there is memory that
    /// ran out.
    private static Throwable cause(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof OutOfMemoryError) {
                return at;
            }
        }
        return thrown;
    }

    private void trace(Throwable thrown) {
        if (talk.debug) {
            var text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            talk.say(text.toString());
        }
    }

    private void say(List<String> lines) {
        var style = talk.errStyle();
        talk.say(style.red("casus:") + " " + lines.getFirst());
        lines.stream()
                .skip(1)
                .flatMap(line -> Wrap.hanging("  ", line, style.width()).stream())
                .forEach(talk::say);
    }

    /// picocli ends some messages in a full stop and some not.
    private static String sentence(String message) {
        String text = message.strip();
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
