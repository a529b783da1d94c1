package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.equilibrium.NotSolvedException.Reason;
import org.casus.equilibrium.Solution.Iterations;
import org.casus.game.Game;
import org.casus.game.Part;
import org.casus.game.Parts;

/// An equilibrium of a game by [PseudoTime], part by part ([Parts]): those that play never leaves
/// first, so that each is solved with what lies behind it known. That takes three quarters of the
/// work, as every part has steps of its own length and only its own states are gone through.
///
/// Of what the long game does one thing is left out: there a part is played while those behind it
/// are not settled yet. Games that turn on it have several equilibria; in the reference crisis
/// such a difference was met in remote states alone.
final class Piecewise {

    /// Step tolerance where a game is followed once.
    private static final double COARSE = 1;
    /// Residual of W as a share of that of V.
    private static final double WORTH = 0.1;
    /// Values from which nothing is known: V = 0.
    private static final double[] NOTHING = {};

    private final Game game;
    private final Settings settings;
    private final List<int[]> parts;
    /// V, W, the error of V and h of the whole game; empty until the first part is done, as a part that is all
    /// of a large game needs the memory.
    private double[] value = NOTHING;

    private double[] worth = NOTHING;
    private double[] correction = NOTHING;
    private double[] rate = NOTHING;
    /// max |F_i| of the parts so far.
    private final double[] gap;

    private final List<String> log = new ArrayList<>();
    private int steps;
    private int refused;
    private int newton;
    private int products;

    Piecewise(Game game, Settings settings) {
        this.game = game;
        this.settings = settings;
        parts = Parts.of(game);
        gap = new double[game.actors];
    }

    /// How a part is solved: what was found, or why there is nothing.
    @FunctionalInterface
    private interface Way {
        Found find(Part part, Workspace work) throws NotSolvedException;
    }

    /// From `start` where that leads straight to an equilibrium, else from nothing, else by the
    /// long game.
    ///
    /// @param start V `[R * N]`; empty for nothing
    Solution quickly(Optional<double[]> start) throws NotSolvedException {
        return solve((part, work) -> {
            var found = start.flatMap(given -> settle(part, work, PseudoTime.hopeful(work), given))
                    .or(() -> settle(part, work, PseudoTime.patient(work), NOTHING));
            return found.isPresent() ? found.get() : longGame(part, work);
        });
    }

    /// From `start`, V `[R * N]`, and in no other way.
    ///
    /// @throws NotSolvedException LOST if the way from there comes to no equilibrium
    Solution near(double[] start) throws NotSolvedException {
        return solve((part, work) -> {
            var found = settle(part, work, PseudoTime.faithful(work), start);
            if (found.isEmpty()) {
                throw lost(Reason.LOST);
            }
            return found.get();
        });
    }

    private Solution solve(Way way) throws NotSolvedException {
        for (int[] states : parts) {
            solve(Part.of(game, states), way);
        }
        double residual = residual();
        double largest = Arrays.stream(gap).max().orElse(0);
        double error = Arrays.stream(correction).map(Math::abs).max().orElse(0);
        log.add(String.format(
                Locale.ROOT,
                "residual %.1e, payoff gap %.1e a clock unit, error of values %.1e points",
                residual,
                largest,
                error));
        return new Solution(
                game,
                value,
                worth,
                rate,
                correction,
                largest,
                residual,
                error,
                Double.NaN,
                new Iterations(steps, refused, newton, products),
                log);
    }

    private void solve(Part part, Way way) throws NotSolvedException {
        try (var work = new Workspace(part.game(), part.own(), settings)) {
            Found end = way.find(part, work);
            double[] rates = work.field.rates(end.value);
            note(work);
            double[] w = end.value.clone();
            beside(part, work, worth, w);
            if (!new Worth(work, WORTH * settings.tolerance()).solve(w, rates)) {
                log.add(name(part) + "worth could not be solved for to more than a part of the accuracy wanted");
            }
            take(part, work, end, w, rates);
            newton += work.newton.steps();
            products += work.system.products();
        }
    }

    /// V `[R * lanes]` of a part, and an estimate of its error.
    private record Found(double[] value, float[] error) {}

