package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.casus.equilibrium.Solution.Iterations;
import org.casus.game.Game;

/// What it takes to solve one game: its layout, the field and its derivative, Newton's method,
/// and the units in which
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
    private int followed;

    Workspace(Game game, Settings settings) {
        this(game, game.states, settings);
    }

    /// For the first `unknown` states of a game; what the others are worth is given with each
    /// start.
    Workspace(Game game, int unknown, Settings settings) {
        this.game = game;
        this.settings = settings;
        layout = new Layout(game, unknown);
        parallel = new Parallel(Math.min(settings.threads(), layout.blocks()));
        double[] scale = ShiftedSystem.scales(game);
        field = new LogitField(layout, parallel, scale);
        system = new ShiftedSystem(layout, parallel, field, scale);
        accuracy = new Accuracy(layout, parallel, field, settings.tolerance(), scale);
        newton = new Newton(field, system, accuracy);
        unit = new double[game.actors];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.actors; i++) {
            unit[i] = Math.min(1 / game.kappa[i], scale[i]);
            least = Math.min(least, game.discount[i]);
        }
        patience = 1 / least;
    }

    /// Steps of the long games that have been followed to their ends.
    int followed() {
        return followed;
    }

    void followed(int more) {
        followed += more;
    }

    /// How far apart a and factor · b are in what they mean for play: the largest over actors of
    /// the spread over states
    /// of
    /// a_i − factor · b_i, in units. What all values of an actor have in common changes nothing
    /// it does.
    double spread(double[] a, double[] b, double factor) {
        return spread(k -> a[k] - factor * b[k]);
    }

    /// The spread of `a` itself.
    double spread(float[] a) {
        return spread(k -> a[k]);
    }

    /// The same in double precision.
    double spread(double[] a) {
        return spread(k -> a[k]);
    }

    private interface Entry {
        double at(int k);
    }

    private double spread(Entry of) {
        int n = game.actors;
        double[] byBlock = new double[2 * layout.blocks() * n];
        parallel.run(layout.blocks(), block -> {
            double[] least = new double[n];
            double[] most = new double[n];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (int k = layout.from(block); k < layout.to(block); k += layout.lanes) {
                for (int i = 0; i < n; i++) {
                    double d = of.at(k + i);
                    least[i] = Math.min(least[i], d);
                    most[i] = Math.max(most[i], d);
                }
            }
            System.arraycopy(least, 0, byBlock, 2 * block * n, n);
            System.arraycopy(most, 0, byBlock, (2 * block + 1) * n, n);
        });
        double[] below = new double[n];
        double[] above = new double[n];
        Arrays.fill(below, Double.NEGATIVE_INFINITY);
        Arrays.fill(above, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            for (int block = 0; block < layout.blocks(); block++) {
                below[i] = Math.max(below[i], -byBlock[2 * block * n + i]);
                above[i] = Math.max(above[i], byBlock[(2 * block + 1) * n + i]);
            }
        }
        Seating.level(below, layout.alike);
        Seating.level(above, layout.alike);
        double widest = 0;
        for (int i = 0; i < n; i++) {
            widest = Math.max(widest, (above[i] + below[i]) / unit[i]);
        }
        return widest;
    }

    /// V as a solution with its figures, whatever they are; `points` is one more Newton step from
    /// it. V is overwritten.
    Solution solution(double[] v, float[] points, double settled, int steps, int refused, List<String> story) {
        var log = new ArrayList<>(story);
        double[] rate = field.rates(v);
        double residual = accuracy.residual(v);
        double gap = accuracy.payoffGap();
        double[] value = unpad(v);
        if (!new Worth(this, WORTH * settings.tolerance()).solve(v, rate)) {
            log.add("worth could not be solved for to more than a part of the accuracy wanted");
        }
        system.release();
        double[] worth = unpad(v);
        double[] correction = new double[value.length];
        double valueError = 0;
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                double c = points[x * layout.lanes + i];
                correction[x * game.actors + i] = c;
                valueError = Math.max(valueError, Math.abs(c));
            }
        }
        log.add(String.format(
                Locale.ROOT,
                "residual %.1e, payoff gap %.1e a clock unit, error of values %.1e points",
                residual,
                gap,
                valueError));
        var iterations = new Iterations(steps, refused, newton.steps(), system.products());
        return new Solution(game, value, worth, rate, correction, gap, residual, valueError, settled, iterations, log);
    }

    /// The problem's scale in one line.
    String scale() {
        return String.format(
                Locale.ROOT,
                "%,d states, %d actors, %,d plays, %,d jumps; %s; residual to %.0e, steps to %.2g; %d threads",
                game.states,
                game.actors,
                game.plays(),
                game.jumpTo.length,
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
