package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// Solves (σ − J) δ = r in points, where J is the derivative of F at values given before: what every step of the solver
/// comes down to. σ is 1/(γh) for a step of length h, and 0 for Newton's.
final class ShiftedSystem {

    private static final int MOST_PRODUCTS = 400;

    private final Layout layout;
    private final Parallel parallel;
    private final double[] scale;
    private final Jacobian jacobian;
    private final Sweeps sweeps;
    private final Gmres gmres;
    private final double[] rhs;
    private final double[] solution;
    private int pairs = 1;

    ShiftedSystem(Layout layout, Parallel parallel, double[] scale) {
        this.layout = layout;
        this.parallel = parallel;
        this.scale = scale;
        jacobian = new Jacobian(layout, parallel, scale);
        sweeps = new Sweeps(jacobian, parallel);
        gmres = new Gmres(jacobian, sweeps, parallel);
        rhs = new double[layout.size()];
        solution = new double[layout.size()];
    }

    /// Natural units of each actor's values in points: what its flow can make of them, and its dearest play.
    static double[] scales(Game game) {
        double[] scale = new double[game.actors];
        double[] cost = new double[game.actors];
        for (int e = 0; e < game.plays(); e++) {
            cost[game.playActor[e]] = Math.max(cost[game.playActor[e]], Math.abs(game.playCost[e]));
        }
        for (int i = 0; i < game.actors; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int x = 0; x < game.states; x++) {
                least = Math.min(least, game.flow[x * game.actors + i]);
                most = Math.max(most, game.flow[x * game.actors + i]);
            }
            double reach = (most - least) / game.discount[i] + cost[i];
            scale[i] = reach > 0 ? reach : 1;
        }
        return scale;
    }

    /// Takes J at `v`, at which `field` was evaluated last.
    void linearise(LogitField field, double[] v) {
        jacobian.assemble(field, v);
    }

    /// Takes for J the chain that is played, the same for every actor.
    void freeze(LogitField field) {
        jacobian.freeze(field);
    }

    /// Gets ready for σ.
    void shift(double sigma) {
        sweeps.prepare(sigma);
        double stiffness = sigma == 0 ? Double.POSITIVE_INFINITY : jacobian.fastest() / sigma;
        pairs = stiffness < 2 ? 1 : stiffness < 10 ? 2 : 4;
    }

    /// Solves for δ from zero until the residual has fallen by `eta`; returns by how much it fell.
    double solve(double[] r, double[] delta, double eta) {
        toScale(r, rhs);
        double norm = norm(rhs);
        if (norm == 0) {
            Arrays.fill(delta, 0);
            return 0;
        }
        double left = gmres.solve(rhs, solution, true, pairs, eta * norm, MOST_PRODUCTS);
        toPoints(solution, delta);
        return left / norm;
    }

    /// (σ − J) δ for a J that does not mix actors.
    double fastest() {
        return jacobian.fastest();
    }

    void multiplyFrozen(double[] delta, double[] result) {
        jacobian.multiply(sweeps.shift(), delta, result);
    }

    int products() {
        return gmres.products();
    }

    /// ‖r‖₂ with each actor in its own units.
    double scaledNorm(double[] r) {
        toScale(r, rhs);
        return norm(rhs);
    }

    private double norm(double[] scaled) {
        return gmres.norm(scaled);
    }

    private void toScale(double[] points, double[] scaled) {
        rescale(points, scaled, true);
    }

    private void toPoints(double[] scaled, double[] points) {
        rescale(scaled, points, false);
    }

    private void rescale(double[] from, double[] to, boolean divide) {
        int lanes = layout.lanes;
        double[] factor = new double[lanes];
        for (int i = 0; i < scale.length; i++) {
            factor[i] = divide ? 1 / scale[i] : scale[i];
        }
        parallel.run(layout.blocks(), b -> {
            int end = layout.block[b + 1] * lanes;
            for (int k = layout.block[b] * lanes; k < end; k += lanes) {
                for (int i = 0; i < lanes; i++) {
                    to[k + i] = factor[i] * from[k + i];
                }
            }
        });
    }
}
