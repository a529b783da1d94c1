package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.casus.equilibrium.Solution.Iterations;
import org.casus.game.Game;

/// What it takes to solve one game: its layout, the field and its derivative, Newton's method, and the
/// units in which
/// values are compared. Good for any number of solves, one at a time.
final class Workspace implements AutoCloseable {

    /// Residual of W as a share of that of V.
    private static final double WORTH = 1e-4;

    final Game game;
    final Settings settings;
    final Parallel parallel;
    final Layout layout;
    final LogitField field;
    final ShiftedSystem system;
    final Accuracy accuracy;
    final Newton newton;
    /// How much of V_i matters to play: 1/κ_i points, or all of i's stakes if that is less.
    final double[] unit;
    /// The longest 1/ρ.
    final double patience;

    Workspace(Game game, Settings settings) {
        this(game, game.states, settings);
    }

    /// For the first `unknown` states of a game; what the others are worth is given with each start.
    Workspace(Game game, int unknown, Settings settings) {
        this.game = game;
        this.settings = settings;
        parallel = new Parallel(settings.threads());
        layout = new Layout(game, unknown);
        field = new LogitField(layout, parallel);
        double[] scale = ShiftedSystem.scales(game);
        system = new ShiftedSystem(layout, parallel, scale);
        accuracy = new Accuracy(layout, field, settings.tolerance(), scale);
        newton = new Newton(layout, field, system, accuracy);
        unit = new double[game.actors];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.actors; i++) {
            unit[i] = Math.min(1 / game.kappa[i], scale[i]);
            least = Math.min(least, game.discount[i]);
        }
        patience = 1 / least;
    }

    /// How far apart a and factor · b are in what they mean for play: the largest over actors of the
    /// spread over states
    /// of
    /// a_i − factor · b_i, in units. What all values of an actor have in common changes nothing it does.
    double spread(double[] a, double[] b, double factor) {
        double[] byBlock = new double[2 * layout.blocks() * game.actors];
        parallel.run(layout.blocks(), block -> {
            for (int i = 0; i < game.actors; i++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int x = layout.block[block]; x < layout.block[block + 1]; x++) {
                    double d = a[x * layout.lanes + i] - factor * b[x * layout.lanes + i];
                    least = Math.min(least, d);
                    most = Math.max(most, d);
                }
                byBlock[2 * (block * game.actors + i)] = least;
                byBlock[2 * (block * game.actors + i) + 1] = most;
            }
        });
        double[] below = new double[game.actors];
        double[] above = new double[game.actors];
        Arrays.fill(below, Double.NEGATIVE_INFINITY);
        Arrays.fill(above, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < game.actors; i++) {
            for (int block = 0; block < layout.blocks(); block++) {
                below[i] = Math.max(below[i], -byBlock[2 * (block * game.actors + i)]);
                above[i] = Math.max(above[i], byBlock[2 * (block * game.actors + i) + 1]);
            }
        }
        Seating.level(below, layout.kind);
        Seating.level(above, layout.kind);
        double widest = 0;
        for (int i = 0; i < game.actors; i++) {
            widest = Math.max(widest, (above[i] + below[i]) / unit[i]);
        }
        return widest;
    }

    /// V as a solution with its figures, whatever they are; `padded` is one more Newton step from it.
    /// The field must have
    /// been evaluated at V last.
    Solution solution(double[] v, double[] padded, double settled, int steps, int refused, List<String> story) {
        var log = new ArrayList<>(story);
        double[] correction = unpad(padded);
        double residual = accuracy.residual(v);
        double gap = accuracy.payoffGap();
        double valueError = 0;
        for (double c : correction) {
            valueError = Math.max(valueError, Math.abs(c));
        }
        double[] rate = field.rate.clone();
        double[] worth = v.clone();
        if (!new Worth(this, WORTH * settings.tolerance()).solve(worth)) {
            log.add("worth could not be solved for to more than a part of the accuracy wanted");
        }
        log.add(String.format(
                Locale.ROOT,
                "residual %.1e, payoff gap %.1e a clock unit, error of values %.1e points",
                residual,
                gap,
                valueError));
        var iterations = new Iterations(steps, refused, newton.steps(), system.products());
        return new Solution(
                game, unpad(v), unpad(worth), rate, correction, gap, residual, valueError, settled, iterations, log);
    }

    /// The problem's scale in one line.
    String scale() {
        return String.format(
                Locale.ROOT,
                "%,d states, %d actors, %,d plays, %,d jumps; %s; residual to %.0e, steps to %.2g; %d threads",
                game.states,
                game.actors,
                game.plays(),
                layout.jumpTo.length,
                game.choice.name().toLowerCase(Locale.ROOT),
                settings.tolerance(),
                settings.stepTolerance(),
                settings.threads());
    }

    /// Values `[R * N]` as `[R * lanes]`.
    double[] pad(double[] plain) {
        double[] padded = new double[layout.size()];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(plain, x * game.actors, padded, x * layout.lanes, game.actors);
        }
        Seating.even(padded, layout, 0, game.states);
        return padded;
    }

    /// Values `[R * lanes]` as `[R * N]`.
    double[] unpad(double[] padded) {
        double[] plain = new double[game.states * game.actors];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(padded, x * layout.lanes, plain, x * game.actors, game.actors);
        }
        return plain;
    }

    @Override
    public void close() {
        parallel.close();
    }
}
