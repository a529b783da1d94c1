package org.casus.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.casus.chain.RandomScenario;
import org.casus.equilibrium.Adjoint;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Choice;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// States of a kind share one list. Nothing that is computed may depend on that.
class SharedListsTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void solvingListsSharedAndApartGivesTheSameBits(long seed) throws Exception {
        for (Choice choice : Choice.values()) {
            Scenario scenario = RandomScenario.scenario(seed, choice);
            World world = World.middle(scenario);
            Structure shared = Structure.compile(scenario);
            Structure apart = Structure.compileApart(scenario);
            Game one = shared.game(world);
            Game other = apart.game(world);
            assertThat(other.kinds()).isEqualTo(other.states);
            assertThat(one.kinds()).isLessThanOrEqualTo(one.states);
            assertThat(one.same(other)).as("seed %d, %s", seed, choice).isTrue();
            assertThat(one.sameChain(other)).as("seed %d, %s", seed, choice).isTrue();
            Solution a = Equilibrium.solve(one, SETTINGS);
            Solution b = Equilibrium.solve(other, SETTINGS);
            assertThat(a.value()).as("seed %d, %s", seed, choice).isEqualTo(b.value());
            assertThat(a.worth()).as("seed %d, %s", seed, choice).isEqualTo(b.worth());
            assertThat(a.rate()).as("seed %d, %s", seed, choice).isEqualTo(b.rate());
            double[] slope = slopes(shared, world, a, seed);
            double most = Arrays.stream(slope).map(Math::abs).max().orElse(0);
            assertThat(slope)
                    .as("slopes, seed %d, %s", seed, choice)
                    .containsExactly(slopes(apart, world, b, seed), within(1e-9 * Math.max(1, most)));
        }
    }

    private static double[] slopes(Structure structure, World world, Solution solution, long seed) {
        var random = new SplittableRandom(seed);
        double[] byRate = random.doubles(solution.game().plays(), -1, 1).toArray();
        try (var adjoint = new Adjoint(solution, SETTINGS)) {
            return structure.slopes(world, adjoint.solve(byRate).slopes());
        }
    }

    /// Rows that only their own moves look at: each row's ends and middle make the kinds, however
    /// many levels.
    @Test
    void kindsDoNotMultiplyWithLevels() throws Exception {
        Game few = ladders(4);
        Game many = ladders(9);
        assertThat(few.states).isEqualTo(4 * 4 * 4);
        assertThat(many.states).isEqualTo(9 * 9 * 9);
        assertThat(few.kinds()).isEqualTo(27);
        assertThat(many.kinds()).isEqualTo(27);
        assertThat(many.bytes()).isLessThan(many.states * 100L + 12_000);
        assertThat(many.same(few)).isFalse();
        assertThat(many.same(many.sharpened(1))).isTrue();
        assertThat(many.same(many.sharpened(2))).isFalse();
        assertThat(many.sameChain(many.sharpened(2))).isTrue();
        for (int x = 0; x < many.states; x++) {
            int kind = many.kind[x];
            for (int e = many.playStart[x]; e < many.playStart[x + 1]; e++) {
                assertThat(many.entry(x, e)).isBetween(many.listStart[kind], many.listStart[kind + 1] - 1);
            }
        }
    }

    /// What is written out state by state is the same game, and has a kind for each state.
    @Test
    void writtenOutItIsTheSameGame() throws Exception {
        Game game = ladders(5);
        Game.Builder out = Game.Builder.of(game);
        out.playWeight = new double[0];
        Game again = out.build();
        assertThat(again.kinds()).isEqualTo(again.states);
        assertThat(again.same(game)).isTrue();
        assertThat(again.transitions()).isEqualTo(game.transitions());
        out.leadOdds[3] *= 0.5;
        assertThat(out.build().sameChain(game)).isFalse();
    }

    private static Game ladders(int levels) throws Exception {
        var names = new StringBuilder("bottom");
        for (int k = 1; k < levels; k++) {
            names.append(", step-").append(k);
        }
        var text = new StringBuilder("""
                format: casus/1
                title: Ladders
                as_of: 2020-01-01
                clock: {unit: week, horizon: 10}
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 30}
                """);
        String[] who = {"ann", "bob", "carl"};
        text.append("board:\n");
        for (String name : who) {
            text.append("  row-" + name + ": {levels: [" + names + "], start: bottom}\n");
        }
        text.append("actors:\n");
        for (String name : who) {
            text.append("  " + name + ": {wants: {row-" + name + " above bottom: 2}}\n");
        }
        text.append("moves:\n");
        for (String name : who) {
            text.append("  " + name + "/up: {costs: 0.2, odds: 60%, then: row-" + name + " up 1}\n");
            text.append("  " + name + "/down: {costs: 0.1, then: row-" + name + " down 1}\n");
        }
        text.append("outcomes: {all: otherwise}\n");
        Scenario scenario =
                ScenarioFile.of("ladders", "ladders.yaml", text.toString()).scenario();
        return Structure.compile(scenario).game(World.middle(scenario));
    }
}
