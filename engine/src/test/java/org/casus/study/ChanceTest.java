package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final int WORLDS = 40;

    private static Scenario scenario() throws Exception {
        return Sample.file("").scenario();
    }

    private static List<World> worlds(Scenario scenario, int count) {
        var drawn = new Grid("east/attack costs", count).of(scenario);
        return IntStream.range(0, count).mapToObj(drawn).toList();
    }

    private static double chance(Scenario scenario, List<World> worlds, boolean[] truth, int leaf) {
        return Split.best(scenario, worlds, truth, leaf)
                .map(split -> Chance.of(scenario, worlds, truth, leaf, split.gain()))
                .orElse(1.0);
    }

    private static boolean[] tossed(long seed, int count) {
        var random = new SplittableRandom(seed);
        boolean[] truth = new boolean[count];
        IntStream.range(0, count).forEach(k -> truth[k] = random.nextInt(3) > 0);
        return truth;
    }

    /// Coins that know nothing of any judgement pass at 5% about once in twenty, though a dozen judgements are tried.
    @Test
    void coinsAreChance() throws Exception {
        Scenario scenario = scenario();
        assertThat(scenario.judgements().stream().filter(Judgement::isRange).count())
                .isGreaterThan(10);
        List<World> worlds = worlds(scenario, WORLDS);
        double[] chances = IntStream.range(0, 200)
                .mapToDouble(seed -> chance(scenario, worlds, tossed(seed, WORLDS), 3))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(chances).filter(p -> p <= Chance.LEVEL).count())
                .as("of 200 coins those below 5%%")
                .isBetween(2L, 20L);
        assertThat(chances[100]).as("median").isBetween(0.35, 0.65);
        assertThat(chances[0]).isGreaterThanOrEqualTo(1.0 / 201);
    }

    /// What follows from one judgement is as far from chance as 200 deals can tell, and so with some noise.
    @Test
    void aCauseIsNoChance() throws Exception {
        Scenario scenario = scenario();
        List<World> worlds = worlds(scenario, WORLDS);
        boolean[] truth = new boolean[WORLDS];
        IntStream.range(0, WORLDS).forEach(k -> truth[k] = k > 22);
        assertThat(chance(scenario, worlds, truth, 3)).isEqualTo(1.0 / 201);
        for (int k : new int[] {5, 12, 30}) {
            truth[k] = !truth[k];
        }
        assertThat(chance(scenario, worlds, truth, 3)).isEqualTo(1.0 / 201);
    }

    /// The same deals, each searched by the split itself.
    @Test
    void everyDealIsSearchedAsTheWorldsWere() throws Exception {
        Scenario scenario = scenario();
        for (long seed = 0; seed < 10; seed++) {
            List<World> worlds = worlds(scenario, 14);
            boolean[] truth = tossed(seed, 14);
            double gain =
                    Split.best(scenario, worlds, truth, 2).map(Split::gain).orElse(0.0);
            var random = new SplittableRandom("chance of a split".hashCode());
            boolean[] dealt = truth.clone();
            int reached = 0;
            for (int deal = 0; deal < 200; deal++) {
                for (int k = 13; k > 0; k--) {
                    int other = random.nextInt(k + 1);
                    boolean kept = dealt[k];
                    dealt[k] = dealt[other];
                    dealt[other] = kept;
                }
                double most =
                        Split.best(scenario, worlds, dealt, 2).map(Split::gain).orElse(0.0);
                reached += most >= gain - 1e-12 ? 1 : 0;
            }
            assertThat(Chance.of(scenario, worlds, truth, 2, gain))
                    .as("seed %d", seed)
                    .isEqualTo((1 + reached) / 201.0);
        }
    }
}
