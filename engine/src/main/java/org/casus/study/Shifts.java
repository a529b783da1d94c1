package org.casus.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.chain.TooFastException;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Actor;
import org.casus.scenario.Outcome;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// What edits do to the odds of one scenario, from its solution on: directly, while everybody goes on as
/// planned, and because actors think again.
///
/// With p(s) the odds of outcomes at the horizon in the edited game if it is played as s says,
///
///     direct = p(plans held) − p before        strategic = p(thought again) − p(plans held)
///
/// Plans are held as [Held] has it: moves that are only in the edited scenario are not made, in states that
/// could not be reached before everybody plays as thought again.
///
/// Cost of an edit: a solve, from the solution before where the boards are the same and so up to three times as
/// fast, and two passes over the chain; a compilation alone where nothing moves.
public final class Shifts {

    private final Structure structure;
    private final Solution solution;
    private final double[] odds;

    /// @param solution of the game of `structure`, every judgement at its middle
    /// @throws TooFastException if the chain is so fast that no answer would ever come
    public Shifts(Structure structure, Solution solution) {
        this.structure = structure;
        this.solution = solution;
        this.odds = odds(structure, solution.game(), solution.rate()).outcomes();
    }

    /// Odds of each outcome before any edit.
    public double[] odds() {
        return odds.clone();
    }

    private static Readings.Values odds(Structure structure, Game game, double[] rates) {
        return new Readings(structure.space(), game, List.of()).of(game, rates);
    }

    /// What the edit does that leads to the scenario of `after`, solved from the solution before where the boards
    /// are the same and that leads anywhere, else from nothing. Where a game has several equilibria the former
    /// may stay on the branch of the scenario before the edit: its effect is then the one along that branch.
    public Shift to(Structure after, Settings settings) {
        Game game = after.game(World.middle(after.space().scenario()));
        if (same(structure, solution.game(), after, game)) {
            return new Shift.Same();
        }
        return switch (attempt(after, game, settings)) {
            case Attempt.Failed(String reason, boolean again) -> new Shift.Failed(reason);
            case Attempt.Solved(Solution rethought, boolean again) -> to(after, rethought, again);
        };
    }

    private Attempt attempt(Structure after, Game game, Settings settings) {
        if (!sameBoards(after)) {
            return Attempt.cold(game, settings);
        }
        return Attempt.at(
                () -> Equilibrium.solveFrom(game, settings, solution.value()),
                () -> Equilibrium.solveQuickly(game, settings));
    }

    /// What the edit does that leads to the scenario of `after`, whose solution is `rethought`.
    public Shift to(Structure after, Solution rethought) {
        return to(after, rethought, false);
    }

    private Shift to(Structure after, Solution rethought, boolean lost) {
        Game game = rethought.game();
        if (same(structure, solution.game(), after, game)) {
            return new Shift.Same();
        }
        try {
            var held = new Held(structure.space(), solution.game(), after.space(), game);
            Readings.Values plans = odds(after, game, held.rates(solution.rate(), Optional.of(rethought.rate())));
            double[] again = odds(after, game, rethought.rate()).outcomes();
            return new Shift.Moved(plans.outcomes(), again, held.strayed(plans.spent()), lost);
        } catch (TooFastException e) {
            return new Shift.Failed("TOO_FAST: " + e.getMessage());
        }
    }

    /// Whether states and actors are numbered alike, so that values of one game can start another.
    public boolean sameBoards(Structure after) {
        StateSpace a = structure.space();
        StateSpace b = after.space();
        boolean alike = a.size() == b.size()
                && ids(a.scenario()).equals(ids(b.scenario()))
                && rows(a.scenario()).equals(rows(b.scenario()));
        for (int x = 0; alike && x < a.size(); x++) {
            alike = Arrays.equals(a.board(x), b.board(x));
        }
        return alike;
    }

    private static List<String> ids(Scenario scenario) {
        return scenario.actors().stream().map(Actor::id).toList();
    }

    private static List<String> rows(Scenario scenario) {
        return scenario.rows().stream().map(row -> row.id() + levels(row)).toList();
    }

    private static String levels(Row row) {
        return " " + String.join(" ", row.levels());
    }

    /// Whether two scenarios are one game, every judgement at its middle, and read as the same outcomes: then
    /// nothing that is worked out of the one can differ in the other. Takes no solve.
    public static boolean same(Structure before, Structure after) {
        return same(
                before,
                before.game(World.middle(before.space().scenario())),
                after,
                after.game(World.middle(after.space().scenario())));
    }

    /// To the last bit. Which move or event of the file stands behind a play or a jump does not count: others may
    /// have come before it.
    private static boolean same(Structure before, Game a, Structure after, Game b) {
        StateSpace x = before.space();
        StateSpace y = after.space();
        boolean alike = a.same(b);
        for (int state = 0; alike && state < a.states; state++) {
            alike = outcome(x, state).equals(outcome(y, state));
        }
        return alike;
    }

    private static String outcome(StateSpace space, int state) {
        Outcome outcome = space.scenario().outcomes().get(space.outcome(state));
        return outcome.id();
    }
}
