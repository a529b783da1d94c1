package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// Solves (σ − J) δ = r in points, where J is the derivative of F at values given before: what every
/// step of the solver
/// comes down to. σ is 1/(γh) for a step of length h, and 0 for Newton's.
final class ShiftedSystem {

    private static final int MOST_PRODUCTS = 400;
    /// Responses that can be left out, relative to σ + ρ.
    private static final double NEGLIGIBLE = 1e-2;

    private final Layout layout;
    private final Parallel parallel;
    private final double[] scale;
    private final double leastDiscount;
    private final Derivative derivative;
    private final Sweeps sweeps;
    private final Gmres gmres;
    private final float[] right;
    private final float[] solution;
    private final double[] partial;
    private int pairs = 1;

    ShiftedSystem(Layout layout, Parallel parallel, double[] scale) {
        this.layout = layout;
        this.parallel = parallel;
        this.scale = scale;
        leastDiscount = Arrays.stream(layout.game.discount).min().orElse(1);
        derivative = new Derivative(layout, parallel, scale);
        sweeps = new Sweeps(
                layout,
                parallel,
                new Sweeps.Chain(
                        layout.jumpStart, layout.jumpTo, derivative.jump, derivative.out, derivative.discount));
        gmres = new Gmres(layout, derivative, sweeps, parallel);
        right = new float[layout.size()];
        solution = new float[layout.size()];
        partial = new double[layout.blocks()];
    }

    /// Natural units of each actor's values in points: what its flow can make of them, and its dearest
    /// play.
    static double[] scales(Game game) {
        double[] scale = new double[game.actors];
        double[] cost = new double[game.actors];
        for (int p = 0; p < game.playCost.length; p++) {
            cost[game.playActor[p]] = Math.max(cost[game.playActor[p]], Math.abs(game.playCost[p]));
        }
        for (int i = 0; i < game.actors; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = i; k < game.flowTable.length; k += game.actors) {
                least = Math.min(least, game.flowTable[k]);
                most = Math.max(most, game.flowTable[k]);
            }
            double reach = (most - least) / game.discount[i] + cost[i];
            scale[i] = reach > 0 ? reach : 1;
        }
        return scale;
    }

    /// Takes J at `v`, at which `field` was evaluated last, as exactly as a shift of σ or more deserves.
    void linearise(LogitField field, double[] v, double sigma) {
        derivative.take(field, v, NEGLIGIBLE * (sigma + leastDiscount));
    }

    /// Takes for J the chain that is played, the same for every actor.
    void freeze(LogitField field) {
        derivative.freeze(field);
    }

    /// Gets ready for σ.
    void shift(double sigma) {
        derivative.shift(sigma);
        sweeps.prepare(sigma);
        double stiffness = sigma == 0 ? Double.POSITIVE_INFINITY : fastest() / sigma;
        pairs = stiffness < 2 ? 1 : stiffness < 10 ? 2 : 4;
    }

    /// Largest rate out of a state.
    double fastest() {
        double most = 0;
        for (float rate : derivative.out) {
            most = Math.max(most, rate);
        }
        return most;
    }

    /// Solves for δ until the residual has fallen by `fall`; returns by how much it fell. Lengths are
    /// taken with each
    /// actor in its own units, and relative to the largest entry of r, so that single precision never
    /// runs out.
    double solve(double[] r, double[] delta, double fall) {
        double largest = largest(r);
        if (!(largest > 0)) {
            Arrays.fill(delta, largest);
            return largest;
        }
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < scale.length; i++) {
                    right[x * lanes + i] = (float) (r[x * lanes + i] / (scale[i] * largest));
                }
            }
        });
        double fell = gmres.solve(right, solution, pairs, fall, MOST_PRODUCTS);
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < scale.length; i++) {
                    delta[x * lanes + i] = solution[x * lanes + i] * (scale[i] * largest);
                }
            }
        });
        return fell;
    }

    int products() {
        return gmres.products();
    }

    /// max |r_i| with each actor in its own units.
    private double largest(double[] r) {
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            double most = 0;
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < scale.length; i++) {
                    most = Math.max(most, Math.abs(r[x * lanes + i]) / scale[i]);
                }
            }
            partial[b] = most;
        });
        double most = 0;
        for (double p : partial) {
            most = Math.max(most, p);
        }
        return most;
    }

    /// ‖r‖₂ with each actor in its own units.
    double norm(double[] r) {
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            double sum = 0;
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < scale.length; i++) {
                    double s = r[x * lanes + i] / scale[i];
                    sum += s * s;
                }
            }
            partial[b] = sum;
        });
        double sum = 0;
        for (double p : partial) {
            sum += p;
        }
        return Math.sqrt(sum);
    }
}
