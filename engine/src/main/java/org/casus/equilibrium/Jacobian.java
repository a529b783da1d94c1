package org.casus.equilibrium;

import org.casus.game.Game;
import org.casus.scenario.Choice;

/// The derivative J of F at given values, with the set of intended plays (A > 0) held fixed: exact where F is smooth,
/// and
/// one of its semismooth derivatives on the kink. It acts on *scaled* changes, v_i = δV_i / scale_i, so that actors
/// with
/// large and small stakes count alike; the shifted operator σ − J is what the solver inverts.
///
///     (J v)_i(x) = −ρ_i v_i + Σ_y jump(x, y) (v_i(y) − v_i(x)) + Σ_e R_{e,i}(x) dA_e
///     dA_e       = Σ_y P_e(y) (v_a(y) − v_a(x))                                      a the actor of play e
///     R_{e,i}    = κ_a h_e (D_{e,i} − Σ_{e′ of a} (h_e′/λ_a) D_{e′,i}) scale_a/scale_i   how play e responds
///     D_{e,i}    = Σ_y P_e(y) (V_i(y) − V_i(x)) for the others, what e is worth to a itself (as in [LogitField])
///     R_{e,a}   −= h_e for the plays that a does not mean to make (*intentions*)
///
/// Plays whose response is below 1e-7 of the discounting are left out, as most of a board's are at any time.
/// Building it is O((leads + plays) · N), a product O(jumps · N + leads + kept plays · N). Memory 4 lanes + 4 bytes a
/// play, 8 a jump, 20 for each play that is not meant.
final class Jacobian {

    private static final double NEGLIGIBLE = 1e-7;

    final Layout layout;
    private final Game game;
    private final Parallel parallel;
    /// Units of each actor's values, points.
    private final double[] scale;
    /// Rate of each jump.
    final double[] jump;
    /// ρ_i + Σ of jump rates, less the rates of plays i does not mean to make `[R * lanes]`.
    final double[] out;
    /// Responses: the kept plays of state x are `keptStart[x] … keptEnd[x] − 1`, with their rows of R.
    private final int[] keptStart;

    private final int[] keptEnd;
    private final int[] kept;
    private final float[] response;
    /// Jumps that an actor does not count because it does not mean to make them: those of state x are at
    /// `unmeantStart[x] … unmeantEnd[x] − 1`, each an index of v and a rate.
    final int[] unmeantStart;

    final int[] unmeantEnd;
    final int[] unmeantAt;
    final double[] unmeantRate;
    /// Gains D of the plays of one state, for each block.
    private final double[][] gains;

