package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.chain.RandomScenario;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.equilibrium.Tangent;
import org.casus.equilibrium.Tangent.Side;
import org.casus.game.Structure;
import org.casus.scenario.Choice;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TangentsTest {

    private static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-13);
    private static final Settings FINE = EXACT.withTolerance(1e-8);
    /// Points by which two ways to the same values may differ, of values of a hundred or so.
    private static final double ROUNDING = 1e-8;
    private static final Path THEORY = Path.of("..", "examples", "theory");

    /// A scenario solved in its middle world.
    private record Middle(Scenario scenario, Structure structure, Solution solution) {

        static Middle of(Scenario scenario) throws Exception {
            var structure = Structure.compile(scenario);
            return new Middle(
                    scenario, structure, Equilibrium.solve(structure.game(World.middle(scenario)), EXACT));
        }

        Tangents tangents(Settings settings) {
            return new Tangents(structure, World.middle(scenario), solution, settings);
        }

        List<Judgement> ranges() {
            return scenario.judgements().stream().filter(Judgement::isRange).toList();
        }

        /// The world in which judgements, by index, are so much more than in the middle.
        World moved(Map<Integer, Double> by) {
            double[] written = scenario.judgements().stream()
                    .mapToDouble(each -> each.middle() + by.getOrDefault(each.index(), 0.0))
                    .toArray();
            return World.of(scenario, written);
        }

        Solution resolved(World there) throws Exception {
            return Equilibrium.solveFrom(structure.game(there), EXACT, solution.value());
        }
    }

    private static double largest(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static double apart(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return largest(difference);
    }

    /// The tangent by a judgement against a central difference of complete re-solves; false where a kink lies
    /// between.
    private static boolean compare(Middle middle, Tangents tangents, Judgement judgement, double h, String name)
            throws Exception {
        Solution up = middle.resolved(middle.moved(Map.of(judgement.index(), h)));
        Solution down = middle.resolved(middle.moved(Map.of(judgement.index(), -h)));
        if (Kinks.between(up, middle.solution) + Kinks.between(down, middle.solution) > 0) {
            return false;
        }
        Tangent tangent = tangents.along(judgement);
        double[] difference = new double[tangent.slope().length];
        for (int k = 0; k < difference.length; k++) {
            difference[k] = (up.value()[k] - down.value()[k]) / (2 * h);
        }
        double floor = 1e-12 * largest(middle.solution.value()) / h;
        assertThat(apart(tangent.slope(), difference))
                .as("%s, %s", name, judgement.id())
                .isLessThan(1e-5 * largest(difference) + floor);
        return true;
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void tangentsAreThoseOfCompleteResolves(Choice choice) throws Exception {
        Middle middle = Middle.of(RandomScenario.scenario(2, choice));
        Tangents tangents = middle.tangents(FINE);
        int left = 0;
        for (Judgement judgement : middle.ranges()) {
            double h = 3e-4 * judgement.middle();
            left += compare(middle, tangents, judgement, h, "seed 2, " + choice) ? 0 : 1;
        }
        assertThat(left).isLessThan(middle.ranges().size() / 10);
    }

    @Test
    void andInTheGamesOfTheory() throws Exception {
        int compared = 0;
        try (var files = Files.list(THEORY)) {
            for (Path file : files.sorted().toList()) {
                Scenario scenario = ScenarioFile.load(file).scenario();
                if (!scenario.alike().isEmpty()) {
                    continue; // whose numbers cannot be moved one by one
                }
                Middle middle = Middle.of(scenario);
                Tangents tangents = middle.tangents(FINE);
                for (Judgement judgement : middle.ranges()) {
                    double h = 1e-5 * (judgement.high() - judgement.low());
                    boolean inside = judgement.middle() - h > judgement.low() && judgement.middle() + h < judgement.high();
                    compared += inside && compare(middle, tangents, judgement, h, file.toString()) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(8);
    }

    /// Half as far, a quarter of the error: by one judgement and by two at once.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void theErrorIsOfSecondOrder(Choice choice) throws Exception {
        Middle middle = Middle.of(RandomScenario.scenario(3, choice));
        Tangents tangents = middle.tangents(FINE);
        List<Judgement> ranges = middle.ranges();
        int told = 0;
        for (int k = 0; k < ranges.size(); k++) {
            double[] error = new double[3];
            boolean smooth = true;
            for (int half = 0; half < error.length; half++) {
                double share = 0.02 / (1 << half);
                var by = new TreeMap<Integer, Double>();
                double[] predicted = middle.solution.value().clone();
                for (int moved = k; moved <= Math.min(k + k % 2, ranges.size() - 1); moved++) {
                    Judgement judgement = ranges.get(moved);
                    double far = share * (judgement.high() - judgement.low());
                    by.put(judgement.index(), far);
                    double[] slope = tangents.along(judgement).slope();
                    Arrays.setAll(predicted, j -> predicted[j] + far * slope[j]);
                }
                Solution resolved = middle.resolved(middle.moved(by));
                smooth &= Kinks.between(resolved, middle.solution) == 0;
                error[half] = apart(predicted, resolved.value());
            }
            if (smooth && error[2] > 1e-9 * largest(middle.solution.value())) {
                assertThat(error[0] / error[1]).as("%s, %s", choice, ranges.get(k)).isCloseTo(4, within(0.4));
                assertThat(error[1] / error[2]).as("%s, %s", choice, ranges.get(k)).isCloseTo(4, within(0.2));
                told++;
            }
        }
        assertThat(told).as("%s", choice).isGreaterThan(ranges.size() / 4);
    }

    @Test
    void anyNumberOfThreadsAndAnyOrderGiveTheSameBits() throws Exception {
        Middle middle = Middle.of(RandomScenario.scenario(3, Choice.INTENTIONS));
        Judgement first = middle.ranges().get(0);
        Judgement other = middle.ranges().get(4);
        World there = middle.moved(Map.of(
                first.index(), 0.1 * (first.high() - first.middle()),
                other.index(), 0.1 * (other.low() - other.middle())));
        Tangents one = middle.tangents(FINE);
        Tangents three = middle.tangents(FINE.withThreads(3));
        three.along(other);
        assertThat(three.values(there).orElseThrow())
                .containsExactly(one.values(there).orElseThrow());
        assertThat(one.values(World.middle(middle.scenario)).orElseThrow()).containsExactly(middle.solution.value());
    }

    /// At the end of the range, where it is used at all, the tangent is bent by a Newton step: mostly nearer to
    /// what is solved there than it leads by itself.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void atTheEndsItIsBent(Choice choice) throws Exception {
        Middle middle = Middle.of(RandomScenario.scenario(2, choice));
        Tangents tangents = middle.tangents(FINE);
        int ends = 0;
        int nearer = 0;
        for (Judgement judgement : middle.ranges()) {
            for (double end : new double[] {judgement.low(), judgement.high()}) {
                World there = middle.moved(Map.of(judgement.index(), end - judgement.middle()));
                double[] straight = middle.solution.value().clone();
                double[] slope = tangents.along(judgement).slope();
                for (int k = 0; k < straight.length; k++) {
                    straight[k] += (end - judgement.middle()) * slope[k];
                }
                var step = Tangent.correction(
                        middle.structure.game(there), middle.solution.value(), straight, FINE);
                var values = tangents.values(there);
                assertThat(values.isPresent())
                        .as("%s at %s", judgement.id(), end)
                        .isEqualTo(step.share() <= 2);
                if (values.isPresent()) {
                    double[] exact = middle.resolved(there).value();
                    ends++;
                    nearer += apart(values.get(), exact) <= apart(straight, exact) + ROUNDING ? 1 : 0;
                }
            }
        }
        assertThat(ends).isGreaterThan(middle.ranges().size());
        assertThat(nearer).isGreaterThan(9 * ends / 10);
    }

    /// The numbers of alike actors move together.
    @Test
    void alikeActorsStayAlike() throws Exception {
        String text = Files.readString(Path.of("src/test/resources/alike.yaml"));
        Middle middle = Middle.of(Sample.of(text).scenario());
        Tangents tangents = middle.tangents(FINE);
        double[] error = new double[2];
        for (int half = 0; half < error.length; half++) {
            var by = new TreeMap<Integer, Double>();
            for (Judgement judgement : middle.ranges()) {
                if (judgement.id().contains(" wants ")) {
                    by.put(judgement.index(), 0.1 / (1 << half));
                }
            }
            assertThat(by).hasSize(3);
            World there = middle.moved(by);
            error[half] = apart(
                    tangents.values(there).orElseThrow(), middle.resolved(there).value());
        }
        assertThat(error[0]).isGreaterThan(1e-7);
        assertThat(error[0] / error[1]).isCloseTo(4, within(0.5));
    }

    @Test
    void whatIsNoNeighbourIsRefused() throws Exception {
        Middle middle = Middle.of(RandomScenario.scenario(2, Choice.MISTAKES));
        var own = middle.solution.game();
        var other = Middle.of(RandomScenario.scenario(4, Choice.MISTAKES)).solution.game();
        assertThatThrownBy(() -> Tangent.of(middle.solution, new Side(other, 1), new Side(own, 1), FINE))
                .hasMessageContaining("of another size");
        assertThatThrownBy(() -> Tangent.of(middle.solution, new Side(own, 0), new Side(own, 0), FINE))
                .hasMessageContaining("no step");
    }
}
