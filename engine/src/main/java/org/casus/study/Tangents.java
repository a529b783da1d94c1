package org.casus.study;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.equilibrium.Tangent;
import org.casus.equilibrium.Tangent.Correction;
import org.casus.equilibrium.Tangent.Side;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.Ties;
import org.casus.scenario.World;

/// Values in the worlds around a solved one, everyone thinking again to first order:
///
///     V(θ) ≈ V + Σ_k ((θ_k − θ⁰_k) dV/dθ_k + w_k² δ_k)             θ judgements as written
///
/// with one [Tangent] for each judgement that was ever moved, worked out when it is moved first. Play
/// follows from such values in the game of θ itself ([org.casus.chain.Behaviour]), so that what a number
/// does directly is not to first order only. δ_k bends the tangent: one Newton step from where it leads at
/// the end of the range, on the side moved to, w_k being the share of the way to there ([Tangent#correction]).
/// The error grows as the square of the distance, and is small again at the end.
///
/// *How far.* What δ makes of play at the end, relative to what the tangent does, grows in proportion to the
/// distance; for several judgements it is added up. Beyond [#MOST_LEFT_OUT] there are no values. Where that is
/// before the end of the range, the way is halved until it is not.
///
/// Cost of a judgement's first move: a tangent, a Newton step, and three games; about as much as a game
/// nearby solved one and a half times. After that a pass over the values. Memory: the values twice or
/// three times for each judgement moved. One caller at a time; results do not depend on threads or on what was
/// asked before.
public final class Tangents {

    /// What a tangent may leave out of play, relative to what it puts in. It is told of the state where it is
    /// worst: up to 1.2 values at the ends of ranges of the reference case were within a tenth of the change.
    private static final double MOST_LEFT_OUT = 2;
    /// How often the way to the end of a range is halved where too much is left out there.
    private static final int HALVINGS = 4;
    /// Step to the games beside the one in the middle, relative to the judgement's range.
    private static final double STEP = 1e-6;
    /// A tangent with a larger residual is none: it is next to a fold.
    private static final double NO_TANGENT = 0.05;

    private final Structure structure;
    private final World world;
    private final Solution solution;
    private final Settings settings;
    /// By the first of each set of numbers of alike actors, which have one value, all of them.
    private final Map<Integer, List<Integer>> tied = new HashMap<>();
    /// The others of those sets.
    private final BitSet followers = new BitSet();
    private final Map<Integer, Tangent> tangents = new HashMap<>();
    private final Map<End, Bend> bends = new HashMap<>();

    /// What is left out at a distance from the point of the tangents.
    private record Bend(double whole, Correction left) {}

    /// One end of a judgement's range.
    private record End(int judgement, boolean high) {}

    /// Around `solution`, which must be that of `structure.game(world)`.
    ///
    /// @param settings their tolerance is the residual of a tangent that is enough; of the others only the
    ///     threads matter
    public Tangents(Structure structure, World world, Solution solution, Settings settings) {
        this.structure = structure;
        this.world = world;
        this.solution = solution;
        this.settings = settings;
        Scenario scenario = structure.space().scenario();
        var ties = new Ties(scenario.judgements().size());
        scenario.alike().forEach(peers -> ties.tie(peers.numbers()));
        for (List<Integer> set : ties.groups()) {
            tied.put(set.getFirst(), set);
            set.stream().skip(1).forEach(followers::set);
        }
    }

    /// V `[R * N]` in `there`, a world of the same structure. Empty where that is too far for the tangents.
    ///
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public Optional<double[]> values(World there) {
        double[] value = solution.value().clone();
        double out = 0;
        for (Judgement judgement : structure.space().scenario().judgements()) {
            double by = there.written(judgement) - world.written(judgement);
            if (by != 0 && !followers.get(judgement.index())) {
                Bend bend = bend(judgement, by > 0 ? judgement.high() : judgement.low());
                double way = by / bend.whole;
                out += way * bend.left.share();
                if (!(way <= 1 && out <= MOST_LEFT_OUT && along(judgement).residual() <= NO_TANGENT)) {
                    return Optional.empty();
                }
                add(value, by, along(judgement).slope());
                add(value, way * way, bend.left.step());
            }
        }
        return Optional.of(value);
    }

    /// The tangent by `judgement`, a range, per unit as written; together with those that have its value.
    Tangent along(Judgement judgement) {
        return tangents.computeIfAbsent(judgement.index(), index -> {
            double step = STEP * (judgement.high() - judgement.low());
            double middle = world.written(judgement);
            double low = Math.max(judgement.low(), middle - step);
            double high = Math.min(judgement.high(), middle + step);
            return Tangent.of(
                    solution,
                    new Side(structure.game(with(judgement, low)), middle - low),
                    new Side(structure.game(with(judgement, high)), high - middle),
                    settings);
        });
    }

    /// What the tangent leaves out at an end of the range; on the way there, where that is too much.
    private Bend bend(Judgement judgement, double end) {
        double middle = world.written(judgement);
        return bends.computeIfAbsent(new End(judgement.index(), end > middle), each -> {
            Bend bend = bend(judgement, middle, end - middle);
            for (int halved = 0; halved < HALVINGS && !(bend.left.share() <= MOST_LEFT_OUT); halved++) {
                bend = bend(judgement, middle, 0.5 * bend.whole);
            }
            return bend;
        });
    }

    private Bend bend(Judgement judgement, double middle, double whole) {
        double[] predicted = solution.value().clone();
        add(predicted, whole, along(judgement).slope());
        double there = Math.clamp(middle + whole, judgement.low(), judgement.high());
        Game game = structure.game(with(judgement, there));
        return new Bend(whole, Tangent.correction(game, solution.value(), predicted, settings));
    }

    private World with(Judgement judgement, double written) {
        double[] all = structure.space().scenario().judgements().stream()
                .mapToDouble(world::written)
                .toArray();
        all[judgement.index()] = written;
        tied.getOrDefault(judgement.index(), List.of()).forEach(index -> all[index] = written);
        return World.of(structure.space().scenario(), all);
    }

    private static void add(double[] value, double by, double[] slope) {
        for (int k = 0; k < value.length; k++) {
            value[k] += by * slope[k];
        }
    }
}
