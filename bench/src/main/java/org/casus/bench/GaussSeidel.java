package org.casus.bench;

import java.util.Arrays;
import java.util.Locale;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// The yardstick for solving: Gauss–Seidel from zero, the loop most people would write. State by state
/// the rates of play are taken afresh, and every actor's equation is solved for its value there with
/// all else held. One thread, double precision, nothing clever and nothing wasteful. Reads *intentions*
/// only.
///
/// Where play is sharp the plain loop may go round in circles for ever. Taken in steps τ of the time in
/// which the game grows longer, which adds 1/τ to what each equation is divided by, it follows that game
/// instead: slower, but to where the long game ends if τ is short.
final class GaussSeidel {

    private final Game game;
    private final double shift;
    private final double[] value;
    private final double[] rate;
    private final double[] advantage;
    private final double[] sum;
    private int sweeps;
    private double residual;

    /// The plain loop.
    GaussSeidel(Game game) {
        this(game, Double.POSITIVE_INFINITY);
    }

    /// In steps of `step` clock units.
    GaussSeidel(Game game, double step) {
        if (game.choice != Choice.INTENTIONS) {
            throw new IllegalArgumentException("the yardstick reads intentions only, not " + game.choice);
        }
        this.game = game;
        shift = 1 / step;
        value = new double[game.states * game.actors];
        sum = new double[game.actors];
        int most = 0;
        for (int x = 0; x < game.states; x++) {
            most = Math.max(most, game.playStart[x + 1] - game.playStart[x]);
        }
        rate = new double[most];
        advantage = new double[most];
    }

    /// V `[R * N]` once no |F_i| / ρ_i is more than `tolerance` of max |V_i|, as seen on the way, or once it has
    /// taken `most` CPU seconds.
    double[] solve(double tolerance, double most) {
        double before = Stopwatch.cpu();
        residual = Double.POSITIVE_INFINITY;
        while (residual > tolerance && Stopwatch.cpu() - before < most) {
            residual = sweep();
        }
        return value;
    }

    /// V `[R * N]` as it is.
    double[] value() {
        return value;
    }

    /// What the last sweep met.
    double residual() {
        return residual;
    }

    int sweeps() {
        return sweeps;
    }

    /// `residual 9.8e-10 after 201 sweeps`
    String told() {
        return String.format(Locale.ROOT, "residual %.1e after %,d sweeps", residual, sweeps);
    }

    /// One sweep; returns max |F_i| / ρ_i / max |V_i| as it was when each state was met.
    private double sweep() {
        int n = game.actors;
        double[] gap = new double[n];
        double[] size = new double[n];
        for (int x = 0; x < game.states; x++) {
            weigh(x);
            for (int i = 0; i < n; i++) {
                double f = game.flow(x, i) - game.discount[i] * value[x * n + i];
                double out = game.discount[i];
                for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                    f += game.chanceRate[k] * (value[game.chanceTo(x, k) * n + i] - value[x * n + i]);
                    out += game.chanceRate[k];
                }
                int first = game.playStart[x];
                for (int e = first; e < game.playStart[x + 1]; e++) {
                    double h = rate[e - first];
                    int p = game.entry(x, e);
                    if (game.playActor[p] != i) {
                        f += h * gain(x, p, i);
                    } else if (advantage[e - first] > 0) {
                        f += h * advantage[e - first];
                    } else {
                        continue;
                    }
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        out += h * game.leadOdds[l];
                    }
                }
                value[x * n + i] += f / (out + shift);
                gap[i] = Math.max(gap[i], Math.abs(f) / game.discount[i]);
                size[i] = Math.max(size[i], Math.abs(value[x * n + i]));
            }
        }
        sweeps++;
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, gap[i] == 0 ? 0 : gap[i] / size[i]);
        }
        return most;
    }

    /// Advantages and rates of the plays of x.
    private void weigh(int x) {
        int first = game.playStart[x];
        int last = game.playStart[x + 1];
        Arrays.fill(sum, 1);
        for (int e = first; e < last; e++) {
            int p = game.entry(x, e);
            int i = game.playActor[p];
            advantage[e - first] = gain(x, p, i) - game.playCost[p];
            rate[e - first] = Math.exp(game.playWeight[p] + game.kappa[i] * advantage[e - first]);
            sum[i] += rate[e - first];
        }
        for (int e = first; e < last; e++) {
            int i = game.playActor[game.entry(x, e)];
            rate[e - first] *= game.acts[i] / sum[i];
        }
    }

    /// Σ_y P_e(y) (V_i(y) − V_i(x))
    private double gain(int x, int p, int i) {
        double gain = 0;
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            gain += game.leadOdds[l] * (value[game.leadTo(x, l) * game.actors + i] - value[x * game.actors + i]);
        }
        return gain;
    }
}
