package org.casus.study;

import java.util.List;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// A small crisis of two neighbours with everything a study looks at, and others by changing its text.
final class Sample {

    static final String TEXT = """
            format: casus/1
            title: Two neighbours
            as_of: 2026-01-01
            clock: {unit: week, horizon: 12}
            defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 6 months, sharpness: 20 to 80 around 40}
            places: {border: {}}
            board:
              war: {levels: [truce, skirmish, offensive], start: offensive, at: border, attack: skirmish by east or west}
              line: {levels: [old, new], start: old}
              mood: {levels: [calm, angry], start: calm}
              watch: {levels: [absent, present], start: absent}
            actors:
              east: {wants: {line is new: 2 to 6}, fears: {war is offensive: 0.1 to 0.3 each week, watch is present: 0.5}}
              west: {fears: {line is new: 3 to 5, war is offensive: 0.1 to 0.3 each week}}
              north: {wants: {war is truce: 2 to 4}}
            agreements:
              ceasefire:
                between: [east, west]
                if: war above truce
                brokers: {north: 40% to 80%}
                brokering costs: {north: 0.1}
                signing costs: {east: 0.2 to 0.6}
                lapses: 50% each week
                then: war to truce
            moves:
              east/attack: {if: war below offensive, costs: 0.3 to 0.9, then: war to offensive}
              west/attack: {if: war below offensive, costs: 0.8, then: war to offensive}
              north/send-watch: {if: war is truce and watch is absent, costs: 0.4, odds: 70%, then: watch to present, dormant: true}
              west/rage: {if: mood is calm, costs: 0.1, then: mood to angry}
            chance:
              breakthrough: {if: war is offensive and line is old, odds: 5% to 15% each week, then: line to new}
              flare: {if: war is truce, odds: 10% to 30% each week, times: {watch is present: 0.2}, then: war to skirmish}
              cool: {if: mood is angry, odds: 20% each week, then: mood to calm}
            outcomes:
              dictated: {if: line is new and war is truce}
              fighting: {if: war above truce}
              peace: otherwise
            """;

    private Sample() {}

    /// The sample with more sections after it.
    static ScenarioFile file(String more) throws ScenarioException {
        return of(TEXT + more.stripIndent());
    }

    static ScenarioFile of(String text) throws ScenarioException {
        return ScenarioFile.of("sample", "sample.yaml", text);
    }

    static Variant variant(ScenarioFile file, String policy) throws Exception {
        return Variant.of(file, policy.isEmpty() ? new Setting.AsIs() : new Setting.Under(policy));
    }

    static Variant without(ScenarioFile file, String... ids) throws Exception {
        return Variant.of(file, new Setting.Without(List.of(ids)));
    }

    /// The middle world solved.
    static Solution solved(Variant variant) throws Exception {
        return Equilibrium.solve(
                variant.structure().game(variant.middle()), Settings.standard().withThreads(1));
    }

    static int move(Scenario scenario, String id) {
        return scenario.moves().stream()
                .filter(move -> move.id().equals(id))
                .findFirst()
                .orElseThrow()
                .index();
    }
}
