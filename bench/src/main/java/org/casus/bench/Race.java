package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.bench.Stopwatch.Runs;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// [ArmsRace] on seven levels, the class and size of the quality ladder in Blevins (2025, *Leveraging
/// Uniformization and Sparsity for Estimation and Computation of Continuous Time Dynamic Discrete Choice
/// Games*). The yardsticks are that paper's: CPU seconds of its Fortran on its machine, read and not
/// measured here.
final class Race implements Row {

    private static final String PUBLISHED = "Blevins 2025";
    private static final int LEVELS = 7;
    private static final int UNREDUCED = 6;
    /// CPU seconds and values of the paper.
    private static final double EIGHT = 5.7;

    private static final double TEN = 24.9;
    private static final double SIX_A_VALUE = 0.9 / 5_544;
    /// Largest difference of a value between the reduced and the whole game, relative to the largest.
    private static final double SAME = 1e-9;

    /// A race solved.
    private record Solved(Game game, Runs<Solution> runs) {}

    @Override
    public String name() {
        return "race";
    }

    @Override
    public String about() {
        return "an arms race of 8 and 10 alike rivals, and of 6 unreduced, against published figures";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        var lines = new ArrayList<Line>();
        lines.add(alike(setting, 8, EIGHT));
        lines.add(alike(setting, 10, TEN));
        Solved whole = solved(setting, UNREDUCED, false, true);
        Solved reduced = solved(setting, UNREDUCED, true, true);
        int values = whole.game.states * whole.game.actors;
        lines.add(new Line(
                name(),
                String.format(Locale.ROOT, "%d rivals unreduced, %,d values", UNREDUCED, values),
                PUBLISHED,
                1e6 * SIX_A_VALUE,
                1e6 * whole.runs.medianCpu() / values,
                "µs a value",
                Aim.part(1 / 30.0),
                note(whole) + ", " + whole.runs.cpu().size() + " run"));
        lines.add(Line.alone(
                name(),
                UNREDUCED + " rivals, reduced and not, apart",
                apart(whole, reduced),
                "of the largest",
                Aim.most(SAME),
                "values at the start"));
        return lines;
    }

    private Line alike(Setting setting, int rivals, double published) throws Exception {
        Solved solved = solved(setting, rivals, true, false);
        return new Line(
                name(),
                String.format(Locale.ROOT, "%d alike rivals, %,d values", rivals, solved.game.states * rivals),
                PUBLISHED,
                published,
                solved.runs.medianCpu(),
                "s",
                Aim.part(1 / 20.0),
                note(solved));
    }

    private static Solved solved(Setting setting, int rivals, boolean alike, boolean once) throws Exception {
        String text = ArmsRace.yaml(rivals, LEVELS, alike);
        var scenario = ScenarioFile.of("arms-race", "arms-race.yaml", text).scenario();
        Game game = Structure.compile(scenario).game(World.middle(scenario));
        return new Solved(
                game,
                once
                        ? setting.watch().once(() -> Equilibrium.solve(game, setting.single()))
                        : setting.watch().warm(() -> Equilibrium.solve(game, setting.single())));
    }

    private static String note(Solved solved) {
        Solution solution = solved.runs.result();
        return String.format(
                Locale.ROOT,
                "%,d states, residual %.1e after %d products",
                solved.game.states,
                solution.residual(),
                solution.iterations().products());
    }

    private static double apart(Solved whole, Solved reduced) {
        double apart = 0;
        double size = 0;
        int n = whole.game.actors;
        for (int i = 0; i < n; i++) {
            double a = whole.runs.result().value()[whole.game.start * n + i];
            double b = reduced.runs.result().value()[reduced.game.start * n + i];
            apart = Math.max(apart, Math.abs(a - b));
            size = Math.max(size, Math.abs(a));
        }
        return apart / size;
    }
}
