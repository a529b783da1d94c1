package org.casus.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.World;

/// The smallest changes of one judgement that turn the difference between two options the other way.
///
/// Where each judgement would have to stand is first guessed from the slope of the difference through
/// the equilibrium ([Slope]); the closest are then looked for by solving games ([Turning]) and only what
/// was seen there is reported as a turn. Within the ranges alone: nobody has to defend a number outside.
///
/// Where a game has several equilibria the one at hand is followed, as a slider would.
///
/// @param turns seen in games solved anew, the smallest change first
/// @param beyond judgements that would not turn it within their ranges, the nearest first
/// @param lost judgements on whose way the solver lost the equilibrium
public record Flips(List<Flip.Turn> turns, List<Flip.Beyond> beyond, List<Flip.Lost> lost) {

    /// How far beyond the ends of its range a judgement may turn by its slope and still be looked at: slopes
    /// change on the way.
    private static final double LEEWAY = 4;

    /// The flips of Q(state, play) − Q(state, other) for `actor`; none if the difference is zero.
    ///
    /// Cost: one adjoint solve, then for each of the `most` closest judgements some eight games solved from
    /// nearby.
    ///
    /// @param solution of `structure.game(world)`
    /// @param play a play of the actor in the state, or [Option#WAIT]
    /// @param most how many judgements are looked at by solving games
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static Flips of(
            Structure structure,
            World world,
            Solution solution,
            int actor,
            int state,
            int play,
            int other,
            int most,
            Settings settings) {
        double difference = Slope.difference(solution, actor, state, play, other);
        if (difference == 0) {
            return new Flips(List.of(), List.of(), List.of());
        }
        double[] slope = Slope.of(structure, world, solution, actor, state, play, other, settings);
        var asked = new Turning.Asked(solution, actor, state, play, other);
        var turns = new ArrayList<Flip.Turn>();
        var beyond = new ArrayList<Flip.Beyond>();
        var lost = new ArrayList<Flip.Lost>();
        int looked = 0;
        for (Candidate candidate : Candidate.of(structure.space().scenario(), world, difference, slope)) {
            if (candidate.way() > LEEWAY || looked == most) {
                if (candidate.way() > 1) {
                    beyond.add(new Flip.Beyond(candidate.judgements(), candidate.now(), candidate.estimate(), false));
                }
                continue;
            }
            looked++;
            switch (new Turning(structure, world, settings, candidate, asked).find()) {
                case Flip.Turn turn -> turns.add(turn);
                case Flip.Beyond none -> beyond.add(none);
                case Flip.Lost unknown -> lost.add(unknown);
            }
        }
        turns.sort(Comparator.comparingDouble(Flip.Turn::size));
        return new Flips(List.copyOf(turns), List.copyOf(beyond), List.copyOf(lost));
    }
}
