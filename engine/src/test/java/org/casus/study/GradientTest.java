package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Functional;
import org.casus.chain.RandomScenario;
import org.casus.chain.RateSlopes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Choice;
import org.casus.scenario.Condition;
import org.casus.scenario.Guard;
import org.casus.scenario.Judgement;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;
import org.casus.scenario.Scenario;
import org.casus.scenario.TimeUnit;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientTest {

    private static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-13);
    /// Step of a difference, relative to the judgement.
    private static final double STEP = 3e-4;

    private final Standing moved = new Standing(1, 1);
    private final List<Quantity> quantities = List.of(
            new Quantity.OddsAt(new Guard("", new Condition.On(2, 1))),
            new Quantity.OddsEver(new Guard("", new Condition.On(0, 4))),
            new Quantity.OddsEverMade(3),
            new Quantity.TimeWith(new Guard("", new Condition.On(2, 2)), TimeUnit.MONTH),
            new Quantity.Play(4, Optional.empty()),
            new Quantity.Play(4, Optional.of(moved)));

    /// Slopes by every judgement against central differences of complete re-solves. Judgements whose
    /// differences cross a kink are left out; there must be few.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void slopesAreThoseOfCompleteResolves(Choice choice) throws Exception {
        int left = 0;
        int all = 0;
        for (long seed : new long[] {2, 3}) {
            Scenario scenario = RandomScenario.scenario(seed, choice);
            var structure = Structure.compile(scenario);
            var world = World.middle(scenario);
            Solution solution = Equilibrium.solve(structure.game(world), EXACT);
            try (var gradients = new Gradients(structure, world, solution, EXACT)) {
                var each = quantities.stream().map(gradients::of).toList();
                for (int k = 0; k < quantities.size(); k++) {
                    double value = read(solution, structure.space(), quantities.get(k));
                    assertThat(each.get(k).value()).isCloseTo(value, within(1e-11));
                    assertThat(each.get(k).residual()).isLessThan(1e-10);
                }
                for (Judgement judgement : scenario.judgements()) {
                    all++;
                    left += compare(structure, solution, judgement, each) ? 0 : 1;
                }
            }
        }
        assertThat(left).as("%s: judgements at a kink, of %d", choice, all).isLessThan(all / 10);
    }

    /// False where a kink lies between.
    private boolean compare(Structure structure, Solution solution, Judgement judgement, List<Gradient> each)
            throws Exception {
        double h = STEP * judgement.middle();
        Solution up = resolved(structure, judgement, h);
        Solution down = resolved(structure, judgement, -h);
        if (Kinks.between(up, solution) + Kinks.between(down, solution) > 0) {
            return false;
        }
        for (int k = 0; k < quantities.size(); k++) {
            Quantity quantity = quantities.get(k);
            double difference =
                    (read(up, structure.space(), quantity) - read(down, structure.space(), quantity)) / (2 * h);
            double slope = each.get(k).slope(judgement);
            if (Double.isNaN(difference)) {
                assertThat(each.get(k).value()).isNaN();
                continue;
            }
            assertThat(slope)
                    .as(
                            "%s by %s, %s",
                            quantity, judgement, structure.space().scenario().choice())
                    .isCloseTo(difference, within(1e-5 * Math.abs(slope) + 1e-9 / judgement.middle()));
        }
        return true;
    }

    private static Solution resolved(Structure structure, Judgement judgement, double by) throws Exception {
        Scenario scenario = structure.space().scenario();
        double[] written =
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
        written[judgement.index()] += by;
        return Equilibrium.solve(structure.game(World.of(scenario, written)), EXACT);
    }

    /// The quantity by other means than slopes are made of; but for a move ever made, which the chain's
    /// own tests check.
    private static double read(Solution solution, StateSpace space, Quantity quantity) {
        Game game = solution.game();
        return switch (quantity) {
            case Quantity.OddsAt(Guard what) ->
                pass(Chain.of(solution), space, what).odds()[0][0][1];
            case Quantity.OddsEver(Guard what) ->
                pass(Chain.of(solution).stoppedAt(space.where(what.test())), space, what)
                        .odds()[0][0][1];
            case Quantity.OddsEverMade(int move) ->
                RateSlopes.of(solution, Functional.everMade(game, move, game.horizon), 1)
                        .value();
            case Quantity.TimeWith(Guard what, TimeUnit unit) ->
                pass(Chain.of(solution), space, what).spent()[0][0][1]
                        / unit.in(space.scenario().clock().unit());
            case Quantity.Play(int move, Optional<Standing> when) ->
                play(
                        solution,
                        space,
                        move,
                        when,
                        pass(Chain.of(solution), space, Guard.ALWAYS).occupation());
        };
    }

    private static Transient pass(Chain chain, StateSpace space, Guard what) {
        double horizon = space.scenario().clock().horizon();
        var classes = List.of(Classes.in(space.where(what.test()), space.size()));
        return Transient.of(chain, new Transient.Question(new double[] {horizon}, classes, horizon), 1);
    }

    private static double play(
            Solution solution, StateSpace space, int move, Optional<Standing> when, double[] occupation) {
        Game game = solution.game();
        double made = 0;
        double open = 0;
        for (int x = 0; x < game.states; x++) {
            int[] board = space.board(x);
            when.ifPresent(standing -> board[standing.row()] = standing.level());
            int there = space.state(board);
            for (int e = there < 0 ? game.plays() : game.playStart[there];
                    e < game.plays() && e < game.playStart[there + 1];
                    e++) {
                if (game.playMove[game.entry(there, e)] == move) {
                    made += occupation[x] * solution.rate()[e];
                    open += occupation[x];
                }
            }
        }
        return open > 0 ? made / open : when.isPresent() ? Double.NaN : 0;
    }

    /// Both sides of a comparison are read over the same boards; where the move is closed it is not made.
    @Test
    void aPlayIsReadBesideAnother() throws Exception {
        Scenario scenario = RandomScenario.scenario(2, Choice.INTENTIONS);
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        Solution solution = Equilibrium.solve(structure.game(world), EXACT);
        try (var gradients = new Gradients(structure, world, solution, EXACT)) {
            var beside = new Standing(1, 0);
            var alone = gradients.of(new Quantity.Play(4, Optional.of(moved)));
            var same = gradients.of(new Quantity.Play(4, Optional.of(moved)), Optional.of(moved), 13.5);
            var other = gradients.of(new Quantity.Play(4, Optional.of(moved)), Optional.of(beside), 13.5);
            assertThat(same.value()).isEqualTo(alone.value());
            assertThat(same.slope()).containsExactly(alone.slope());
            assertThat(other.value()).isLessThanOrEqualTo(alone.value() * (1 + 1e-9));
            assertThat(gradients.of(new Quantity.Play(99, Optional.empty())).value())
                    .isZero();
            assertThat(gradients.of(new Quantity.Play(99, Optional.of(moved))).value())
                    .isNaN();
        }
    }

    @Test
    void oneCallDoesAll() throws Exception {
        Scenario scenario = RandomScenario.scenario(3, Choice.TASTES);
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        Solution solution = Equilibrium.solve(structure.game(world), EXACT);
        Gradient one = Gradient.of(structure, world, solution, quantities.getFirst(), EXACT);
        try (var gradients = new Gradients(structure, world, solution, EXACT.withThreads(2))) {
            assertThat(gradients.of(quantities.getFirst()).slope()).containsExactly(one.slope());
        }
        assertThat(one.truncation()).isLessThan(1e-14);
        var another = Structure.compile(RandomScenario.scenario(2, Choice.TASTES));
        assertThatThrownBy(() -> new Gradients(another, world, solution, EXACT))
                .hasMessage("a solution of another game");
    }
}
