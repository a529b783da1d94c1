package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.bench.Stopwatch.Runs;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// The reference case from nothing to a residual of 1e-9, beside [GaussSeidel] in the same JVM: the plain
/// loop, and the same in steps of one clock unit where the plain one goes in circles. Either is stopped once
/// it has had [#PATIENCE] times our CPU.
final class Cold implements Row {

    private static final double TOLERANCE = 1e-9;
    private static final double PATIENCE = 16;
    /// Yardsticks that take more CPU seconds run once.
    private static final double LONG = 5;
    /// States from which on `about a second` is asked for.
    private static final int LARGE = 40_000;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String about() {
        return "the reference case from nothing to 1e-9, against naive Gauss-Seidel";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        var lines = new ArrayList<Line>();
        for (Board board : setting.boards()) {
            setting.tell(board.size() + ", " + board.policy());
            Game game = board.game();
            Runs<Solution> careful = setting.watch().warm(() -> Equilibrium.solve(game, setting.single()));
            Runs<Solution> quick = setting.watch().warm(() -> Equilibrium.solveQuickly(game, setting.single()));
            Runs<Solution> threads = setting.watch().hot(() -> Equilibrium.solve(game, setting.all()));
            if (game.choice == Choice.INTENTIONS) {
                double most = PATIENCE * careful.medianCpu();
                var plain = yardstick(setting, game, Double.POSITIVE_INFINITY, most);
                var steps = yardstick(setting, game, 1, most);
                lines.add(line(board, "all care", careful, "plain Gauss-Seidel", plain, Aim.part(1 / 15.0)));
                lines.add(line(board, "all care", careful, "Gauss-Seidel in steps", steps, Aim.part(1 / 15.0)));
                lines.add(line(board, "the quick way", quick, "Gauss-Seidel in steps", steps, Aim.none()));
            }
            if (game.states >= LARGE) {
                String wall = String.format(
                        Locale.ROOT,
                        "%.2f s on the wall with %d threads",
                        threads.medianWall(),
                        setting.all().threads());
                String what = board.size() + ", all care";
                lines.add(Line.alone(name(), what, careful.medianCpu(), "s", Aim.most(1), wall));
                lines.add(Line.alone(name(), board.size() + ", the quick way", quick.medianCpu(), "s", Aim.none(), ""));
            }
        }
        return lines;
    }

    private static Runs<GaussSeidel> yardstick(Setting setting, Game game, double step, double most) throws Exception {
        return setting.watch().upTo(LONG, () -> {
            var solver = new GaussSeidel(game, step);
            solver.solve(TOLERANCE, most);
            return solver;
        });
    }

    private Line line(
            Board board, String way, Runs<Solution> ours, String yardstick, Runs<GaussSeidel> theirs, Aim aim) {
        GaussSeidel solver = theirs.result();
        String note = String.format(
                Locale.ROOT,
                "ours residual %.1e after %d products; the yardstick's %s%s, %s",
                ours.result().residual(),
                ours.result().iterations().products(),
                solver.told(),
                solver.residual() > TOLERANCE ? ", where it was stopped, so that the ratio is at most this" : "",
                solver.residual() > TOLERANCE
                        ? "in one run"
                        : String.format(
                                Locale.ROOT,
                                "values apart by %.1e of the largest, median of %d",
                                apart(ours.result().value(), solver.value()),
                                theirs.cpu().size()));
        return new Line(
                name(), board.size() + ", " + way, yardstick, theirs.medianCpu(), ours.medianCpu(), "s", aim, note);
    }

    private static double apart(double[] a, double[] b) {
        double apart = 0;
        double size = 0;
        for (int k = 0; k < a.length; k++) {
            apart = Math.max(apart, Math.abs(a[k] - b[k]));
            size = Math.max(size, Math.abs(a[k]));
        }
        return apart / size;
    }
}
