package org.casus.equilibrium;

import org.casus.game.Game;
import org.casus.scenario.Choice;

/// The field F(V): how fast values change per unit of horizon when the game to come is worth V, and the rates of play.
///
///     A_e    = −c_e + Σ_y P_e(y) (V_i(y) − V_i(x))             advantage of play e of actor i in x over waiting
///     w_e    = exp(playWeight_e + κ_i A_e)
///     h_e    = λ_i w_e / (1 + Σ w)                             sum over i's plays in x
///     F_i(x) = u_i − ρ_i V_i + Σ_y jump(x, y) (V_i(y) − V_i(x)) + own_i
///
/// where jump(x, y) is the total rate at which x jumps to y, by chance and by anyone's plays. `own_i` puts i's own
/// plays
/// right, which the sum over jumps counts at h_e (A_e + c_e): they are worth h_e max(0, A_e) under *intentions*, h_e
/// A_e
/// under *mistakes* and together (λ_i/κ_i) ln(1 + Σ w) under *tastes*.
///
/// Exponents are taken less the largest (waiting has 0), so nothing overflows. One call is O(leads + jumps · N) and one
/// exponential a play. Rounding leaves |F| at about 1e-16 of the rates out times max |V|.
final class LogitField {

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    /// κ, which a continuation lowers.
    private final double[] kappa;
    /// h of each play at the values last given, per clock unit.
    final double[] rate;
    /// Total rate of each jump at the values last given.
    final double[] jump;
    /// Largest |F_i| of each block and lane, then of each lane.
    private final double[] largest;
    /// Advantages of the plays of one state, for each block.
    private final double[][] advantage;

    LogitField(Layout layout, Parallel parallel) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        kappa = game.kappa.clone();
        rate = new double[game.plays()];
        jump = new double[layout.jumpTo.length];
        largest = new double[layout.blocks() * layout.lanes];
        advantage = new double[layout.blocks()][layout.mostPlays];
    }

    /// Makes everyone's sharpness `share` of what the game says.
    void sharpen(double share) {
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = share * game.kappa[i];
        }
    }

    double kappa(int actor) {
        return kappa[actor];
    }

    /// F at `v` into `f`; [#rate] and [#jump] become those at `v`. Both arrays are `[R * lanes]`.
    void evaluate(double[] v, double[] f) {
        parallel.run(layout.blocks(), b -> evaluateBlock(b, v, f));
    }

    private void evaluateBlock(int b, double[] v, double[] f) {
        int lanes = layout.lanes;
        int from = layout.block[b];
        int to = layout.block[b + 1];
        double[] adv = advantage[b];
        for (int x = from; x < to; x++) {
            int jumps = layout.jumpStart[x];
            System.arraycopy(layout.jumpChance, jumps, jump, jumps, layout.jumpStart[x + 1] - jumps);
            for (int i = 0; i < game.actors; i++) {
                f[x * lanes + i] = game.flow[x * game.actors + i] - game.discount[i] * v[x * lanes + i];
            }
            int end = game.playStart[x + 1];
            for (int e = game.playStart[x]; e < end; ) {
                int actor = game.playActor[e];
                int last = e + 1;
                while (last < end && game.playActor[last] == actor) {
                    last++;
                }
                f[x * lanes + actor] += play(x, actor, e, last, v, adv);
                e = last;
            }
            drift(x, v, f);
        }
        largestOfBlock(b, f);
    }

    /// Rates of the plays first … last − 1 of one actor in x, added to the jumps; returns own_i.
    private double play(int x, int actor, int first, int last, double[] v, double[] adv) {
        int lanes = layout.lanes;
        double here = v[x * lanes + actor];
        double sharpness = kappa[actor];
        double top = 0;
        for (int e = first; e < last; e++) {
            double gain = -game.playCost[e];
            for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                gain += game.leadOdds[l] * (v[game.leadTo[l] * lanes + actor] - here);
            }
            adv[e - first] = gain;
            double exponent = game.playWeight[e] + sharpness * gain;
            rate[e] = exponent;
            top = Math.max(top, exponent);
        }
        double sum = top == 0 ? 1 : Math.exp(-top);
        for (int e = first; e < last; e++) {
            double weight = Math.exp(rate[e] - top);
            rate[e] = weight;
            sum += weight;
        }
        double acts = game.acts[actor];
        double own = 0;
        for (int e = first; e < last; e++) {
            double h = acts * rate[e] / sum;
            rate[e] = h;
            own += h * correction(adv[e - first], game.playCost[e]);
            for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                jump[layout.leadJump[l]] += h * game.leadOdds[l];
            }
        }
        return game.choice == Choice.TASTES ? own + acts / sharpness * (top + Math.log(sum)) : own;
    }

    /// What a play of that advantage and cost is worth to its actor, less the A + c the sum over jumps counts.
    private double correction(double advantage, double cost) {
        return switch (game.choice) {
            case INTENTIONS -> advantage > 0 ? -cost : -advantage - cost;
            case MISTAKES -> -cost;
            case TASTES -> -advantage - cost;
        };
    }

    /// Adds Σ_y jump(x, y) (V(y) − V(x)) to the lanes of x.
    private void drift(int x, double[] v, double[] f) {
        int lanes = layout.lanes;
        int end = layout.jumpStart[x + 1];
        for (int k = x * lanes, line = 0; line < lanes; line += Layout.LINE, k += Layout.LINE) {
            double v0 = v[k];
            double v1 = v[k + 1];
            double v2 = v[k + 2];
            double v3 = v[k + 3];
            double f0 = f[k];
            double f1 = f[k + 1];
            double f2 = f[k + 2];
            double f3 = f[k + 3];
            for (int j = layout.jumpStart[x]; j < end; j++) {
                double r = jump[j];
                int y = layout.jumpTo[j] * lanes + line;
                f0 += r * (v[y] - v0);
                f1 += r * (v[y + 1] - v1);
                f2 += r * (v[y + 2] - v2);
                f3 += r * (v[y + 3] - v3);
            }
            f[k] = f0;
            f[k + 1] = f1;
            f[k + 2] = f2;
            f[k + 3] = f3;
        }
    }

    private void largestOfBlock(int b, double[] f) {
        int lanes = layout.lanes;
        for (int i = 0; i < game.actors; i++) {
            double most = 0;
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                most = Math.max(most, Math.abs(f[x * lanes + i]));
            }
            largest[b * lanes + i] = most;
        }
    }

    /// max |F_i| over the states at the values last given; NaN if any is not a number.
    double largest(int actor) {
        double most = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            most = Math.max(most, largest[b * layout.lanes + actor]);
        }
        return most;
    }
}
