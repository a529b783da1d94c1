package org.casus.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.casus.chain.Behaviour;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// What every actor chooses from, state by state, in a solved game:
///
///     Q_i(x, m) = V_i(x) + A_i(x, m)        waiting: V_i(x)        odds of m at a chance to act: h/λ
public final class Decisions {

    private final Solution solution;
    private final Game game;
    private final Behaviour behaviour;

    /// Of `solution`. Cost: one look at every play.
    public Decisions(Solution solution) {
        this.solution = solution;
        game = solution.game();
        behaviour = Behaviour.of(game, solution.value());
    }

    /// What `actor` chooses from in `state`; empty if all it can do is wait.
    public Optional<Decision> of(int actor, int state) {
        double here = solution.value()[state * game.actors + actor];
        double acts = game.acts[actor];
        var options = new ArrayList<Option>();
        double moving = 0;
        for (int e = game.playStart[state]; e < game.playStart[state + 1]; e++) {
            int p = game.entry(state, e);
            if (game.playActor[p] == actor) {
                double rate = solution.rate()[e];
                double advantage = behaviour.advantage()[e];
                moving += rate;
                options.add(new Option(
                        OptionalInt.of(game.playMove[p]), e, rate, rate / acts, here + advantage, advantage));
            }
        }
        if (options.isEmpty()) {
            return Optional.empty();
        }
        double waiting = Math.max(0, acts - moving);
        options.add(new Option(OptionalInt.empty(), Option.WAIT, waiting, waiting / acts, here, 0));
        options.sort(Comparator.comparingDouble((Option option) -> -option.advantage()));
        return Optional.of(new Decision(actor, state, List.copyOf(options)));
    }

    /// The decisions of all actors that can do anything in `state`, in the order of actors.
    public List<Decision> in(int state) {
        var decisions = new ArrayList<Decision>();
        for (int actor = 0; actor < game.actors; actor++) {
            of(actor, state).ifPresent(decisions::add);
        }
        return List.copyOf(decisions);
    }

    /// A of each play, points.
    double[] advantages() {
        return behaviour.advantage();
    }

    /// max(0, max over options of Q − Q_e) of each play, waiting among the options, points `[plays]`.
    double[] losses() {
        double[] loss = new double[game.plays()];
        for (int x = 0; x < game.states; x++) {
            int to;
            for (int from = game.playStart[x]; from < game.playStart[x + 1]; from = to) {
                double best = 0;
                int actor = game.playActor[game.entry(x, from)];
                for (to = from; to < game.playStart[x + 1] && game.playActor[game.entry(x, to)] == actor; to++) {
                    best = Math.max(best, behaviour.advantage()[to]);
                }
                for (int e = from; e < to; e++) {
                    loss[e] = best - behaviour.advantage()[e];
                }
            }
        }
        return loss;
    }
}
