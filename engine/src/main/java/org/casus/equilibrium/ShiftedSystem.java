package org.casus.equilibrium;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.casus.game.Game;

/// Solves (σ − J) δ = r, where J is the derivative of F at values given before: what every step
/// of the solver comes down to. σ is 1/(γh) for a step of length h, and 0 for Newton's.
///
/// Right side and solution lie in arrays of single precision that are used again and again: r is
/// put into [#right] in points, and δ is left in [#solution] in each actor's own units, of which
/// [#unit] says how many points they are.
final class ShiftedSystem {

    private static final int MOST_PRODUCTS = 400;

    private final Layout layout;
    private final Parallel parallel;
    private final double[] scale;
    private final Derivative derivative;
    private final Snapshot now;
    private final Sweeps sweeps;
    private final Gmres gmres;
    /// r `[R * lanes]`; solving leaves it in other units.
    final float[] right;
    /// δ `[R * lanes]`.
    final float[] solution;

    private final double[] partial;
    private double largest;
    private int pairs = 1;

    ShiftedSystem(Layout layout, Parallel parallel, LogitField field, double[] scale) {
        this.layout = layout;
        this.parallel = parallel;
        this.scale = scale;
        now = field.now;
        derivative = new Derivative(layout, parallel, field, scale);
        sweeps = new Sweeps(
                layout,
                parallel,
                new Sweeps.Chain(
                        layout.start,
                        layout.at,
                        layout.slotTurn,
                        layout.turns,
                        now.jump,
                        now.out,
                        derivative.discount));
        gmres = new Gmres(layout, derivative, sweeps, parallel);
        right = new float[layout.size()];
        solution = new float[layout.size()];
        partial = new double[layout.blocks()];
    }

    /// Natural units of each actor's values in points: what its flow can make of them, and its
    /// dearest play.
    static double[] scales(Game game) {
        int n = game.actors;
        double[] least = new double[n];
        double[] most = new double[n];
        double[] cost = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        // a part has the lists of the whole, and need not meet them all
        boolean[] flowMet = new boolean[game.flowTable.length / n];
        boolean[] met = new boolean[game.kinds()];
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < n && !flowMet[game.flowKind[x]]; i++) {
                least[i] = Math.min(least[i], game.flow(x, i));
                most[i] = Math.max(most[i], game.flow(x, i));
            }
            flowMet[game.flowKind[x]] = true;
            int kind = game.kind[x];
            for (int p = game.listStart[kind]; p < game.listStart[kind + 1] && !met[kind]; p++) {
                cost[game.playActor[p]] = Math.max(cost[game.playActor[p]], Math.abs(game.playCost[p]));
            }
            met[kind] = true;
        }
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = (most[i] - least[i]) / game.discount[i] + cost[i];
        }
        Seating.level(scale, Seating.alike(game));
        for (int i = 0; i < game.actors; i++) {
            scale[i] = scale[i] > 0 ? scale[i] : 1;
        }
        return scale;
    }

    /// Takes J at `v`, at which the field was evaluated last.
    void linearise(double[] v) {
        derivative.take(v);
    }

    /// Takes for J the chain that is played, the same for every actor.
    void freeze() {
        derivative.freeze();
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
        for (float rate : now.out) {
            most = Math.max(most, rate);
        }
        return most;
    }

    /// Points that one of [#solution] is to `actor`.
    double unit(int actor) {
        return scale[actor] * largest;
    }

    /// Solves for δ until the residual has fallen by `fall`; returns by how much it fell. Lengths
    /// are taken with each actor in its own units, and relative to the largest entry of r, so
    /// that single precision never runs out.
    double solve(double fall) {
        largest = largest();
        if (!(largest > 0)) {
            Arrays.fill(solution, (float) largest);
            double fell = largest;
            largest = 1;
            return fell;
        }
        double[] perUnit =
                IntStream.range(0, scale.length).mapToDouble(i -> 1 / unit(i)).toArray();
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < perUnit.length; i++) {
                    right[k + i] = (float) (right[k + i] * perUnit[i]);
                }
            }
        });
        double fell = gmres.solve(right, solution, pairs, fall, MOST_PRODUCTS);
        parallel.run(layout.blocks(), b -> Seating.even(solution, layout, layout.block[b], layout.block[b + 1]));
        return fell;
    }

    /// The same for r in points and double precision.
    double solve(double[] r, double fall) {
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k++) {
                right[k] = (float) r[k];
            }
        });
        return solve(fall);
    }

    /// The same with δ in points as well.
    double solve(double[] r, double[] delta, double fall) {
        double fell = solve(r, fall);
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    delta[k + i] = solution[k + i] * unit(i);
                }
            }
        });
        return fell;
    }

    /// v += times · δ
    void step(double[] v, double times) {
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    v[k + i] += times * (solution[k + i] * unit(i));
                }
            }
        });
    }

    /// δ in points, a fresh array.
    float[] points() {
        float[] points = new float[layout.size()];
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    points[k + i] = (float) (solution[k + i] * unit(i));
                }
            }
        });
        return points;
    }

    int products() {
        return gmres.products();
    }

    /// What to call after each product from now on.
    void beat(Runnable each) {
        gmres.beat(each);
    }

    /// Lets go of what only the next solve needs, where that is much.
    void release() {
        gmres.release();
    }

    /// max |r_i| with each actor in its own units.
    private double largest() {
        parallel.run(layout.blocks(), b -> {
            double most = 0;
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    most = Math.max(most, Math.abs(right[k + i]) / scale[i]);
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
        return norm(k -> r[k]);
    }

    /// The same of [#right].
    double norm() {
        return norm(k -> right[k]);
    }

    /// ‖f − σ δ‖₂ likewise; leaves f − σ δ in [#right].
    double norm(double[] f, double sigma) {
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    right[k + i] = (float) (f[k + i] - sigma * (solution[k + i] * unit(i)));
                }
            }
        });
        return norm();
    }

    private interface Entry {
        double at(int k);
    }

    private double norm(Entry r) {
        parallel.run(layout.blocks(), b -> {
            double sum = 0;
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < scale.length; i++) {
                    double s = r.at(k + i) / scale[i];
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
