package org.casus.app.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.casus.app.live.Board.Moment;
import org.casus.app.run.Answers;
import org.casus.app.run.Times;
import org.casus.chain.Behaviour;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.SizeException;
import org.casus.game.StateSpace;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Tangents;

/// One scenario on the table: its policies solved once, and views of them answered.
///
/// Every view of a policy is compared with, and solved from, that policy with nothing set: what was looked at
/// before leaves no trace, unless all care ended at another equilibrium, which is gone on from. One view at a time;
/// whoever interrupts the thread ends the work.
///
/// Memory: for each policy looked at its game and solution, some 25 MB on the reference case, and the last view; while
/// things are moved, the values once for each judgement that was.
/// The last few policies are kept ([Bases]), and the scenario as it is.
public final class Desk {

    /// Residual while somebody is moving things: in drawn worlds of the reference case it left odds off by 5e-5 at
    /// most, and 3e-3 once by 1.4e-3.
    private static final double QUICK = 1e-3;
    /// Two equilibria are others if the odds of an outcome differ by more.
    private static final double OTHER = 2e-3;

    private final ScenarioFile file;
    private final Settings settings;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Bases bases;
    private Optional<HundredDots> dots = Optional.empty();
    private Optional<Sight> sight = Optional.empty();
    private Optional<Planned> held = Optional.empty();
    private Optional<Rethought> rethought = Optional.empty();
    private Optional<Anchor> anchor = Optional.empty();

    /// A view that is re-thought, and what is known around it.
    private record Anchor(View view, Tangents tangents) {}

    /// A view with everybody's old plans.
    private record Planned(View view, double[] rates, double[] odds) {}

    /// A view with everybody's new plans, and its odds over time, the horizon last.
    private record Rethought(View view, Solution solution, double[][] over) {

        double[] odds() {
            return over[over.length - 1];
        }
    }

    /// @param settings with the threads to use, and the tolerance where all care is taken
    public Desk(ScenarioFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
        bases = new Bases(file, settings);
    }

    /// The file on the table.
    public ScenarioFile file() {
        return file;
    }

    /// What the Board shows of `view` at `stage`; to first order from its policy with nothing set.
    ///
    /// Cost on the reference case, on two cores: a tenth of a second for plans held, a few tenths for what is
    /// re-thought, a cold solve of some seconds with all care and for the first view of a policy. To first order a
    /// tenth, once the tangents are there, which takes some tenths when a judgement is moved first.
    ///
    /// @throws ScenarioException if the view's policy or a setting is none of the file's
    /// @throws SizeException if its board is too large
    /// @throws NotSolvedException if there is no equilibrium to show
    /// @throws CancellationException if the thread is interrupted
    public Board board(View view, Stage stage) throws ScenarioException, SizeException, NotSolvedException {
        return board(view, stage, List.of());
    }

    /// The same.
    ///
    /// @param from what is set, under the same policy, where the tangent is taken: the view that
    ///     somebody started to move things in. Of no matter at the other stages
    /// @throws ScenarioException as above
    /// @throws SizeException as above
    /// @throws NotSolvedException as above
    public Board board(View view, Stage stage, List<String> from)
            throws ScenarioException, SizeException, NotSolvedException {
        begin();
        try {
            Base base = bases.of(view.policy());
            return switch (stage) {
                case HELD -> held(sight(view, base), base);
                case ABOUT -> about(sight(view, base), base, new View(view.policy(), from));
                case RETHOUGHT -> rethought(sight(view, base), base);
                case CONFIRMED -> confirmed(sight(view, base), base);
            };
        } finally {
            turn.unlock();
        }
    }

