package org.casus.why;

import org.casus.equilibrium.Adjoint;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.GameSlopes;
import org.casus.game.Structure;
import org.casus.scenario.World;

/// How the difference D = Q(x, m) − Q(x, m′) answers to every judgement, everyone re-thinking:
///
///     dD/dθ = ∂D/∂θ + ν · F_θ        −Jᵀ ν = ∂D/∂V
///
/// D is linear in V: its slope by V_i(y) is P_m(y), by V_i(x) what is left of m, and the same less for m′. What
/// it owes directly is −1 by its price and V(y) − V(x) by the odds of each lead. One adjoint solve.
final class Slope {

    private Slope() {}

    /// D at `solution`, whatever the game.
    static double difference(Solution solution, int actor, int state, int play, int other) {
        return advantage(solution, actor, state, play) - advantage(solution, actor, state, other);
    }

    private static double advantage(Solution solution, int actor, int state, int play) {
        if (play == Option.WAIT) {
            return 0;
        }
        Game game = solution.game();
        double here = solution.value()[state * game.actors + actor];
        int p = game.entry(state, play);
        double gain = -game.playCost[p];
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            gain += game.leadOdds[l] * (solution.value()[game.leadTo(state, l) * game.actors + actor] - here);
        }
        return gain;
    }

    /// dD/dθ by every judgement, per unit as written, in the order of the scenario's judgements.
    static double[] of(
            Structure structure,
            World world,
            Solution solution,
            int actor,
            int state,
            int play,
            int other,
            Settings settings) {
        Game game = solution.game();
        double[] byValue = new double[game.states * game.actors];
        var direct = GameSlopes.none(game);
        add(solution, actor, state, play, 1, byValue, direct);
        add(solution, actor, state, other, -1, byValue, direct);
        try (var adjoint = new Adjoint(solution, settings)) {
            GameSlopes slopes = adjoint.solveValues(byValue).slopes();
            for (int p = 0; p < game.playCost.length; p++) {
                slopes.playCost()[p] += direct.playCost()[p];
            }
            slopes.add(direct.leadOdds(), direct.chanceRate());
            return structure.slopes(world, slopes);
        }
    }

    private static void add(
            Solution solution, int actor, int state, int play, int sign, double[] byValue, GameSlopes direct) {
        if (play == Option.WAIT) {
            return;
        }
        Game game = solution.game();
        int here = state * game.actors + actor;
        int p = game.entry(state, play);
        direct.playCost()[p] -= sign;
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            int there = game.leadTo(state, l) * game.actors + actor;
            byValue[there] += sign * game.leadOdds[l];
            byValue[here] -= sign * game.leadOdds[l];
            direct.leadOdds()[l] += sign * (solution.value()[there] - solution.value()[here]);
        }
    }
}
