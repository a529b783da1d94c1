package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// One state of a solved game: who values it how, what each may do there, what chance may do.
///
/// @param state its number
/// @param board the level each row stands on
/// @param stay expected time until something happens, clock units; infinite where nothing does
/// @param sides one for each actor
/// @param events what chance may do
public record Situation(int state, int[] board, double stay, List<Side> sides, List<Event> events) {

    /// One actor's view of the state.
    ///
    /// @param value V, points: what it expects as it means to act
    /// @param worth W, points: what it really gets, errors and prices included
    /// @param waits odds that a chance to act passes unused
    public record Side(int actor, double value, double worth, double waits, List<Option> options) {}

    /// A move open to it.
    ///
    /// @param move index in the scenario's moves
    /// @param cost its price, points
    /// @param advantage A, points over waiting
    /// @param rate how often it is made, per clock unit
    /// @param chosen odds that a chance to act is used for it
    public record Option(int move, double cost, double advantage, double rate, double chosen, List<Lead> leads) {}

    /// What chance may do.
    ///
    /// @param event index in the scenario's chance events
    /// @param rate per clock unit, all its branches together
    public record Event(int event, double rate, List<Lead> leads) {}

    /// A state that may come next.
    public record Lead(int[] board, double odds) {}

    /// The situation in `state`.
    public static Situation of(Solution solution, StateSpace space, int state) {
        Game game = solution.game();
        var sides = new ArrayList<Side>();
        double out = 0;
        for (int i = 0; i < game.actors; i++) {
            var options = new ArrayList<Option>();
            double chosen = 0;
            for (int e = game.playStart[state]; e < game.playStart[state + 1]; e++) {
                if (game.playActor[game.entry(state, e)] == i) {
                    var option = option(solution, space, state, e);
                    options.add(option);
                    chosen += option.chosen();
                    out += option.rate();
                }
            }
            int at = state * game.actors + i;
            double waits = Math.max(0, 1 - chosen);
            sides.add(new Side(i, solution.value()[at], solution.worth()[at], waits, options));
        }
        var events = events(game, space, state);
        for (var event : events) {
            out += event.rate();
        }
        return new Situation(state, space.board(state), 1 / out, sides, events);
    }

    private static Option option(Solution solution, StateSpace space, int state, int play) {
        Game game = solution.game();
        int n = game.actors;
        int p = game.entry(state, play);
        int i = game.playActor[p];
        double advantage = -game.playCost[p];
        var leads = new ArrayList<Lead>();
        double moved = 0;
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            int to = game.leadTo(state, l);
            double odds = game.leadOdds[l];
            advantage += odds * (solution.value()[to * n + i] - solution.value()[state * n + i]);
            moved += odds;
            leads.add(new Lead(space.board(to), odds));
        }
        if (moved < 1 - 1e-12) {
            leads.add(new Lead(space.board(state), 1 - moved));
        }
        double rate = solution.rate()[play];
        return new Option(game.playMove[p], game.playCost[p], advantage, rate, rate / game.acts[i], List.copyOf(leads));
    }

    private static List<Event> events(Game game, StateSpace space, int state) {
        var events = new ArrayList<Event>();
        int k = game.chanceStart(state);
        int end = game.chanceEnd(state);
        while (k < end) {
            int event = game.chanceEvent[k];
            double rate = 0;
            int first = k;
            for (; k < end && game.chanceEvent[k] == event; k++) {
                rate += game.chanceRate[k];
            }
            var leads = new ArrayList<Lead>();
            for (int l = first; l < k; l++) {
                leads.add(new Lead(space.board(game.chanceTo(state, l)), game.chanceRate[l] / rate));
            }
            events.add(new Event(event, rate, leads));
        }
        return events;
    }
}
