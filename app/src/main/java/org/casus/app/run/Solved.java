package org.casus.app.run;

import java.util.Optional;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.game.Unfolding;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// A scenario compiled and solved with each judgement at its middle, as far as it went.
///
/// @param failure why it is not solved; `solution` is then partial and no answer
public record Solved(Scenario scenario, Structure structure, Solution solution, Optional<String> failure) {

    private interface Way {
        Solution solve(Game game, Settings settings) throws NotSolvedException;
    }

    /// Solves a compiled scenario.
    public static Solved of(Scenario scenario, Structure structure, Settings settings) {
        return by(Equilibrium::solve, scenario, structure, settings);
    }

    /// The same by the quick way, without making sure that the long game leads there.
    public static Solved quickly(Scenario scenario, Structure structure, Settings settings) {
        return by(Equilibrium::solveQuickly, scenario, structure, settings);
    }

    private static Solved by(Way way, Scenario scenario, Structure structure, Settings settings) {
        var game = structure.game(World.middle(scenario));
        try {
            return new Solved(scenario, structure, way.solve(game, settings), Optional.empty());
        } catch (NotSolvedException e) {
            return new Solved(scenario, structure, e.partial(), Optional.of(sentence(e)));
        }
    }

    /// Whether this is an equilibrium that the long game was not followed to: nothing says when play settled.
    boolean quick() {
        return failure.isEmpty() && Double.isNaN(solution.settled());
    }

    /// The same with every order of alike actors a state of its own, for what tells them apart; empty where these are
    /// too many states, and where they are not solved.
    public Optional<Solved> whole(Settings settings) {
        if (scenario.alike().isEmpty()) {
            return Optional.of(this);
        }
        try {
            Structure all = Structure.compileWhole(scenario);
            double[] start = Unfolding.values(structure.space(), solution.value(), all.space());
            Solution there = Equilibrium.solveFrom(all.game(World.middle(scenario)), settings, start);
            return Optional.of(new Solved(scenario.withoutAlike(), all, there, failure));
        } catch (SizeException | NotSolvedException e) {
            return Optional.empty();
        }
    }

    private static String sentence(NotSolvedException e) {
        String why = switch (e.reason()) {
            case DOES_NOT_SETTLE -> "Seen from ever further back, play goes on changing instead of settling.";
            case UNDECIDED -> "Where play settles depends on the steps by which it is followed.";
            case NOT_ACCURATE -> "Play settles, but not to the accuracy asked for: try a larger --tolerance.";
            case NOT_FINITE -> "Values grew beyond all numbers.";
            case LOST -> "The way from the values given comes to no equilibrium.";
        };
        return why + " (" + e.getMessage() + ")";
    }
}
