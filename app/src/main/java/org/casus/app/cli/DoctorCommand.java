package org.casus.app.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.casus.app.Version;
import org.casus.app.run.Solved;
import org.casus.app.text.Sentences;
import org.casus.app.text.Wrap;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import picocli.CommandLine.Command;

/// Looks over the machine: what is fine, and what to do about what is not.
@Command(
        name = "doctor",
        header = "Look over this machine: Java, memory, scenarios, terminal, a trial.",
        description = {"Each line says what was found; ! marks what may hinder, with advice. Nothing is sent anywhere."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  casus doctor", "", "Exit codes: 0 all works, 70 the trial failed."})
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
        var trial = trial();
        var findings = List.of(
                Finding.fine("Casus", Version.current()),
                java(),
                memory(),
                cores(),
                scenarios(),
                temporary(),
                letters(),
                terminal(),
                network(),
                trial);
        var style = talk.outStyle();
        var text = new StringBuilder();
        for (var finding : findings) {
            boolean well = finding.advice().isEmpty();
            String mark = talk.plain ? (well ? "ok:" : "look:") : (well ? "✓" : style.yellow("!"));
            var lines = new ArrayList<String>();
            lines.addAll(Wrap.hanging(mark + " ", finding.what() + ": " + finding.found(), style.width()));
            if (!well) {
                lines.addAll(Wrap.hanging("    ", finding.advice(), style.width()));
            }
            text.append(String.join("\n", lines)).append('\n');
        }
        talk.print(style.plain(text.toString()));
        return (trial.advice().isEmpty() ? Exit.OK : Exit.BUG).code();
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
                : Finding.better(
                        "Temporary files", "may not be written", "Set CASUS_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.");
    }

    private Finding letters() {
        Charset charset = talk.console.charset();
        return talk.outStyle().unicode()
                ? Finding.fine("Letters", charset.name())
                : Finding.better(
                        "Letters", charset.name(), "Signs are drawn in ASCII; LC_ALL=C.UTF-8 would show them.");
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

    /// Counted where the system shows what a process has open; that no class of Casus knows of
    /// connections is
    /// a test.
    private static Finding network() {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return Finding.fine("Network", "not used");
        }
        try (Stream<Path> files = Files.list(open)) {
            long sockets = files.filter(DoctorCommand::isSocket).count();
            return Finding.fine(
                    "Network", "not used; this process holds " + Sentences.count(sockets, "connection") + " open");
        } catch (IOException e) {
            return Finding.fine("Network", "not used");
        }
    }

    /// The three standard streams may be sockets of whoever started us.
    private static boolean isSocket(Path descriptor) {
        try {
            return Integer.parseInt(String.valueOf(descriptor.getFileName())) > 2
                    && Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /// The template, read and solved: every part of Casus at work.
    private static Finding trial() {
        try {
            long start = System.nanoTime();
            var scenario = ScenarioFile.of(InitCommand.TEMPLATE, Shelf.FILE, InitCommand.template(Shelf.FILE))
                    .scenario();
            var solved = Solved.of(scenario, Structure.compile(scenario), Settings.standard());
            if (solved.failure().isPresent()) {
                return Finding.better(
                        "Trial", "the template is not solved", solved.failure().get());
            }
            return Finding.fine(
                    "Trial",
                    "solved a crisis of " + Sentences.count(solved.solution().game().states, "state") + " in "
                            + Sentences.seconds((System.nanoTime() - start) * 1e-9) + ", residual "
                            + Sentences.scientific(solved.solution().residual()));
        } catch (IOException | ScenarioException | SizeException e) {
            return Finding.better("Trial", "failed", String.valueOf(e.getMessage()));
        }
    }
}
