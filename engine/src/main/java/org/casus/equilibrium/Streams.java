package org.casus.equilibrium;

import java.util.List;
import org.casus.game.Game;

/// What streams of pay are worth where nobody plays: for a game without plays, whose "actors" are
/// the streams, the one solution V of
///
///     (ρ_j + Σ_y jump(x, y)) V_j(x) = u_j(x) + Σ_y jump(x, y) V_j(y)
///
/// Streams lie in the solver's lanes, so eight cost about as much as one. Solved by the machinery
/// of [Worth], refined in double precision until the residual is some 1e-13 of ρ max |V|.
public final class Streams {

    private Streams() {}

    /// V `[R * streams]` of `game`, whose flows are the streams.
    ///
    /// @throws IllegalArgumentException if the game has plays
    /// @throws NotSolvedException NOT_ACCURATE if refinement stops before the residual is small
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static double[] worth(Game game, Settings settings) throws NotSolvedException {
        if (game.plays() > 0) {
            throw new IllegalArgumentException("a game with " + game.plays() + " plays");
        }
        try (var work = new Workspace(game, settings)) {
            double[] padded = new double[work.layout.size()];
            double[] rates = work.field.rates(padded);
            boolean solved = new Worth(work, 0).solve(padded, rates);
            double[] worth = work.unpad(padded);
            if (!solved) {
                throw unsolved(game, worth, work.accuracy.payoffGap(), work.accuracy.residual(padded));
            }
            return worth;
        }
    }

    private static NotSolvedException unsolved(Game game, double[] worth, double gap, double residual) {
        var message = "what streams are worth could be had only to a residual of " + residual;
        var none = new double[worth.length];
        var work = new Solution.Iterations(0, 0, 0, 0);
        var partial = new Solution(
                game, worth, worth, new double[0], none, gap, residual, Double.NaN, Double.NaN, work, List.of(message));
        return new NotSolvedException(NotSolvedException.Reason.NOT_ACCURATE, message, partial);
    }
}
