package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import org.casus.game.Game;

/// The equations of the model written down once more, as plainly as can be, state by state and actor
/// by actor. What the
/// solver says is judged by this.
final class Naive {

    private final Game game;

    Naive(Game game) {
        this.game = game;
    }

    /// Σ_y P_e(y) (V_i(y) − V_i(x))
    double gain(int x, int e, int i, double[] v) {
        double gain = 0;
        for (int l = game.leadStart[game.entry(x, e)]; l < game.leadStart[game.entry(x, e) + 1]; l++) {
            gain += game.leadOdds[l] * (at(v, game.leadTo(x, l), i) - at(v, x, i));
        }
        return gain;
    }

    double advantage(int x, int e, double[] v) {
        return gain(x, e, game.playActor[game.entry(x, e)], v) - game.playCost[game.entry(x, e)];
    }

    double[] rates(double[] v) {
        double[] rate = new double[game.plays()];
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                double sum = 1;
                for (int e : playsOf(x, i)) {
                    sum += weight(x, e, v);
                }
                for (int e : playsOf(x, i)) {
                    rate[e] = game.acts[i] * weight(x, e, v) / sum;
                }
            }
        }
        return rate;
    }

    double weight(int x, int e, double[] v) {
        return Math.exp(
                game.playWeight[game.entry(x, e)] + game.kappa[game.playActor[game.entry(x, e)]] * advantage(x, e, v));
    }

    /// F_i(x) for given rates.
    double field(int x, int i, double[] v, double[] rate) {
        double f = game.flow(x, i) - game.discount[i] * at(v, x, i);
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            f += game.chanceRate[k] * (at(v, game.chanceTo(x, k), i) - at(v, x, i));
        }
        double sum = 1;
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            if (game.playActor[game.entry(x, e)] != i) {
                f += rate[e] * gain(x, e, i, v);
                continue;
            }
            double advantage = advantage(x, e, v);
            switch (game.choice) {
                case INTENTIONS -> f += rate[e] * Math.max(0, advantage);
                case MISTAKES -> f += rate[e] * advantage;
                case TASTES -> sum += weight(x, e, v);
            }
        }
        return f + game.acts[i] / Math.max(game.kappa[i], 1e-300) * Math.log(sum);
    }

    double[] field(double[] v) {
        double[] rate = rates(v);
        double[] f = new double[v.length];
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                f[x * game.actors + i] = field(x, i, v, rate);
            }
        }
        return f;
    }

    /// What is left of the equation of worth: u − Σ h c + G W − ρ W.
    double[] worthLeft(double[] w, double[] rate) {
        double[] left = new double[w.length];
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                double f = game.flow(x, i) - game.discount[i] * at(w, x, i);
                for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                    f += game.chanceRate[k] * (at(w, game.chanceTo(x, k), i) - at(w, x, i));
                }
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    int p = game.entry(x, e);
                    f += rate[e] * gain(x, e, i, w);
                    f -= game.playActor[p] == i ? rate[e] * game.playCost[p] : 0;
                }
                left[x * game.actors + i] = f;
            }
        }
        return left;
    }

    /// V by Gauss–Seidel from zero: at each state in turn, rates from V as it is, then each actor's
    /// equation solved for
    /// V_i(x) with everything else held.
    double[] gaussSeidel(double enough, int most) {
        double[] v = new double[game.states * game.actors];
        for (int sweep = 0; sweep < most; sweep++) {
            double change = 0;
            for (int x = 0; x < game.states; x++) {
                for (int i = 0; i < game.actors; i++) {
                    double next = balance(x, i, v);
                    change = Math.max(change, Math.abs(next - at(v, x, i)));
                    v[x * game.actors + i] = next;
                }
            }
            if (change < enough) {
                return v;
            }
        }
        throw new AssertionError("Gauss-Seidel did not converge in " + most + " sweeps");
    }

    private double balance(int x, int i, double[] v) {
        double out = game.discount[i];
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            out += game.chanceRate[k];
        }
        double[] rate = new double[game.plays()];
        for (int k = 0; k < game.actors; k++) {
            double sum = 1;
            for (int e : playsOf(x, k)) {
                sum += weight(x, e, v);
            }
            for (int e : playsOf(x, k)) {
                rate[e] = game.acts[k] * weight(x, e, v) / sum;
                for (int l = game.leadStart[game.entry(x, e)]; l < game.leadStart[game.entry(x, e) + 1]; l++) {
                    out += rate[e] * game.leadOdds[l];
                }
            }
        }
        return at(v, x, i) + field(x, i, v, rate) / out;
    }

    private List<Integer> playsOf(int x, int i) {
        var plays = new ArrayList<Integer>();
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            if (game.playActor[game.entry(x, e)] == i) {
                plays.add(e);
            }
        }
        return plays;
    }

    private double at(double[] v, int x, int i) {
        return v[x * game.actors + i];
    }
}
