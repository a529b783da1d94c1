package org.casus.why;

import java.util.ArrayList;
import java.util.List;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.Stake;
import org.casus.game.Stakes;
import org.casus.game.StateSpace;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.casus.scenario.World;

/// What one actor's values are made of: V = Σ_j V_j over its wants, fears, commitments and prices, in every
/// state, exactly ([Contributions]), and with it the worth of each option,
///
///     Q_j(x, m) = −c_mj(x) + Σ_y P_m(y) V_j(y)        waiting: V_j(x)
///
/// so that the difference between any two options splits too, and the parts sum to it.
public final class Interests {

    private final Game game;
    private final int actor;
    private final double[] total;
    private final List<Stake> stakes;
    private final List<Interest> interests;
    private final double[][] values;

    private Interests(Solution solution, int actor, List<Stake> stakes, double[][] values) {
        game = solution.game();
        this.actor = actor;
        total = solution.value();
        this.stakes = stakes;
        this.values = values;
        var names = new ArrayList<>(stakes.stream().map(Interest::of).toList());
        if (game.choice == Choice.TASTES) {
            names.add(Interest.FREEDOM);
        }
        interests = List.copyOf(names);
    }

    /// The interests of `actor` at `solution`, that of the game of `space` in `world`.
    ///
    /// Cost: one linear solve for every eight stakes of the actor. Memory: 16 bytes a state and stake while
    /// they are made, 8 after.
    ///
    /// @throws NotSolvedException if a linear system cannot be solved
    public static Interests of(StateSpace space, World world, Solution solution, Actor actor, Settings settings)
            throws NotSolvedException {
        List<Stake> stakes = Stakes.of(space, world, actor);
        double[][] values = Contributions.of(solution, actor.index(), stakes, settings);
        return new Interests(solution, actor.index(), stakes, values);
    }

    /// What the splits are over, in the scenario's order.
    public List<Interest> interests() {
        return interests;
    }

    /// V(state) by interest.
    public Split value(int state) {
        return split(total[state * game.actors + actor], j -> values[j][state]);
    }

    /// Q(state, play) − Q(state, other) by interest, prices included.
    ///
    /// @param play a play of the actor in the state, or [Option#WAIT]
    /// @param other the same
    public Split difference(int state, int play, int other) {
        double whole = worth(state, play, (x) -> total[x * game.actors + actor])
                - worth(state, other, (x) -> total[x * game.actors + actor])
                - price(state, play)
                + price(state, other);
        return split(
                whole,
                j -> worth(state, play, x -> values[j][x])
                        - worth(state, other, x -> values[j][x])
                        + paid(j, state, play)
                        - paid(j, state, other));
    }

    private double price(int state, int play) {
        return play == Option.WAIT ? 0 : game.playCost[game.entry(state, play)];
    }

    private double paid(int j, int state, int play) {
        return play == Option.WAIT || j >= stakes.size()
                ? 0
                : stakes.get(j).paid(state, game.playMove[game.entry(state, play)]);
    }

    private double worth(int state, int play, Values of) {
        double here = of.at(state);
        if (play == Option.WAIT) {
            return here;
        }
        double gain = 0;
        int p = game.entry(state, play);
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            gain += game.leadOdds[l] * (of.at(game.leadTo(state, l)) - here);
        }
        return here + gain;
    }

    private interface Values {
        double at(int state);
    }

    private interface Parts {
        double of(int interest);
    }

    private Split split(double whole, Parts points) {
        var parts = new ArrayList<Split.Part>();
        for (int j = 0; j < interests.size(); j++) {
            parts.add(new Split.Part(interests.get(j), points.of(j)));
        }
        return new Split(whole, List.copyOf(parts));
    }
}
