package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DormancyTest {

    private static boolean keeps(Scenario scenario, String row, String level) {
        Row found = Samples.row(scenario, row);
        return Dormancy.of(scenario).keeps(found.index(), found.levels().indexOf(level));
    }

    @Test
    void whatOnlyADormantMoveComesToIsKept() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours());
        assertThat(keeps(scenario, "stance", "public")).isTrue();
        assertThat(keeps(scenario, "stance", "sworn")).isFalse();
        assertThat(keeps(scenario, "war", "offensive")).isFalse();
        assertThat(Dormancy.of(scenario)
                        .keeps(Samples.move(scenario, "east/swear").when()))
                .isFalse();
    }

    @Test
    void soIsWhatFollowsFromIt() throws Exception {
        String text = Samples.neighbours(
                "  east/swear: {if: pact is due,",
                "  east/swear: {if: stance is public,",
                "then: war to truce}\nmoves",
                "then: war to truce, dormant: true}\nmoves");
        Scenario scenario = Samples.scenario(text);
        assertThat(keeps(scenario, "stance", "sworn")).isTrue();
        assertThat(Dormancy.of(scenario)
                        .keeps(Samples.move(scenario, "east/swear").when()))
                .isTrue();
        Row talks = scenario.rows().get(scenario.agreements().getFirst().table());
        assertThat(talks.levels().size()).isGreaterThan(2);
        assertThat(IntStream.range(1, talks.levels().size())
                        .allMatch(level -> Dormancy.of(scenario).keeps(talks.index(), level)))
                .isTrue();
        assertThat(keeps(scenario, "war", "truce")).as("nothing else ends it").isTrue();
    }

    @Test
    void effectsInARowAddUp() throws Exception {
        String text = Samples.neighbours(
                "  east/recognise: {dormant: true, costs: 1, then: stance to public}",
                "  east/recognise: {dormant: true, costs: 1, if: war is truce, then: war up 1 and war up 1}",
                "incident: {odds: 5% each week per guess, times: {war is truce: 0.5}, then: war up 1}",
                "incident: {odds: 5% each week per guess, then: war to truce}",
                "  north/attack: {if: war below offensive, costs: 1 to 2 per guess, then: war up 1}",
                "  north/attack: {if: war is truce, costs: 1 to 2 per guess, then: nothing}");
        assertThat(keeps(Samples.scenario(text), "war", "offensive")).isTrue();
    }
}
