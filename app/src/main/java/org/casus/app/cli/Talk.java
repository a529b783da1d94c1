package org.casus.app.cli;

import java.util.List;
import org.casus.app.text.Style;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options that every command has, and the console they are about.
final class Talk {

    final Console console;
    final Interruption interruption;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Use colour: auto, always or never. NO_COLOR and TERM=dumb mean never, unless always.")
    Console.Colours colours = Console.Colours.AUTO;

    @Option(
            names = "--plain",
            scope = ScopeType.INHERIT,
            description = "Whole sentences, no drawing and no colour: for screen readers and logs.")
    boolean plain;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    boolean debug;

    Talk(Console console) {
        this(console, new Interruption());
    }

    /// @param interruption what to say when the process is told to stop
    Talk(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /// Takes from `args`, as typed, what matters before they are parsed, and where they cannot be.
    void readAhead(String[] args) {
        var typed = List.of(args);
        debug = typed.contains("--debug");
        plain = typed.contains("--plain");
        for (Console.Colours each : Console.Colours.values()) {
            String word = each.toString();
            int apart = typed.indexOf("--color");
            boolean named = apart >= 0
                    && apart + 1 < typed.size()
                    && typed.get(apart + 1).equals(word);
            if (named || typed.contains("--color=" + word)) {
                colours = each;
            }
        }
    }

    Style outStyle() {
        return console.outStyle(plain ? Console.Colours.NEVER : colours);
    }

    Style errStyle() {
        return console.errStyle(plain ? Console.Colours.NEVER : colours);
    }

    void print(String text) {
        console.print(text);
    }

    /// A line of talk, as the other end can show it.
    void say(String line) {
        console.say(errStyle().plain(line) + "\n");
    }
}
