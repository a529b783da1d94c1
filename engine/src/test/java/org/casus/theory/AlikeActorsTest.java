package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Actors declared alike, where theory says what they do.
class AlikeActorsTest {

    private static final double LAMBDA = 1;
    private static final double MU = 1 / 6.0;
    private static final double RHO = 1 / 20.0;
    private static final long SEED = 1985;

    @Test
    void aDangerIsWorthWhatOneEquationSays() throws Exception {
        Scenario scenario = Solved.file("volunteers").scenario();
        assertThat(Structure.compile(scenario).space().size()).isEqualTo(2);
        assertThat(Structure.compile(scenario.withoutAlike()).space().size()).isEqualTo(5);
        var random = new SplittableRandom(SEED);
        for (int draw = 0; draw < 30; draw++) {
            double danger = random.nextDouble(1, 9);
            double price = random.nextDouble(0.5, 4);
            double sharpness = random.nextDouble(3, 100);
            Map<String, Double> numbers = new LinkedHashMap<>(Map.of("defaults sharpness", sharpness));
            for (String name : List.of("first", "second", "third", "fourth")) {
                numbers.put(name + " fears danger is there", danger);
                numbers.put(name + "/act costs", price);
            }
            Solved solved = Solved.of(scenario, numbers);
            double value = value(4, danger, price, sharpness);
            for (String name : List.of("first", "second", "third", "fourth")) {
                assertThat(solved.value(name))
                        .as("seed %d, draw %d", SEED, draw)
                        .isCloseTo(value, within(1e-7));
                assertThat(solved.rate(name + "/act"))
                        .as("seed %d, draw %d", SEED, draw)
                        .isCloseTo(rate(price, sharpness, value), within(1e-6));
            }
        }
    }

    @Test
    void theMoreThereAreTheLessEachDoes() throws Exception {
        double before = Double.POSITIVE_INFINITY;
        for (int n = 2; n <= 12; n++) {
            Solved solved = Solved.of(volunteers(n));
            assertThat(solved.space().size()).isEqualTo(2);
            double rate = solved.rate("ally-1/act");
            assertThat(rate).isLessThan(before).isCloseTo(rate(2, 20, value(n, 5, 2, 20)), within(1e-6));
            before = rate;
        }
    }

    /// V where the danger is there: the equation's left side less its right rises in V.
    private static double value(int n, double danger, double price, double sharpness) {
        double low = -danger;
        double high = 0;
        while (high - low > 1e-13) {
            double v = (low + high) / 2;
            double h = rate(price, sharpness, v);
            double left = (RHO + (n - 1) * h) * v + RHO * danger - h * Math.max(0, -price - v);
            if (left > 0) {
                high = v;
            } else {
                low = v;
            }
        }
        return low;
    }

    private static double rate(double price, double sharpness, double value) {
        double w = MU / LAMBDA * Math.pow(sharpness, -price - value);
        return LAMBDA * w / (1 + w);
    }

    private static Scenario volunteers(int n) throws Exception {
        String names = each(n, ", ", "ally-%1$d");
        return ScenarioFile.of("volunteers", "volunteers", """
                format: casus/1
                title: Volunteers
                as_of: 2026-01-01
                clock: {unit: month, horizon: 12}
                defaults: {acts: every month, drifts: every 6 months, looks ahead: 20 months, sharpness: 20}
                alike: [%s]
                board: {danger: {levels: [there, gone], start: there}}
                actors:
                %s
                moves:
                %s
                outcomes: {averted: {if: danger is gone, final: true}, in-danger: otherwise}
                """.formatted(
                        names,
                        each(n, "\n", "  ally-%1$d: {fears: {danger is there: 5}}"),
                        each(n, "\n", "  ally-%1$d/act: {if: danger is there, costs: 2, then: danger to gone}")))
                .scenario();
    }

    /// What others have is only added to what one has, so one's rate of building is that of a rival alone,
    /// whatever the others do: eight are 45 states and not 6,561.
    @Test
    void rivalsWhosePayoffsAddUpBuildAsOneAlone() throws Exception {
        Solved eight = Solved.of(rivals(8, true));
        Solved alone = Solved.of(rivals(1, false));
        assertThat(eight.space().size()).isEqualTo(45);
        var game = eight.solution().game();
        var scenario = eight.space().scenario();
        for (int x = 0; x < eight.space().size(); x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int own = eight.space().level(x, game.playActor[game.entry(x, e)]);
                String level = scenario.rows().getFirst().levels().get(own);
                assertThat(eight.solution().rate()[e])
                        .isCloseTo(alone.rate("rival-1/build", "arms-rival-1=" + level), within(1e-7));
            }
        }
    }

    private static Scenario rivals(int n, boolean alike) throws Exception {
        return ScenarioFile.of("rivals", "rivals", """
                format: casus/1
                title: Rivals
                as_of: 2026-01-01
                clock: {unit: month, horizon: 60}
                defaults: {acts: every 2 months, drifts: every year, looks ahead: 3 years, sharpness: 60}
                %sboard:
                %s
                actors:
                %s
                moves:
                %s
                chance: {new-generation: {odds: every 10 months, then: "%s"}}
                outcomes: {all-low: "%s", armed: otherwise}
                """.formatted(
                                alike ? "alike: [" + each(n, ", ", "rival-%1$d") + "]\n" : "",
                                each(n, "\n", "  arms-rival-%1$d: {levels: [low, middle, high], start: low}"),
                                IntStream.rangeClosed(1, n)
                                        .mapToObj(k -> "  rival-" + k + ": {wants: {arms-rival-" + k
                                                + ": {middle: 2, high: 3}}, fears: {" + fears(n, k) + "}}")
                                        .collect(Collectors.joining("\n")),
                                each(
                                        n,
                                        "\n",
                                        "  rival-%1$d/build: {if: arms-rival-%1$d below high, costs: 0.2,"
                                                + " then: arms-rival-%1$d up 1}"),
                                each(n, " and ", "arms-rival-%1$d down 1"),
                                each(n, " and ", "arms-rival-%1$d is low")))
                .scenario();
    }

    private static String fears(int n, int own) {
        return IntStream.rangeClosed(1, n)
                .filter(k -> k != own)
                .mapToObj("arms-rival-%d: {middle: 1, high: 1.5}"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String each(int n, String between, String text) {
        return IntStream.rangeClosed(1, n).mapToObj(text::formatted).collect(Collectors.joining(between));
    }
}
