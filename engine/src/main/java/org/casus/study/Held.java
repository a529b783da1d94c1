package org.casus.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Plans held: how a variant is played by actors that go on as they had planned in the scenario as it is.
///
/// In a state x of the variant let x₀ be the state of the scenario as it is with the same levels (rows and
/// levels are matched by name; what only the variant has is left aside). A move open in both is made at
/// the rate it has in x₀; one that is open only in the variant is not made; one that is open only in x₀ is
/// gone. Where a move leads, and with which odds, is as the variant says.
///
/// A state that could not be reached before belongs to nobody's plan: there they play as in the variant's
/// own solution, and the time spent in such states is told.
public final class Held {

    private static final int NOT_MADE = -1;
    private static final int AS_RETHOUGHT = -2;

    /// For each play of the variant the play as it is that it is made like.
    private final int[] like;

    private final BitSet unplanned;

    /// @param before states of the scenario as it is, of `gameBefore`
    /// @param after those of the variant, of `gameAfter`
    public Held(StateSpace before, Game gameBefore, StateSpace after, Game gameAfter) {
        var alike = new Alike(before, after);
        int[] states = alike.states();
        int[] moves = alike.moves();
        like = new int[gameAfter.plays()];
        unplanned = new BitSet(after.size());
        for (int x = 0; x < after.size(); x++) {
            int planned = states[x];
            unplanned.set(x, planned < 0);
            int[] seated = planned >= 0 && gameBefore.seats.any() ? alike.seatMoves(x) : new int[0];
            for (int e = gameAfter.playStart[x]; e < gameAfter.playStart[x + 1]; e++) {
                int named = moves[gameAfter.playMove[gameAfter.entry(x, e)]];
                int move = named >= 0 && seated.length > 0 ? seated[named] : named;
                int play = planned < 0 || move < 0 ? NOT_MADE : Matched.play(gameBefore, planned, move);
                like[e] = planned < 0 ? AS_RETHOUGHT : play;
            }
        }
    }

    /// The rate of each play of the variant.
    ///
    /// @param before rates as they are
    /// @param rethought rates of the variant's own solution; without one, nothing is done where nothing
    ///     was planned
    public double[] rates(double[] before, Optional<double[]> rethought) {
        double[] own = rethought.orElse(new double[like.length]);
        return IntStream.range(0, like.length)
                .mapToDouble(e -> switch (like[e]) {
                    case NOT_MADE -> 0;
                    case AS_RETHOUGHT -> own[e];
                    default -> before[like[e]];
                })
                .toArray();
    }

    /// How much of the time is spent where nothing was planned.
    double strayed(double[] spent) {
        double all = Arrays.stream(spent).sum();
        return all > 0 ? unplanned.stream().mapToDouble(x -> spent[x]).sum() / all : 0;
    }
}
