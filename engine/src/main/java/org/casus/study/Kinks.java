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
        Game game = a.game();
        if (game.choice != Choice.INTENTIONS) {
            return 0;
        }
        int crossed = 0;
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                if (advantage(a, x, e) > 0 != advantage(b, x, e) > 0) {
                    crossed++;
                }
            }
        }
        return crossed;
    }

    private static double advantage(Solution solution, int x, int e) {
        Game game = solution.game();
        int i = game.playActor[e];
        double here = solution.value()[x * game.actors + i];
        double gain = -game.playCost[e];
        for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
            gain += game.leadOdds[l] * (solution.value()[game.leadTo[l] * game.actors + i] - here);
        }
        return gain;
    }
}
