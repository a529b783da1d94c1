package org.casus.story;

import java.util.List;
import java.util.Map;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// A solved scenario for the tests of this package, with its parts by the names of the file.
record Crisis(StateSpace space, Solution solution) {

    /// Two neighbours at war, a broker, a patron, and a clash between patrons that is rare.
    static final String TEXT = """
            format: casus/1
            title: Two neighbours and two patrons
            as_of: 2026-01-01
            clock: {unit: week, horizon: 12}
            defaults: {acts: every week, drifts: every 6 weeks, looks ahead: 6 months, sharpness: 20 to 60 around 30}
            board:
              war: {levels: [truce, skirmish, offensive], start: offensive}
              line: {levels: [old, near, far], start: old}
              clash: {levels: [calm, incident, crisis, open], start: calm}
              mood: {levels: [calm, angry], start: calm}
            actors:
              east: {wants: {line: {near: 2 to 4, far: 4 to 6}}, fears: {war is offensive: 0.1 to 0.3 each week}}
              west: {fears: {line: {near: 2, far: 4 to 6}, war is offensive: 0.1 to 0.3 each week}}
              north: {acts: every 2 weeks, wants: {war is truce: 2 to 4}, fears: {clash above calm: 1}}
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
              east/attack: {if: war below offensive, costs: 0.4, then: war to offensive}
              west/shout: {if: mood is calm, costs: 0.1, then: mood to angry}
              west/hush: {if: mood is angry, costs: 0.1, then: mood to calm}
              north/push: {if: clash below crisis, costs: 0.5, then: {clash up 1: 30% to 60%, mood to angry: rest}}
              north/back-off: {if: clash is incident or crisis, costs: 0.2, then: clash to calm}
            chance:
              breakthrough: {if: war is offensive and line below far, odds: 10% to 20% each week, then: line up 1}
              driven-back: {if: war is offensive and line above old, odds: 5% each week, then: line down 1}
              flare-up: {if: war is truce, odds: 20% to 40% each week, then: {war to skirmish: 70%, war to offensive: rest}}
              brush: {if: clash below crisis and war is offensive, odds: 2% each week, then: clash up 1}
              spiral: {if: clash is crisis, odds: 1% each week, then: clash to open}
            outcomes:
              open-clash: {if: clash is open, final: true}
              won: {if: war is truce and line is far}
              quiet: {if: war is truce}
              goes-on: otherwise
            policies:
              no-broker: {forbid: [ceasefire]}
            """;

    static Crisis of(String text) throws Exception {
        return of(file(text).scenario(), Map.of());
    }

    static ScenarioFile file(String text) throws Exception {
        return ScenarioFile.of("crisis", "crisis.yaml", text);
    }

    static Crisis under(String policy) throws Exception {
        return of(file(TEXT).with(Edits.policy(policy)), Map.of());
    }

    /// The middle world but for some judgements, moved by a part of their ranges.
    static Crisis of(Scenario scenario, Map<String, Double> moved) throws Exception {
        double[] written =
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
        for (Judgement judgement : scenario.judgements()) {
            written[judgement.index()] +=
                    moved.getOrDefault(judgement.id(), 0.0) * (judgement.high() - judgement.low());
        }
        Structure structure = Structure.compile(scenario);
        var settings = Settings.standard().withThreads(2);
        return new Crisis(structure.space(), Equilibrium.solve(structure.game(World.of(scenario, written)), settings));
    }

    Scenario scenario() {
        return space.scenario();
    }

    Outcome outcome(String id) {
        return scenario().outcomes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Row row(String id) {
        return scenario().rows().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Simulation simulation(Dice dice) {
        return Simulation.of(space, solution, dice);
    }

    Dice dice(long seed) {
        return Dice.of(solution.game(), seed);
    }

    /// What the file calls a maker.
    String name(Maker maker) {
        return switch (maker) {
            case Maker.Actor(var _, int move) -> scenario().moves().get(move).id();
            case Maker.Chance(int event) -> scenario().chance().get(event).id();
        };
    }

    /// Exact odds of the classes of each of `classes` at each of `times`.
    double[][][] odds(List<Classes> classes, double... times) {
        return Transient.of(Chain.of(solution), new Transient.Question(times, classes, 0), 2)
                .odds();
    }
}
