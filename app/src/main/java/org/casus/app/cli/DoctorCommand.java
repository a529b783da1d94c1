package org.casus.app.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.app.Version;
import picocli.CommandLine.Command;

/// Looks over the machine: what is fine, and what to do about what is not.
@Command(
        name = "doctor",
        header = "Look over this machine: Java, memory, scenarios, terminal.",
        description = "Each line says what was found; `!` marks what may hinder, with advice. Nothing is sent anywhere.",
        footerHeading = "%nExamples:%n",
        footer = {"  casus doctor", "", "Exit code 5 if something is missing that Casus needs, else 0."})
final class DoctorCommand implements Callable<Integer> {

    private static final long GIGABYTE = 1L << 30;

    /// One thing looked at.
    ///
    /// @param advice what to do, empty where all is well
    private record Finding(String what, String found, String advice) {

        static Finding fine(String what, String found) {
            return new Finding(what, found, "");
        }

        static Finding better(String what, String found, String advice) {
            return new Finding(what, found, advice);
        }
    }

    private final Talk talk;
    private final Shelf shelf;

    DoctorCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() {
        var findings = List.of(
                Finding.fine("Casus", Version.current()),
                java(),
                memory(),
                cores(),
                scenarios(),
                temporary(),
                letters(),
                terminal(),
                network());
        var style = talk.outStyle();
        var text = new StringBuilder();
        for (var finding : findings) {
            boolean well = finding.advice().isEmpty();
            String mark = talk.plain ? (well ? "ok:" : "look:") : (well ? "✓" : style.yellow("!"));
            text.append(mark).append(' ').append(finding.what()).append(": ").append(finding.found()).append('\n');
            if (!well) {
                text.append("    ").append(finding.advice()).append('\n');
            }
        }
        talk.print(style.plain(text.toString()));
        boolean missing = findings.stream().anyMatch(Finding::needed);
        return (missing ? Exit.IO : Exit.OK).code();
    }

    private static Finding java() {
        return Finding.fine(
                "Java",
                Runtime.version() + ", " + System.getProperty("java.vendor", "vendor unknown") + ", on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private static Finding memory() {
        long most = Runtime.getRuntime().maxMemory();
        String found = String.format(Locale.ROOT, "%.1f GB for Casus", (double) most / GIGABYTE);
        return most >= GIGABYTE
                ? Finding.fine("Memory", found)
                : Finding.better(
                        "Memory", found, "Boards above some 100,000 states may need more: CASUS_JAVA_OPTS=-Xmx2g.");
    }

    private static Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Finding.fine("Cores", cores + " (a solve uses up to 8; --threads sets how many)");
    }

    private Finding scenarios() {
        var names = new ArrayList<>(shelf.shipped().keySet());
        if (names.isEmpty()) {
            String where = shelf.home().map(Path::toString).orElse("no folder known");
            return Finding.better(
                    "Scenarios",
                    "none found (" + where + ")",
                    "Give paths of files instead of names, or start Casus by the launcher of its checkout.");
        }
        return Finding.fine("Scenarios", names.size() + ": " + String.join(", ", names));
    }

    private static Finding temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        return Files.isWritable(folder)
                ? Finding.fine("Temporary files", "may be written")
                : Finding.better("Temporary files", "may not be written", "Set CASUS_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.");
    }

    private Finding letters() {
        Charset charset = talk.console.charset();
        return talk.outStyle().unicode()
                ? Finding.fine("Letters", charset.name())
                : Finding.better("Letters", charset.name(), "Signs are drawn in ASCII; LC_ALL=C.UTF-8 would show them.");
    }

    private Finding terminal() {
        var console = talk.console;
        String term = console.environment().getOrDefault("TERM", "");
        String found = (console.outTerminal() ? "yes" : "no, output goes to a file or a pipe")
                + (term.isEmpty() ? "" : ", TERM=" + term)
                + console.columns().map(columns -> ", " + columns + " columns").orElse("")
                + ", colour " + talk.outStyle().colour().name().toLowerCase(Locale.ROOT);
        return Finding.fine("Terminal", found);
    }

    /// Said, and true by construction: a test holds that no class of Casus knows of sockets.
    private static Finding network() {
        return Finding.fine("Network", "not used: nothing in Casus opens a connection");
    }
}
