package org.casus.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.casus.bench.Stopwatch.Runs;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Judgement;
import org.casus.scenario.World;
import org.casus.scenario.Worth;
import org.casus.study.Gradients;

/// The answer to one payoff moved by 10 %, from the equilibrium before, as the browser app gives it: solved
/// on to a residual of [#QUICK], then the odds week by week. Beside it the same world from nothing to 1e-9,
/// whose odds tell the error.
///
/// Each run moves another payoff: those that move the odds of the likeliest outcome most, by their slopes.
final class Warm implements Row {

    /// The residual to which the browser app re-thinks while a slider moves.
    private static final double QUICK = 1e-3;
    /// The residual of what it starts from.
    private static final double BASE = 1e-4;

    private static final double MOVE = 0.1;
    /// States up to which an answer may take so many milliseconds.
    private static final int SMALL = 5_000;

    private static final double MILLISECONDS_SMALL = 50;
    private static final double MILLISECONDS = 300;

    /// One payoff moved: milliseconds, and the largest error of the odds of an outcome.
    private record Moved(String payoff, double cold, double on, double all, double wall, double sharp, double apart) {}

    @Override
    public String name() {
        return "warm";
    }

    @Override
    public String about() {
        return "one payoff moved by 10 %, against a cold solve of the same world";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        var lines = new ArrayList<Line>();
        for (Board board : setting.boards()) {
            setting.tell(board.size() + ", " + board.policy());
            setting.watch().warm(() -> Equilibrium.solve(board.game(), setting.single()));
            Solution base =
                    Equilibrium.solveQuickly(board.game(), setting.single().withTolerance(BASE));
            var moved = new ArrayList<Moved>();
            for (Judgement payoff : heaviest(board, base, setting)) {
                moved.add(move(board, base, payoff, setting));
            }
            if (!moved.isEmpty()) {
                lines.addAll(lines(board, moved, setting));
            }
        }
        return lines;
    }

    private static List<Judgement> heaviest(Board board, Solution base, Setting setting) {
        double[] odds = odds(board, base, setting.single())[0];
        int likeliest = 0;
        for (int k = 1; k < odds.length; k++) {
            likeliest = odds[k] > odds[likeliest] ? k : likeliest;
        }
        double[] slope;
        try (var gradients = new Gradients(board.structure(), board.world(), base, setting.single())) {
            slope = gradients.of(board.outcome(likeliest)).slope();
        }
        return payoffs(board)
                .filter(payoff -> Double.isFinite(moved(payoff)))
                .sorted(Comparator.comparingDouble(
                        payoff -> -Math.abs(slope[payoff.index()] * (moved(payoff) - payoff.middle()))))
                .limit(setting.watch().times())
                .toList();
    }

    private static Stream<Judgement> payoffs(Board board) {
        return board.scenario().actors().stream()
                .flatMap(actor -> actor.worths().stream())
                .map(Worth::points)
                .distinct();
    }

    /// Ten per cent up, or down where its range ends before; NaN where it ends both ways.
    private static double moved(Judgement payoff) {
        double up = payoff.middle() * (1 + MOVE);
        double down = payoff.middle() * (1 - MOVE);
        return up <= payoff.high() ? up : down >= payoff.low() ? down : Double.NaN;
    }

    private static Moved move(Board board, Solution base, Judgement payoff, Setting setting) throws Exception {
        double[] written = board.scenario().judgements().stream()
                .mapToDouble(Judgement::middle)
                .toArray();
        written[payoff.index()] = moved(payoff);
        World world = World.of(board.scenario(), written);
        Game game = board.structure().game(world);
        double[] start = base.value();
        Settings single = setting.single();
        Settings quick = single.withTolerance(QUICK);
        Settings threads = setting.all().withTolerance(QUICK);
        Runs<Solution> cold = setting.watch().once(() -> Equilibrium.solve(game, single));
        Runs<Solution> on = setting.watch().hot(() -> Equilibrium.solveFrom(game, quick, start));
        Runs<double[][]> all = setting.watch().hot(() -> answer(board, world, start, quick));
        Runs<double[][]> wall = setting.watch().hot(() -> answer(board, world, start, threads));
        Runs<Solution> sharp = setting.watch()
                .hot(() -> Equilibrium.solveFrom(game, single, on.result().value()));
        double[] right = odds(board, cold.result(), single)[0];
        double apart = 0;
        for (int k = 0; k < right.length; k++) {
            apart = Math.max(apart, Math.abs(right[k] - all.result()[0][k]));
        }
        return new Moved(
                payoff.id(),
                1e3 * cold.medianCpu(),
                1e3 * on.medianCpu(),
                1e3 * all.medianCpu(),
                1e3 * wall.medianWall(),
                1e3 * sharp.medianCpu(),
                apart);
    }

    /// All that an answer takes: the game's numbers, solved on, and the odds.
    private static double[][] answer(Board board, World world, double[] start, Settings settings) throws Exception {
        return odds(board, Equilibrium.solveFrom(board.structure().game(world), settings, start), settings);
    }

    /// Odds of the outcomes at the horizon first, then clock unit by clock unit.
    private static double[][] odds(Board board, Solution solution, Settings settings) {
        double horizon = board.game().horizon;
        double[] times = new double[1 + (int) Math.min(60, horizon)];
        for (int k = 0; k < times.length; k++) {
            times[k] = horizon * (1 - (double) k / times.length);
        }
        var classes = List.of(Classes.outcomes(board.structure().space()));
        Chain chain = Chain.of(solution);
        double[][][] odds = Transient.of(chain, new Transient.Question(times, classes, 0), settings.threads())
                .odds();
        return Stream.of(odds).map(each -> each[0]).toArray(double[][]::new);
    }

    private List<Line> lines(Board board, List<Moved> moved, Setting setting) {
        double most = board.game().states <= SMALL ? MILLISECONDS_SMALL : MILLISECONDS;
        String which = "payoffs moved: "
                + String.join("; ", moved.stream().map(Moved::payoff).toList());
        String wall = String.format(
                Locale.ROOT,
                "numbers, play and odds, CPU on one thread; %.0f ms on the wall with %d threads",
                median(moved, Moved::wall),
                setting.all().threads());
        double cold = median(moved, Moved::cold);
        return List.of(
                new Line(
                        name(),
                        board.size() + ", solved on",
                        "cold",
                        cold,
                        median(moved, Moved::on),
                        "ms",
                        Aim.part(1 / 5.0),
                        which),
                Line.alone(name(), board.size() + ", all told", median(moved, Moved::all), "ms", Aim.most(most), wall),
                Line.alone(
                        name(),
                        board.size() + ", worst error of odds",
                        moved.stream().mapToDouble(Moved::apart).max().orElse(0),
                        "",
                        Aim.most(1e-3),
                        ""),
                new Line(
                        name(),
                        board.size() + ", from there to 1e-9",
                        "cold",
                        cold,
                        median(moved, Moved::sharp),
                        "ms",
                        Aim.none(),
                        ""));
    }

    private static double median(List<Moved> moved, ToDoubleFunction<Moved> of) {
        return Stopwatch.median(moved.stream().map(of::applyAsDouble).toList());
    }
}
