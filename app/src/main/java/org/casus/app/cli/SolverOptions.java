package org.casus.app.cli;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.casus.app.run.Solved;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import picocli.CommandLine.Option;

/// How a scenario is solved: what every command that solves one has in common.
final class SolverOptions {

    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: one for each processor, at most 8). The result is the same on any "
                    + "number.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Largest residual of a solution, relative to the largest value (default: 1e-9).")
    private Optional<Double> tolerance = Optional.empty();

    @Option(names = "--progress", description = "Report progress even where standard error is no terminal.")
    private boolean progress;

    /// Reporting on work that begins now.
    Progress progress(Talk talk) {
        return new Progress(talk, progress);
    }

    Settings settings() {
        var settings = Settings.standard();
        if (threads.isPresent()) {
            int n = threads.get();
            if (n < 1 || n > MOST_THREADS) {
                throw new Failure(Exit.USAGE, "--threads takes 1 to " + MOST_THREADS + ", not " + n + ".");
            }
            settings = settings.withThreads(n);
        }
        if (tolerance.isPresent()) {
            double x = tolerance.get();
            if (!(x >= 1e-14 && x <= 0.1)) {
                throw new Failure(Exit.USAGE, "--tolerance takes 1e-14 to 0.1, not " + x + ".");
            }
            settings = settings.withTolerance(x);
        }
        return settings;
    }

    /// The scenario, compiled and solved.
    ///
    /// @throws Failure if its board is too large
    Solved solve(Scenario scenario, Progress progress) {
        return solve(scenario, Structure.DEFAULT_LIMIT, false, progress);
    }

    /// The scenario, compiled and solved.
    ///
    /// @param limit most states it may have
    /// @param quick whether by the quick way
    /// @throws Failure if its board is too large, for the limit or for the memory there is
    Solved solve(Scenario scenario, int limit, boolean quick, Progress progress) {
        try {
            progress.at(scenario.name() + ": compiling");
            var structure = Structure.compile(scenario, limit);
            progress.at(Room.forSolving(scenario, structure));
            return quick
                    ? Solved.quickly(scenario, structure, watched(scenario, structure, progress))
                    : solve(scenario, structure, progress);
        } catch (SizeException e) {
            throw tooLarge(scenario, e);
        }
    }

    /// The scenario, compiled already, solved.
    Solved solve(Scenario scenario, Structure structure, Progress progress) {
        return Solved.of(scenario, structure, watched(scenario, structure, progress));
    }

    /// Settings for more work on what is solved.
    Settings settings(Solved solved, Progress progress) {
        return watched(solved.scenario(), solved.structure(), progress);
    }

    private Settings watched(Scenario scenario, Structure structure, Progress progress) {
        long began = System.nanoTime();
        String what = String.format(
                Locale.ROOT,
                "%s: %,d states",
                scenario.name(),
                structure.space().size());
        return settings().withProgress((phase, horizon, residual, rest) -> {
            String at =
                    what + ", " + where(phase, horizon, scenario.clock().unit().word());
            progress.at(line(at, residual, rest, 1e-9 * (System.nanoTime() - began)));
        });
    }

    /// `backward time 40.5 weeks`, `principal branch at 0.036 of full sharpness`
    static String where(String phase, double horizon, String unit) {
        return phase.equals(Settings.Watcher.SHARPENING)
                ? String.format(Locale.ROOT, "%s at %.2g of full sharpness", phase, horizon)
                : String.format(Locale.ROOT, "%s %.3g %ss", phase, horizon, unit);
    }

    /// A line of progress after so many seconds, with those that are left where that can be told.
    static String line(String at, double residual, double rest, double seconds) {
        String left = Double.isFinite(rest) ? ", " + Progress.left(rest * seconds) : "";
        return String.format(Locale.ROOT, "%s, residual %.0e%s", at, residual, left);
    }

    /// The refusal of a board: what it says, in lines of advice.
    static Failure tooLarge(Scenario scenario, SizeException e) {
        var lines = new ArrayList<>(String.valueOf(e.getMessage()).lines().toList());
        if (e.byLimit()) {
            lines.add("Or raise the limit, where there is memory for it: `casus solve --limit STATES`.");
        }
        return new Failure(
                Exit.UNSOLVED,
                scenario.name() + " is too large to solve. " + lines.getFirst(),
                lines.subList(1, lines.size()));
    }
}
