package org.casus.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.casus.app.run.Ties.Opening;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Ties and movers against numbers worked out by hand.
class TiesTest {

    /// Ann may set a fire that bob fears, put it out again, and arm a storm that sets it too; cat may do nothing.
    private static final String FIRE = """
            format: casus/1
            title: A fire
            as_of: 2024-01-01
            clock: {unit: week, horizon: 10}
            defaults: {acts: every week, drifts: every 4 weeks, looks ahead: 20 weeks, sharpness: 10}
            board:
              fire: {levels: [none, small, large], start: none}
              storm: {levels: [calm, armed], start: calm}
            actors:
              ann: {wants: {fire is large: 1}}
              bob: {fears: {fire is small: 2, fire is large: 6}, wants: {fire is none: 0.1 each week}}
              cat: {}
            moves:
              ann/kindle: {if: fire is none, odds: 50%, then: fire to small}
              ann/douse: {if: fire above none, then: fire to none}
              ann/arm: {if: storm is calm, then: storm to armed}
              bob/flee: {if: storm is armed, then: storm to calm}
              cat/never: {dormant: true, if: storm is calm, then: fire to large}
            chance:
              gust: {if: storm is armed and fire is none, rate: every 10 weeks, then: fire to large}
            outcomes: {burnt: fire is large, fine: otherwise}
            """;

    private static Scenario scenario() throws ScenarioException {
        return ScenarioFile.of("fire", "fire.yaml", FIRE).scenario();
    }

    private static Ties.Tie tie(Ties ties, int from, int to) {
        return ties.ties().stream()
                .filter(tie -> tie.from() == from && tie.to() == to)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTieIsWhatTheBestAndTheWorstMoveDo() throws ScenarioException {
        Ties ties = Ties.of(scenario());
        Ties.Tie tie = tie(ties, 0, 1);
        // For ever without fire is worth 0.1 · 20 = 2 to bob. Dousing saves 2 or 6 as well: 2 + 2, 2 + 6, on average 6.
        assertThat(tie.helps().orElseThrow().move()).isEqualTo(1);
        assertThat(tie.helps().orElseThrow().points()).isCloseTo(6, within(1e-12));
        // Kindling costs it 4 in one of two attempts. Arming: within 20 weeks the gust comes with 1 − e^−2, and takes
        // it
        // from 2 points of joy to 6 of fear.
        double arming = -8 * (1 - Math.exp(-2));
        assertThat(tie.harms().orElseThrow().move()).isEqualTo(2);
        assertThat(tie.harms().orElseThrow().points()).isCloseTo(arming, within(1e-12));
        assertThat(arming).isLessThan(-2);
    }

    @Test
    void whatAMoveOpensIsTold() throws ScenarioException {
        assertThat(tie(Ties.of(scenario()), 0, 1).opens()).containsExactly(new Opening(2, 3));
    }

    @Test
    void whoCanDoNothingHasNoTies() throws ScenarioException {
        Ties ties = Ties.of(scenario());
        assertThat(ties.ties()).noneMatch(tie -> tie.from() == 2 || tie.to() == 2);
    }

    @Test
    void moversAreThoseWhoBringARowThere() throws ScenarioException {
        Ties ties = Ties.of(scenario());
        assertThat(ties.movers().get(0).get(0).moves()).containsExactly(1);
        assertThat(ties.movers().get(0).get(1).moves()).containsExactly(0);
        assertThat(ties.movers().get(0).get(2).moves())
                .as("a dormant move moves nothing")
                .isEmpty();
        assertThat(ties.movers().get(0).get(2).events()).isEqualTo(List.of(0));
        assertThat(ties.movers().get(1).get(0).moves()).containsExactly(3);
    }
}
