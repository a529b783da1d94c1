package org.casus.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.app.run.StudyRun;
import org.casus.study.Ensemble;
import picocli.CommandLine.Option;

/// How many worlds are worked out, which, and where they are kept: what commands over many worlds have in common.
final class WorldsOptions {

    private static final int MOST = 1_000_000;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "Worlds to draw, one value for each judgement in each (default: ${DEFAULT-VALUE}). Powers of "
                    + "two are the most even.")
    private int worlds;

    @Option(
            names = "--run",
            paramLabel = "FOLDER",
            description = "Keep every finished world in this folder: the same command goes on where it was broken off. "
                    + "At the end it has tables for R, Python and Excel.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the draws and of random starts (default: from the scenario).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "HOW",
            description =
                    "How drawn worlds are solved: quick (the default), to a residual of 1e-3, or cold, with all the "
                            + "care of solve, several times as long.")
    private Ensemble.Start start = Ensemble.Start.QUICK;

    @Option(
            names = "--check",
            paramLabel = "N",
            description =
                    "With --start quick, drawn worlds that are solved cold as well, as is and under one policy in "
                            + "turn, to see whether haste has led elsewhere (default: ${DEFAULT-VALUE}).")
    private int check = StudyRun.CHECKS;

    @Option(
            names = "--second-opinion",
            paramLabel = "N",
            description = "Look for further equilibria in the middle world and in the first N drawn ones (default: 0, "
                    + "the middle world alone); none: nowhere.")
    private String opinions = "0";

    private final int least;

    /// @param worlds how many where nothing is said; 0 where a command can do without
    WorldsOptions(int worlds) {
        this.worlds = worlds;
        this.least = Math.min(worlds, 1);
    }

    int worlds() {
        return within("--worlds", worlds, least);
    }

    /// Drawn worlds to solve with all care as well: none where all are.
    int checks() {
        int checks = within("--check", check, 0);
        return start == Ensemble.Start.COLD ? 0 : Math.min(checks, worlds());
    }

    Ensemble.Start start() {
        return start;
    }

    /// The options that a run keeps to while worlds are added, as a command line has them.
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("start", start.toString().toLowerCase(Locale.ROOT));
        kept.put("check", Integer.toString(within("--check", check, 0)));
        kept.put("second-opinion", opinions);
        return kept;
    }

    Optional<Long> seed() {
        return seed;
    }

    /// In how many drawn worlds further equilibria are looked for; empty for not even the middle one, as where
    /// none are drawn.
    Optional<Integer> opinions() {
        if (opinions.equals("none") || worlds() == 0) {
            return Optional.empty();
        }
        if (!opinions.matches("[0-9]{1,7}")) {
            throw new Failure(Exit.USAGE, "--second-opinion takes a number of worlds or none, not “" + opinions + "”.");
        }
        return Optional.of(Math.min(within("--second-opinion", Integer.parseInt(opinions), 0), worlds()));
    }

    /// The folder to keep the run in.
    Optional<Path> folder() {
        return run.map(name -> {
            try {
                return Path.of(name);
            } catch (InvalidPathException e) {
                throw new Failure(Exit.USAGE, "“" + name + "” cannot be the name of a folder.");
            }
        });
    }

    private static int within(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new Failure(Exit.USAGE, option + " takes " + least + " to " + MOST + ", not " + value + ".");
        }
        return value;
    }
}