    Jacobian(Layout layout, Parallel parallel, double[] scale) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        this.scale = scale;
        jump = new double[layout.jumpTo.length];
        out = new double[layout.size()];
        keptStart = new int[layout.states];
        keptEnd = new int[layout.states];
        kept = new int[game.plays()];
        response = new float[game.plays() * layout.lanes];
        unmeantStart = new int[layout.states];
        unmeantEnd = new int[layout.states];
        int leads = game.choice == Choice.INTENTIONS ? game.leadTo.length : 0;
        unmeantAt = new int[leads];
        unmeantRate = new double[leads];
        gains = new double[layout.blocks()][(layout.mostPlays + 2) * layout.lanes];
    }

    /// Takes the derivative at `v`, at which `field` was evaluated last.
    void assemble(LogitField field, double[] v) {
        parallel.run(layout.blocks(), b -> assembleBlock(b, field, v));
    }

    private void assembleBlock(int b, LogitField field, double[] v) {
        int lanes = layout.lanes;
        int keptTo = game.playStart[layout.block[b]];
        int unmeantTo = game.leadStart[keptTo];
        for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
            countJumps(x, field);
            keptStart[x] = keptTo;
            unmeantStart[x] = unmeantTo;
            int end = game.playStart[x + 1];
            for (int e = game.playStart[x]; e < end; ) {
                int actor = game.playActor[e];
                int last = e + 1;
                while (last < end && game.playActor[last] == actor) {
                    last++;
                }
                gainsOf(x, actor, e, last, v, field.rate, gains[b]);
                for (int p = e; p < last; p++) {
                    boolean meant = game.choice != Choice.INTENTIONS || gains[b][(p - e) * lanes + actor] > 0;
                    if (respond(p, p - e, last - e, actor, meant, field, gains[b], keptTo)) {
                        keptTo++;
                        unmeantTo = meant ? unmeantTo : leaveOut(x, p, actor, field.rate[p], unmeantTo);
                    }
                }
                e = last;
            }
            keptEnd[x] = keptTo;
            unmeantEnd[x] = unmeantTo;
        }
    }

    /// Takes the chain that is played at the values `field` was given last, without responses, the same for each actor.
    void freeze(LogitField field) {
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                countJumps(x, field);
                keptStart[x] = 0;
                keptEnd[x] = 0;
                unmeantStart[x] = 0;
                unmeantEnd[x] = 0;
            }
        });
    }

    /// Largest ρ + rate out of a state.
    double fastest() {
        double most = 0;
        for (double rate : out) {
            most = Math.max(most, rate);
        }
        return most;
    }

    private void countJumps(int x, LogitField field) {
        double total = 0;
        for (int j = layout.jumpStart[x]; j < layout.jumpStart[x + 1]; j++) {
            jump[j] = field.jump[j];
            total += jump[j];
        }
        for (int i = 0; i < layout.lanes; i++) {
            out[x * layout.lanes + i] = total + (i < game.actors ? game.discount[i] : 1);
        }
    }

    /// Rows of D for the plays of one actor, and after them their mean weighted by h/λ.
    private void gainsOf(int x, int actor, int first, int last, double[] v, double[] rate, double[] d) {
        int lanes = layout.lanes;
        int mean = (last - first) * lanes;
        for (int i = 0; i < lanes; i++) {
            d[mean + i] = 0;
        }
        for (int e = first; e < last; e++) {
            int row = (e - first) * lanes;
            for (int i = 0; i < lanes; i++) {
                d[row + i] = 0;
            }
            for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                double odds = game.leadOdds[l];
                int y = game.leadTo[l] * lanes;
                for (int i = 0; i < lanes; i++) {
                    d[row + i] += odds * (v[y + i] - v[x * lanes + i]);
                }
            }
            double advantage = d[row + actor] - game.playCost[e];
            d[row + actor] = switch (game.choice) {
                case INTENTIONS -> Math.max(0, advantage);
                case MISTAKES -> advantage;
                case TASTES -> 0;
            };
            double share = rate[e] / game.acts[actor];
            for (int i = 0; i < lanes; i++) {
                d[mean + i] += share * d[row + i];
            }
        }
    }

    /// Writes the row of R for play e, unless nobody would notice.
    private boolean respond(
            int e, int index, int count, int actor, boolean meant, LogitField field, double[] d, int at) {
        int lanes = layout.lanes;
        double h = field.rate[e];
        double slope = field.kappa(actor) * h;
        double most = 0;
        for (int i = 0; i < game.actors; i++) {
            double r = slope * (d[index * lanes + i] - d[count * lanes + i]) * (scale[actor] / scale[i]);
            if (i == actor && !meant) {
                r -= h;
            }
            response[at * lanes + i] = (float) r;
            most = Math.max(most, Math.abs(r) / game.discount[i]);
        }
        if (most < NEGLIGIBLE) {
            return false;
        }
        kept[at] = e;
        return true;
    }

    private int leaveOut(int x, int e, int actor, double rate, int from) {
        int lanes = layout.lanes;
        int to = from;
        for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
            double r = rate * game.leadOdds[l];
            unmeantAt[to] = game.leadTo[l] * lanes + actor;
            unmeantRate[to++] = r;
            out[x * lanes + actor] -= r;
        }
        return to;
    }

    /// (shift − J) v into `w`.
    void multiply(double shift, double[] v, double[] w) {
        parallel.run(layout.blocks(), b -> multiplyBlock(b, shift, v, w));
    }

    private void multiplyBlock(int b, double shift, double[] v, double[] w) {
        int lanes = layout.lanes;
        for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
            for (int i = 0; i < lanes; i++) {
                double rho = i < game.actors ? game.discount[i] : 1;
                w[x * lanes + i] = (shift + rho) * v[x * lanes + i];
            }
            drift(x, v, w);
            for (int k = keptStart[x]; k < keptEnd[x]; k++) {
                int e = kept[k];
                int actor = game.playActor[e];
                double here = v[x * lanes + actor];
                double gain = 0;
                for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                    gain += game.leadOdds[l] * (v[game.leadTo[l] * lanes + actor] - here);
                }
                for (int i = 0; i < lanes; i++) {
                    w[x * lanes + i] -= gain * response[k * lanes + i];
                }
            }
        }
    }

    /// Subtracts Σ_y jump(x, y) (v(y) − v(x)) from the lanes of x.
    private void drift(int x, double[] v, double[] w) {
        int lanes = layout.lanes;
        int end = layout.jumpStart[x + 1];
        for (int k = x * lanes, line = 0; line < lanes; line += Layout.LINE, k += Layout.LINE) {
            double v0 = v[k];
            double v1 = v[k + 1];
            double v2 = v[k + 2];
            double v3 = v[k + 3];
            double w0 = w[k];
            double w1 = w[k + 1];
            double w2 = w[k + 2];
            double w3 = w[k + 3];
            for (int j = layout.jumpStart[x]; j < end; j++) {
                double r = jump[j];
                int y = layout.jumpTo[j] * lanes + line;
                w0 -= r * (v[y] - v0);
                w1 -= r * (v[y + 1] - v1);
                w2 -= r * (v[y + 2] - v2);
                w3 -= r * (v[y + 3] - v3);
            }
            w[k] = w0;
            w[k + 1] = w1;
            w[k + 2] = w2;
            w[k + 3] = w3;
        }
    }
}
