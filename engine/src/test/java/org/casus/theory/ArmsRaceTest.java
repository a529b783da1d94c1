package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmsRaceTest {

    private static final String[] LEVELS = {"low", "middle", "high"};

    /// The file for `n` rivals; for three it says what `examples/theory/arms-race.yaml` says.
    private static Scenario rivals(int n) throws Exception {
        String rows = each(n, i -> "  arms-%d: {levels: [low, middle, high], start: low}\n".formatted(i));
        String actors = each(
                n,
                i -> "  rival-%d: {wants: {arms-%d: {middle: 2, high: 3}}%s}\n"
                        .formatted(i, i, n == 1 ? "" : ", fears: {" + fears(n, i) + "}"));
        String moves = each(
                n,
                i -> "  rival-%d/build: {if: arms-%d below high, costs: 0.2, then: arms-%d up 1}\n".formatted(i, i, i));
        String obsolete = IntStream.rangeClosed(1, n)
                .mapToObj("arms-%d down 1"::formatted)
                .collect(Collectors.joining(" and "));
        return ScenarioFile.of("arms-race-" + n, "arms-race-" + n, """
                format: casus/1
                title: Arms race
                question: How high do they build?
                as_of: 2026-01-01
                clock: {unit: month, horizon: 60}
                defaults: {acts: every 2 months, drifts: every year, looks ahead: 3 years, sharpness: 60}
                board:
                %sactors:
                %smoves:
                %schance:
                  new-generation: {odds: every 10 months, then: %s}
                outcomes:
                  first-high: {if: arms-1 is high}
                  first-below: {if: otherwise}
                """.formatted(rows, actors, moves, obsolete))
                .scenario();
    }

    private static String fears(int n, int i) {
        return IntStream.rangeClosed(1, n)
                .filter(j -> j != i)
                .mapToObj("arms-%d: {middle: 1, high: 1.5}"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String each(int n, java.util.function.IntFunction<String> line) {
        return IntStream.rangeClosed(1, n).mapToObj(line).collect(Collectors.joining());
    }

    @Test
    void theShippedRaceIsTheOneOfThree() throws Exception {
        Solved shipped = Solved.theory("arms-race");
        Solved made = Solved.of(rivals(3));
        assertThat(shipped.solution().value()).isEqualTo(made.solution().value());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void everybodyBuildsAsIfAlone(int n) throws Exception {
        Solved alone = Solved.of(rivals(1));
        Solved race = Solved.of(rivals(n));
        assertThat(race.space().size()).isEqualTo((int) Math.pow(3, n));
        for (String own : new String[] {"low", "middle"}) {
            for (String other : LEVELS) {
                assertThat(race.rate("rival-1/build", "arms-1=" + own, "arms-" + n + "=" + other))
                        .as("%s against %s", own, other)
                        .isCloseTo(alone.rate("rival-1/build", "arms-1=" + own), within(1e-7));
            }
        }
    }

    /// A rival's arms cost one half of what they are worth to it, prices left out: a single builder
    /// without prices to
    /// compare with is the fear itself, so it is summed from the chain of one.
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void whatIsFearedAddsUpOverRivals(int n) throws Exception {
        Solved two = Solved.of(rivals(2));
        Solved alone = Solved.of(rivals(1));
        double feared = alone.value("rival-1") - two.value("rival-1");
        assertThat(feared).isPositive();
        assertThat(Solved.of(rivals(n)).value("rival-1"))
                .isCloseTo(alone.value("rival-1") - (n - 1) * feared, within(1e-6));
    }

    @Test
    void relabellingTheRivalsChangesNothing() throws Exception {
        Solved race = Solved.of(rivals(3));
        assertThat(race.value("rival-2", "arms-1=high", "arms-2=middle"))
                .isCloseTo(race.value("rival-3", "arms-1=high", "arms-3=middle"), within(1e-9));
        assertThat(race.value("rival-1", "arms-1=middle", "arms-3=high"))
                .isCloseTo(race.value("rival-2", "arms-2=middle", "arms-1=high"), within(1e-9));
    }
}
