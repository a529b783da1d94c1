package org.casus.study;

import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// Where slopes break: under *intentions* an actor counts on a move only where its advantage A is
/// positive, so that values have a kink, of at most μ, wherever A passes zero.
public final class Kinks {

    private Kinks() {}

    /// How many plays are intended in one of two solutions of the same structure and not in the other:
    /// a quotient of differences between the two is then no test of a slope at either. Zero under the
    /// other readings of choice.
    public static int between(Solution a, Solution b) {
        return between(a.game(), a.value(), b.game(), b.value());
    }

    /// The same of two games of one structure and the values, `[R * N]`, that solve them.
    static int between(Game a, double[] ofA, Game b, double[] ofB) {
        if (a.choice != Choice.INTENTIONS) {
            return 0;
        }
        int crossed = 0;
        for (int x = 0; x < a.states; x++) {
            for (int e = a.playStart[x]; e < a.playStart[x + 1]; e++) {
                if (advantage(a, ofA, x, e) > 0 != advantage(b, ofB, x, e) > 0) {
                    crossed++;
                }
            }
        }
        return crossed;
    }

    private static double advantage(Game game, double[] value, int x, int e) {
        int p = game.entry(x, e);
        int i = game.playActor[p];
        double here = value[x * game.actors + i];
        double gain = -game.playCost[p];
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            int seat = game.seat(x, l, i);
            gain += game.leadOdds[l] * (value[game.leadTo(x, l) * game.actors + seat] - here);
        }
        return gain;
    }
}
