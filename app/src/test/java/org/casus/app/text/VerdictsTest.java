package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Band;
import org.casus.study.Split;
import org.casus.study.Verdict;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final String TEXT = """
            format: casus/1
            title: A door
            as_of: 2026-01-01
            clock: {unit: week, horizon: 4}
            board: {door: {levels: [shut, open], start: shut}}
            actors: {guard: {wants: {door is shut: 1}}}
            moves: {guard/shut: {if: door is open, costs: 0.1, then: door to shut}}
            defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 6 months, sharpness: 40}
            chance: {wind: {if: door is shut, odds: 5% to 15% each week, then: door to open}}
            outcomes: {open: {if: door is open}, shut: otherwise}
            """;

    private static Verdict depends(Optional<Split> split, OptionalDouble chance) {
        Band band = Band.of(new double[] {0.1, 0.2});
        return new Verdict(
                "c",
                Verdict.Kind.DEPENDS,
                0.5,
                64,
                0,
                band,
                band,
                band,
                Optional.empty(),
                split,
                chance,
                0,
                0,
                Optional.empty());
    }

    /// A split is named, or it is said that there is none, or none that chance would not find.
    @Test
    void whatAVerdictDependsOn() throws Exception {
        Scenario scenario = ScenarioFile.of("door", "door.yaml", TEXT).scenario();
        int odds = scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals("wind odds"))
                .findFirst()
                .orElseThrow()
                .index();
        var split = new Split(odds, 0.1, 32, 0, 32, 32, 0.5);
        assertThat(Verdicts.notes(depends(Optional.of(split), OptionalDouble.of(0.005)), scenario))
                .containsExactly("splits on wind odds at 10%: true in 0% below, 100% above");
        assertThat(Verdicts.notes(depends(Optional.empty(), OptionalDouble.of(0.3)), scenario))
                .containsExactly("no single judgement splits the worlds better than chance would");
        assertThat(Verdicts.notes(depends(Optional.empty(), OptionalDouble.empty()), scenario))
                .containsExactly("no single judgement splits the worlds");
    }
}
