package org.casus.bench;

import java.util.List;
import java.util.Locale;
import org.casus.bench.Stopwatch.Runs;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Quantity;
import org.casus.study.Gradient;

/// The slopes of an outcome's odds by every judgement, everyone re-thinking, beside one cold solve of the
/// same board.
final class Derivatives implements Row {

    @Override
    public String name() {
        return "derivatives";
    }

    @Override
    public String about() {
        return "all derivatives of one outcome, against one cold solve";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        Board board = setting.asIs();
        Settings settings = setting.single();
        Runs<Solution> cold = setting.watch().warm(() -> Equilibrium.solve(board.game(), settings));
        Runs<Solution> quick = setting.watch().warm(() -> Equilibrium.solveQuickly(board.game(), settings));
        Quantity asked = board.outcome(0);
        Solution solution = cold.result();
        Runs<Gradient> ours =
                setting.watch().warm(() -> Gradient.of(board.structure(), board.world(), solution, asked, settings));
        String what = String.format(
                Locale.ROOT, "%s, %d derivatives", board.size(), ours.result().slope().length);
        String note = String.format(
                Locale.ROOT,
                "%d products with the transposed Jacobian to a residual of %.1e",
                ours.result().products(),
                ours.result().residual());
        return List.of(
                new Line(name(), what, "cold", cold.medianCpu(), ours.medianCpu(), "s", Aim.part(1), note),
                new Line(name(), what, "the quick way", quick.medianCpu(), ours.medianCpu(), "s", Aim.none(), ""));
    }
}
