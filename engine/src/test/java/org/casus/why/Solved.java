package org.casus.why;

import org.casus.chain.RandomScenario;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Choice;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// A scenario solved in its middle world, with what tests look at.
record Solved(Structure structure, World world, Solution solution) {

    static final Settings SETTINGS = Settings.standard().withThreads(1).withTolerance(1e-11);

    static Solved random(long seed, Choice choice) throws Exception {
        return of(RandomScenario.scenario(seed, choice));
    }

    /// A scenario of the sections after the clock.
    static Solved text(String sections) throws Exception {
        String head = """
                format: casus/1
                title: A test
                as_of: 2026-01-01
                clock: {unit: week, horizon: 12}
                """;
        return of(ScenarioFile.of("test", "test.yaml", head + sections.stripIndent())
                .scenario());
    }

    static Solved of(Scenario scenario) throws Exception {
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        return new Solved(structure, world, Equilibrium.solve(structure.game(world), SETTINGS));
    }

    Why why() {
        return Why.of(structure, world, solution, SETTINGS);
    }

    StateSpace space() {
        return structure.space();
    }

    Scenario scenario() {
        return structure.space().scenario();
    }

    Game game() {
        return solution.game();
    }

    int move(String id) {
        return scenario().moves().stream()
                .filter(move -> move.id().equals(id))
                .findFirst()
                .orElseThrow()
                .index();
    }

    double value(int state, int actor) {
        return solution.value()[state * game().actors + actor];
    }

    /// Q of a play by the formula.
    double worth(int state, int play, int actor) {
        if (play == Option.WAIT) {
            return value(state, actor);
        }
        double worth = -game().playCost[game().entry(state, play)];
        double rest = 1;
        for (int l = game().leadStart[game().entry(state, play)];
                l < game().leadStart[game().entry(state, play) + 1];
                l++) {
            worth += game().leadOdds[l] * value(game().leadTo(state, l), actor);
            rest -= game().leadOdds[l];
        }
        return worth + rest * value(state, actor);
    }
}