    /// Waits for its turn; who is interrupted meanwhile does not begin.
    private void begin() {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /// `view` compiled, once for all its stages.
    private Sight sight(View view, Base base) throws ScenarioException, SizeException {
        if (sight.isEmpty() || !sight.get().view().equals(view)) {
            sight = Optional.of(Sight.of(file, base, view));
        }
        return sight.get();
    }

    /// `view` solved as far as the Board shows it, for whatever else is asked of it.
    ///
    /// @throws ScenarioException as [#board]
    /// @throws SizeException as [#board]
    /// @throws NotSolvedException as [#board]
    public Solved solved(View view) throws ScenarioException, SizeException, NotSolvedException {
        begin();
        try {
            Base base = bases.of(view.policy());
            Sight sight = sight(view, base);
            if (view.set().isEmpty()) {
                return new Solved(sight, base.solution(), base.odds());
            }
            Rethought now = rethink(sight, base);
            return new Solved(sight, now.solution, now.odds());
        } finally {
            turn.unlock();
        }
    }

    /// The same equilibrium with the digits that slopes and splits need: solved on from there.
    ///
    /// @throws ScenarioException as [#board]
    /// @throws SizeException as [#board]
    /// @throws NotSolvedException as [#board]
    public Solved sharp(View view) throws ScenarioException, SizeException, NotSolvedException {
        Solved rough = solved(view);
        double[] start = rough.solution.value();
        Solution sharp = Equilibrium.solveFrom(rough.sight.game(), settings, start);
        return new Solved(rough.sight, sharp, SightOdds.atHorizon(rough.sight, sharp.rate(), settings.threads()));
    }

    /// A view with the equilibrium that is shown of it.
    ///
    /// @param odds of the outcomes at the horizon
    public record Solved(Sight sight, Solution solution, double[] odds) {

        /// The id of the likeliest outcome.
        public String likeliest() {
            return sight.scenario().outcomes().stream()
                    .max(Comparator.comparingDouble(each -> odds[each.index()]))
                    .orElseThrow()
                    .id();
        }
    }

    private HundredDots dots() throws ScenarioException, SizeException, NotSolvedException {
        if (dots.isEmpty()) {
            Base asIs = bases.of(Policy.AS_IS);
            dots = Optional.of(new HundredDots(
                    asIs.structure().space(),
                    asIs.solution(),
                    asIs.odds(),
                    Answers.seed(file.scenario()),
                    settings.threads()));
        }
        return dots.get();
    }

    private Board held(Sight sight, Base base) throws ScenarioException, SizeException, NotSolvedException {
        Planned now = planned(sight, base);
        return board(sight, base, Stage.HELD, Optional.empty(), now.rates, now.odds, List.of(), Optional.empty());
    }

    /// To first order from `from`; with plans held where that does not reach, where a board is another one, so that no
    /// list of moves carries over, and where nothing is set, which is known.
    private Board about(Sight sight, Base base, View from) throws ScenarioException, SizeException, NotSolvedException {
        boolean moved = sight.sameBoard() && !sight.view().set().isEmpty();
        Optional<double[]> values =
                moved ? tangents(from, base).flatMap(near -> near.values(sight.world())) : Optional.empty();
        if (values.isEmpty()) {
            return held(sight, base);
        }
        double[] rates = Behaviour.of(sight.game(), values.get()).rate();
        double[] odds = SightOdds.atHorizon(sight, rates, settings.threads());
        return board(sight, base, Stage.ABOUT, Optional.empty(), rates, odds, List.of(), Optional.empty());
    }

    /// The tangents at a view, for as long as things are moved from there; empty if its board is another one.
    private Optional<Tangents> tangents(View from, Base base)
            throws ScenarioException, SizeException, NotSolvedException {
        if (anchor.isEmpty() || !anchor.get().view.equals(from)) {
            anchor = Optional.empty();
            Sight there = Sight.of(file, base, from);
            if (there.sameBoard()) {
                Solution solution = from.set().isEmpty() ? base.solution() : rethink(there, base).solution;
                var near = new Tangents(base.structure(), there.world(), solution, settings.withTolerance(QUICK));
                anchor = Optional.of(new Anchor(from, near));
            }
        }
        return anchor.map(Anchor::tangents);
    }

    /// Plans held; the odds are those of the base where chance and what moves lead to are as they were.
    private Planned planned(Sight sight, Base base) {
        if (held.isEmpty() || !held.get().view.equals(sight.view())) {
            double[] rates = HeldPlans.rates(sight, base);
            boolean same = sight.view().set().isEmpty() || HeldPlans.sameChain(sight, base);
            double[] odds = same ? base.odds() : SightOdds.atHorizon(sight, rates, settings.threads());
            held = Optional.of(new Planned(sight.view(), rates, odds));
        }
        return held.get();
    }

    private Board rethought(Sight sight, Base base) throws ScenarioException, SizeException, NotSolvedException {
        if (sight.view().set().isEmpty()) {
            Solution solution = base.solution();
            return board(
                    sight,
                    base,
                    Stage.RETHOUGHT,
                    solution,
                    SightOdds.over(sight, solution, settings.threads()),
                    Optional.empty());
        }
        Rethought now = rethink(sight, base);
        return board(sight, base, Stage.RETHOUGHT, now.solution, now.over, Optional.empty());
    }

    private Board confirmed(Sight sight, Base base) throws ScenarioException, SizeException, NotSolvedException {
        double[] before = sight.view().set().isEmpty()
                ? base.odds()
                : rethink(sight, base).odds();
        Solution solution = Equilibrium.solve(sight.game(), settings);
        double[][] over = SightOdds.over(sight, solution, settings.threads());
        double[] after = over[over.length - 1];
        boolean elsewhere = IntStream.range(0, after.length).anyMatch(k -> Math.abs(after[k] - before[k]) > OTHER);
        Base now = elsewhere ? goOver(sight, base, solution, over) : base;
        Board board = board(sight, now, Stage.CONFIRMED, solution, over, Optional.of(elsewhere));
        return board.because(Reasons.of(sight, solution, settings));
    }

    /// From now on it is the equilibrium found with care that is gone on from: of the policy, or of the view.
    private Base goOver(Sight sight, Base base, Solution solution, double[][] over) {
        anchor = Optional.empty();
        if (!sight.view().set().isEmpty()) {
            rethought = Optional.of(new Rethought(sight.view(), solution, over));
            return base;
        }
        var now = new Base(base.scenario(), base.structure(), solution, over[over.length - 1]);
        bases.put(sight.view().policy(), now);
        if (sight.view().policy().equals(Policy.AS_IS)) {
            dots = Optional.empty();
        }
        held = Optional.empty();
        rethought = Optional.empty();
        return now;
    }

    private Rethought rethink(Sight sight, Base base) throws NotSolvedException {
        if (rethought.isEmpty() || !rethought.get().view.equals(sight.view())) {
            Solution solution = solve(sight, base.solution());
            rethought = Optional.of(
                    new Rethought(sight.view(), solution, SightOdds.over(sight, solution, settings.threads())));
        }
        return rethought.get();
    }

    private Solution solve(Sight sight, Solution base) throws NotSolvedException {
        Settings loose = settings.withTolerance(Math.max(QUICK, settings.tolerance()));
        if (!sight.sameBoard()) {
            return Equilibrium.solveQuickly(sight.game(), loose);
        }
        try {
            return Equilibrium.solveFrom(sight.game(), loose, base.value());
        } catch (NotSolvedException e) {
            return Equilibrium.solveQuickly(sight.game(), loose);
        }
    }

    private Board board(
            Sight sight, Base base, Stage stage, Solution solution, double[][] over, Optional<Boolean> elsewhere)
            throws ScenarioException, SizeException, NotSolvedException {
        double[] times = Times.even(sight.scenario().clock());
        var moments = new ArrayList<Moment>();
        for (int t = 0; t < times.length; t++) {
            moments.add(new Moment(times[t], over[t]));
        }
        var figures = new Board.Figures(solution.residual());
        return board(
                sight, base, stage, Optional.of(figures), solution.rate(), over[times.length - 1], moments, elsewhere);
    }

    private Board board(
            Sight sight,
            Base base,
            Stage stage,
            Optional<Board.Figures> figures,
            double[] rates,
            double[] odds,
            List<Moment> over,
            Optional<Boolean> elsewhere)
            throws ScenarioException, SizeException, NotSolvedException {
        Optional<double[]> planned =
                sight.view().set().isEmpty() ? Optional.empty() : Optional.of(planned(sight, base).odds);
        StateSpace space = sight.structure().space();
        return new Board(
                sight.scenario(),
                sight.view(),
                stage,
                figures,
                odds,
                base.odds(),
                bases.of(Policy.AS_IS).odds(),
                planned,
                dots().in(space, sight.game(), rates, odds),
                List.copyOf(over),
                elsewhere,
                List.of());
    }
}