    private Optional<Found> settle(Part part, Workspace work, PseudoTime pseudo, double[] start) {
        double[] v = start(part, work, start);
        boolean settled = pseudo.settle(v);
        steps += pseudo.steps();
        log.add(name(part) + pseudo.told(settled, moved(part, work, v, start)));
        if (!settled) {
            makeRoom();
            put(part, work, v, value);
            return Optional.empty();
        }
        // a start that was good enough has no last step to tell its error by
        return Optional.of(new Found(v, pseudo.steps() > 0 ? pseudo.remaining() : work.newton.correction(v)));
    }

    /// By how many units `v` is another than its start.
    private double moved(Part part, Workspace work, double[] v, double[] start) {
        work.system.release();
        return work.spread(v, start(part, work, start), 1);
    }

    private Found longGame(Part part, Workspace work) throws NotSolvedException {
        var longGame = new LongGame(work, COARSE);
        var end = longGame.settle(start(part, work, NOTHING));
        longGame.log().forEach(line -> log.add(name(part) + line));
        steps += longGame.steps();
        refused += longGame.refused();
        if (end.isPresent()) {
            return new Found(end.get().value(), end.get().correction());
        }
        makeRoom();
        put(part, work, longGame.value(), value);
        throw lost(longGame.failure());
    }

    /// The values so far as what there is to show for it.
    private NotSolvedException lost(Reason reason) {
        try (var whole = new Workspace(game, settings)) {
            double[] v = whole.pad(value);
            float[] change = whole.newton.correction(v);
            String message = log.getLast();
            return new NotSolvedException(reason, message, whole.solution(v, change, Double.NaN, steps, refused, log));
        }
    }

    /// Values `[R * lanes]` of a part: its own from `start`, those beside it as they are known.
    private double[] start(Part part, Workspace work, double[] start) {
        int n = game.actors;
        double[] v = new double[work.layout.size()];
        for (int k = 0; k < part.own() && start.length > 0; k++) {
            System.arraycopy(start, part.state()[k] * n, v, k * work.layout.lanes, n);
        }
        beside(part, work, value, v);
        Seating.even(v, work.layout, 0, part.own());
        return v;
    }

    /// Puts what is known of the states beside a part where they are.
    private void beside(Part part, Workspace work, double[] known, double[] padded) {
        for (int k = part.own(); k < part.state().length; k++) {
            System.arraycopy(known, part.state()[k] * game.actors, padded, k * work.layout.lanes, game.actors);
        }
    }

    /// Keeps what a part came to, and the rates at which it is played.
    private void take(Part part, Workspace work, Found found, double[] w, double[] rates) {
        work.system.release();
        makeRoom();
        put(part, work, found.value, value);
        for (int k = 0; k < part.own(); k++) {
            for (int i = 0; i < game.actors; i++) {
                correction[part.state()[k] * game.actors + i] = found.error[k * work.layout.lanes + i];
            }
        }
        put(part, work, w, worth);
        for (int e = 0; e < part.play().length; e++) {
            rate[part.play()[e]] = rates[e];
        }
    }

    private void makeRoom() {
        if (value.length == 0) {
            value = new double[game.states * game.actors];
            worth = new double[value.length];
            correction = new double[value.length];
            rate = new double[game.plays()];
        }
    }

    /// Puts what a part found, `[R * lanes]`, where it is in the whole game.
    private void put(Part part, Workspace work, double[] padded, double[] whole) {
        for (int k = 0; k < part.own(); k++) {
            System.arraycopy(padded, k * work.layout.lanes, whole, part.state()[k] * game.actors, game.actors);
        }
    }

    /// Keeps how far a part is from equilibrium, the field evaluated at it last.
    private void note(Workspace work) {
        for (int i = 0; i < gap.length; i++) {
            gap[i] = Math.max(gap[i], work.field.largest(i));
        }
    }

    /// max over actors of max |F_i| / ρ_i relative to max |V_i|, as for a game solved whole
    /// ([Accuracy]).
    private double residual() {
        double[] scale = ShiftedSystem.scales(game);
        double most = 0;
        double[] size = new double[gap.length];
        for (int k = 0; k < value.length; k++) {
            size[k % game.actors] = Math.max(size[k % game.actors], Math.abs(value[k]));
        }
        Seating.level(size, Seating.alike(game));
        for (int i = 0; i < gap.length; i++) {
            most = Math.max(most, gap[i] == 0 ? 0 : gap[i] / game.discount[i] / (size[i] > 0 ? size[i] : scale[i]));
        }
        return most;
    }

    /// What a part is called in the log, where there are several.
    private String name(Part part) {
        return parts.size() == 1 ? "" : String.format(Locale.ROOT, "%,d states: ", part.own());
    }
}
