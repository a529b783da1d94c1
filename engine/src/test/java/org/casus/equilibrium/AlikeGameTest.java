package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.casus.chain.Forecast;
import org.casus.chain.Forecasts;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.game.Symmetric;
import org.casus.game.Unfolding;
import org.casus.scenario.Judgement;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.study.Gradient;
import org.casus.study.Gradients;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A game whose states stand for all orders of alike actors has the values, odds and slopes of the whole game.
class AlikeGameTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1).withTolerance(1e-12);
    private static final Offset<Double> SAME = Offset.offset(1e-9);

    /// One scenario solved both ways.
    private record Pair(Structure folded, Solution of, Structure whole, Solution all) {

        static Pair of(long seed) throws Exception {
            Scenario scenario = Symmetric.scenario(seed);
            var folded = Structure.compile(scenario);
            var whole = Structure.compileWhole(scenario);
            assertThat(folded.space().size()).isLessThan(whole.space().size());
            assertThat(folded.space().boards()).isEqualTo(whole.space().size());
            World middle = World.middle(scenario);
            return new Pair(
                    folded,
                    Equilibrium.solve(folded.game(middle), SETTINGS),
                    whole,
                    Equilibrium.solve(whole.game(middle), SETTINGS));
        }
    }

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(0, 24).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheSameValuesAndWorth(long seed) throws Exception {
        Pair pair = Pair.of(seed);
        double[] value = Unfolding.values(pair.folded.space(), pair.of.value(), pair.whole.space());
        double[] worth = Unfolding.values(pair.folded.space(), pair.of.worth(), pair.whole.space());
        assertThat(value).as("seed %d", seed).containsExactly(pair.all.value(), SAME);
        assertThat(worth).as("seed %d", seed).containsExactly(pair.all.worth(), SAME);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheSameForecast(long seed) throws Exception {
        Pair pair = Pair.of(seed);
        Forecast some = Forecasts.of(pair.of, pair.folded.space(), new double[] {1, 4}, 1);
        Forecast all = Forecasts.of(pair.all, pair.whole.space(), new double[] {1, 4}, 1);
        for (int t = 0; t < all.times().length; t++) {
            assertThat(some.outcomes()[t]).as("seed %d", seed).containsExactly(all.outcomes()[t], SAME);
            for (int row = 0; row < all.levels()[t].length; row++) {
                assertThat(some.levels()[t][row]).as("seed %d", seed).containsExactly(all.levels()[t][row], SAME);
                assertThat(some.spentOnLevels()[t][row])
                        .as("seed %d", seed)
                        .containsExactly(all.spentOnLevels()[t][row], SAME);
            }
        }
        assertThat(some.played()).hasSameSizeAs(all.played());
        for (int k = 0; k < all.played().size(); k++) {
            assertThat(some.played().get(k).move())
                    .isEqualTo(all.played().get(k).move());
            assertThat(some.played().get(k).actor())
                    .isEqualTo(all.played().get(k).actor());
            assertThat(some.played().get(k).times())
                    .as("seed %d", seed)
                    .isCloseTo(all.played().get(k).times(), SAME);
            assertThat(some.played().get(k).rate())
                    .as("seed %d", seed)
                    .isCloseTo(all.played().get(k).rate(), SAME);
        }
        for (int k = 0; k < all.entries().size(); k++) {
            assertThat(some.entries().get(k).byActor())
                    .as("seed %d", seed)
                    .containsExactly(all.entries().get(k).byActor(), SAME);
            assertThat(some.entries().get(k).byEvent())
                    .as("seed %d", seed)
                    .containsExactly(all.entries().get(k).byEvent(), SAME);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheSameSlopes(long seed) throws Exception {
        Pair pair = Pair.of(seed);
        Scenario scenario = pair.folded.space().scenario();
        World middle = World.middle(scenario);
        try (var some = new Gradients(pair.folded, middle, pair.of, SETTINGS);
                var all = new Gradients(pair.whole, middle, pair.all, SETTINGS)) {
            for (Quantity quantity : List.of(
                    new Quantity.OddsAt(scenario.outcomes().getFirst().when()),
                    scenario.scores().getFirst().quantity(),
                    scenario.scores().getLast().quantity())) {
                Gradient here = some.of(quantity);
                Gradient there = all.of(quantity);
                assertThat(here.value()).as("seed %d", seed).isCloseTo(there.value(), SAME);
                for (Judgement judgement : scenario.judgements()) {
                    assertThat(here.slope(judgement))
                            .as("seed %d, %s", seed, judgement.id())
                            .isCloseTo(there.slope(judgement), Offset.offset(1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFieldIsThatOfTheWholeGame(long seed) throws Exception {
        Scenario scenario = Symmetric.scenario(seed);
        World middle = World.middle(scenario);
        var folded = Structure.compile(scenario);
        var whole = Structure.compileWhole(scenario);
        Game game = folded.game(middle);
        var random = new java.util.Random(seed);
        double[] value = symmetric(
                game,
                random.doubles(Math.multiplyExact(game.states, game.actors), -3, 3)
                        .toArray());
        double[] all = Unfolding.values(folded.space(), value, whole.space());
        double[] here = field(game, value);
        double[] there = field(whole.game(middle), all);
        assertThat(Unfolding.values(folded.space(), here, whole.space()))
                .as("seed %d", seed)
                .containsExactly(there, Offset.offset(1e-12));
    }

    /// Those whom a state does not tell apart have the same: [Workspace#pad] sees to it.
    private static double[] symmetric(Game game, double[] value) {
        try (var work = new Workspace(game, SETTINGS)) {
            return plain(game, work, work.pad(value));
        }
    }

    private static double[] plain(Game game, Workspace work, double[] padded) {
        double[] plain = new double[game.states * game.actors];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(padded, x * work.layout.lanes, plain, x * game.actors, game.actors);
        }
        return plain;
    }

    /// Two who both want the same and neither wants to be alone with it: whoever moves first leaves the other out,
    /// and the sharper they are the nearer the even play is to one that tells them apart.
    @org.junit.jupiter.api.Test
    void valuesAreEvenWhereNobodyIsToldApart() throws Exception {
        for (double sharpness : new double[] {5, 50, 500, 5000}) {
            Scenario scenario = Symmetric.chicken(sharpness);
            var folded = Structure.compile(scenario);
            Solution some = Equilibrium.solve(folded.game(World.middle(scenario)), SETTINGS);
            int start = folded.space().start() * 2;
            assertThat(some.value()[start]).isEqualTo(some.value()[start + 1]);
            var whole = Structure.compileWhole(scenario);
            double[] all = Unfolding.values(folded.space(), some.value(), whole.space());
            double[] field = field(whole.game(World.middle(scenario)), all);
            assertThat(field)
                    .as("sharpness %s", sharpness)
                    .containsExactly(new double[field.length], Offset.offset(1e-9));
        }
    }

    private static double[] field(Game game, double[] value) {
        try (var work = new Workspace(game, SETTINGS)) {
            double[] padded = new double[work.layout.size()];
            work.field.evaluate(work.pad(value), padded);
            return plain(game, work, padded);
        }
    }

    /// Without set-backs nobody comes back: quick solves go part by part, each with seats of its own.
    @org.junit.jupiter.api.Test
    void partsKeepTheirSeats() throws Exception {
        Scenario scenario = Symmetric.oneWayRace(8, 7);
        Game game = Structure.compile(scenario).game(World.middle(scenario));
        assertThat(org.casus.game.Parts.of(game)).hasSizeGreaterThan(1);
        Solution quick = Equilibrium.solveQuickly(game, SETTINGS);
        Solution all = Equilibrium.solve(game, SETTINGS);
        assertThat(quick.value()).containsExactly(all.value(), SAME);
    }
}
