package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class CarryOverTest {

    private static final String WATCHED = "policies: {watched: {allow: [north/send-watch]}}\n";

    private static double[] random(long seed, int size) {
        var random = new SplittableRandom(seed);
        double[] v = new double[size];
        Arrays.setAll(v, k -> 10 * random.nextDouble() - 5);
        return v;
    }

    private static CarryOver between(Variant before, Variant after) {
        return new CarryOver(
                before.structure().space(),
                after.structure().space(),
                after.structure().game(after.middle()));
    }

    /// A variant that changes nothing starts where the scenario as it is ends.
    @Test
    void theSameScenarioIsCarriedOverWhole() throws Exception {
        ScenarioFile file = Sample.file(WATCHED);
        Variant asIs = Sample.variant(file, "");
        int size = asIs.structure().space().size() * asIs.scenario().actors().size();
        double[] middle = random(1, size);
        double[] there = random(2, size);
        assertThat(between(asIs, asIs).start(middle, middle, there)).containsExactly(there, within(1e-12));
    }

    /// Against boards matched by the words of their levels, and jumps followed one by one.
    @Test
    void whatCouldNotBeReachedMovesAsItsNeighbours() throws Exception {
        ScenarioFile file = Sample.file(WATCHED);
        Variant asIs = Sample.variant(file, "");
        Variant watched = Sample.variant(file, "watched");
        StateSpace space = watched.structure().space();
        Game game = watched.structure().game(watched.middle());
        int n = 3;
        double[] middle = random(3, space.size() * n);
        double[] asIsMiddle = random(4, asIs.structure().space().size() * n);
        double[] there = random(5, asIsMiddle.length);
        double[] start = between(asIs, watched).start(middle, asIsMiddle, there);
        Map<String, Integer> boards = new HashMap<>();
        for (int x = 0; x < asIs.structure().space().size(); x++) {
            boards.put(words(asIs.structure().space(), x), x);
        }
        Map<Integer, double[]> moved = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int x = 0; x < space.size(); x++) {
            Integer same = boards.get(words(space, x));
            if (same == null) {
                open.add(x);
            } else {
                double[] by = new double[n];
                Arrays.setAll(by, i -> there[same * n + i] - asIsMiddle[same * n + i]);
                moved.put(x, by);
            }
        }
        assertThat(open).isNotEmpty();
        assertThat(moved).isNotEmpty();
        while (!open.isEmpty()) {
            Map<Integer, double[]> news = new HashMap<>();
            for (int x : open) {
                List<double[]> like = IntStream.range(0, space.size())
                        .filter(y ->
                                targets(game, x).contains(y) || targets(game, y).contains(x))
                        .boxed()
                        .filter(moved::containsKey)
                        .map(moved::get)
                        .toList();
                if (!like.isEmpty()) {
                    double[] by = new double[n];
                    like.forEach(one -> Arrays.setAll(by, i -> by[i] + one[i] / like.size()));
                    news.put(x, by);
                }
            }
            assertThat(news).isNotEmpty();
            moved.putAll(news);
            open.removeAll(news.keySet());
        }
        double[] expected = new double[start.length];
        moved.forEach((x, by) -> {
            for (int i = 0; i < n; i++) {
                expected[x * n + i] = middle[x * n + i] + by[i];
            }
        });
        assertThat(start).containsExactly(expected, within(1e-12));
    }

    /// A row that is gone counts as it was at the start.
    @Test
    void actorsAndRowsAreMatchedByName() throws Exception {
        ScenarioFile file = Sample.file(WATCHED);
        Variant asIs = Sample.variant(file, "");
        Variant watched = Sample.variant(file, "watched");
        var alike = new Alike(watched.structure().space(), asIs.structure().space());
        assertThat(alike.actors()).containsExactly(0, 1, 2);
        assertThat(alike.states()).as("whatever could be reached still can").doesNotContain(Alike.NONE);
        assertThat(alike.moves()).doesNotContain(Alike.NONE);
    }

    private static List<Integer> targets(Game game, int x) {
        List<Integer> targets = new ArrayList<>();
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                targets.add(game.leadTo(x, l));
            }
        }
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            targets.add(game.chanceTo(x, k));
        }
        return targets.stream().distinct().toList();
    }

    private static String words(StateSpace space, int x) {
        var words = new StringBuilder();
        for (int row = 0; row < space.scenario().rows().size(); row++) {
            var known = space.scenario().rows().get(row);
            words.append(known.id()).append('=').append(known.levels().get(space.level(x, row)));
            words.append(' ');
        }
        return words.toString();
    }
}
