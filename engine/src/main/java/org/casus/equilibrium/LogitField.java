package org.casus.equilibrium;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// The field F(V): how fast values change per unit of horizon when the game to come is worth V, and
/// the rates of play.
///
///     A_e    = −c_e + Σ_y P_e(y) (V_i(y) − V_i(x))             advantage of play e of actor i in x
/// over waiting
///     w_e    = exp(playWeight_e + κ_i A_e)
///     h_e    = λ_i w_e / (1 + Σ w)                             sum over i's plays in x
///     F_i(x) = u_i − ρ_i V_i + Σ_y jump(x, y) (V_i(y) − V_i(x)) + own_i
///
/// where jump(x, y) is the total rate at which x jumps to y, by chance and by anyone's plays. `own_i`
/// puts i's own
/// plays
/// right, which the sum over jumps counts at h_e (A_e + c_e): they are worth h_e max(0, A_e) under
/// *intentions*, h_e
/// A_e
/// under *mistakes* and together (λ_i/κ_i) ln(1 + Σ w) under *tastes*.
///
/// Where exponents are large they are taken less the largest, so nothing overflows. One call is
/// O(leads + jumps · N)
/// and
/// one exponential a play. Rounding leaves |F| at about 1e-16 of the rates out times max |V|.
final class LogitField {

    /// Exponents beyond this are taken less the largest.
    private static final double LARGE = 600;

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    /// κ, which a continuation lowers `[N]`.
    final double[] kappa;
    /// h of each play at the values last given, per clock unit `[plays]`.
    final double[] rate;
    /// A of each play at the values last given, points `[plays]`.
    final double[] advantage;
    /// Total rate of each jump at the values last given `[jumps]`.
    final double[] jump;
    /// Largest |F_i| of each block and lane.
    private final double[] largest;
    /// 1 + Σ w of each state and lane of a tile, for each block.
    private final double[][] sums;

    LogitField(Layout layout, Parallel parallel) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        kappa = game.kappa.clone();
        rate = new double[game.plays()];
        advantage = new double[game.plays()];
        jump = new double[layout.jumpTo.length];
        largest = new double[layout.blocks() * layout.lanes];
        sums = new double[layout.blocks()][Layout.TILE * layout.lanes];
    }

    /// Makes everyone's sharpness `share` of what the game says.
    void sharpen(double share) {
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = share * game.kappa[i];
        }
    }

    /// F at `v` into `f`, both `[R * lanes]`; [#rate], [#advantage] and [#jump] become those at `v`.
    void evaluate(double[] v, double[] f) {
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x += Layout.TILE) {
                int end = Math.min(x + Layout.TILE, layout.block[b + 1]);
                discount(x, end, v, f);
                weigh(x, end, v, f, sums[b]);
                choose(x, end, f, sums[b]);
                spread(x, end);
                drift(x, end, v, f);
            }
            note(b, f);
        });
    }

    /// f = u − ρ V for the states x … end − 1.
    private void discount(int x, int end, double[] v, double[] f) {
        int lanes = layout.lanes;
        for (int y = x; y < end; y++) {
            for (int i = 0; i < game.actors; i++) {
                f[y * lanes + i] = layout.lists.flow[y * game.actors + i] - game.discount[i] * v[y * lanes + i];
            }
        }
    }

    /// Advantages, weights w into [#rate], and 1 + Σ w into `sum`; the part of own that depends on that.
    private void weigh(int x, int end, double[] v, double[] f, double[] sum) {
        int base = x * layout.lanes;
        int firstPlay = layout.play(x);
        int lastPlay = layout.play(end);
        for (int e = firstPlay; e < lastPlay; e++) {
            advantage[e] = -layout.lists.playCost[e];
        }
        int lastLead = layout.lead(end);
        for (int l = layout.lead(x); l < lastLead; l++) {
            int e = layout.leadPlay[l];
            advantage[e] += layout.lists.leadOdds[l] * (v[layout.leadAt[l]] - v[layout.playAt[e]]);
        }
        double top = 0;
        for (int e = firstPlay; e < lastPlay; e++) {
            double exponent = layout.lists.playWeight[e] + kappa[layout.lists.playActor[e]] * advantage[e];
            rate[e] = exponent;
            top = Math.max(top, exponent);
        }
        Arrays.fill(sum, 1);
        if (top > LARGE) {
            weighLarge(x, end, f, sum);
        } else {
            for (int e = firstPlay; e < lastPlay; e++) {
                double w = Math.exp(rate[e]);
                rate[e] = w;
                sum[layout.playAt[e] - base] += w;
            }
        }
        if (game.choice == Choice.TASTES) {
            taste(x, end, f, Math::log, sum);
        }
    }

    /// The same where an exponent is large: w and 1 + Σ w are both multiplied by e^(−the largest),
    /// which cancels.
    private void weighLarge(int x, int end, double[] f, double[] sum) {
        int base = x * layout.lanes;
        double[] top = new double[sum.length];
        for (int e = layout.play(x); e < layout.play(end); e++) {
            int at = layout.playAt[e] - base;
            top[at] = Math.max(top[at], rate[e]);
        }
        for (int at = 0; at < top.length; at++) {
            sum[at] = Math.exp(-top[at]);
        }
        for (int e = layout.play(x); e < layout.play(end); e++) {
            int at = layout.playAt[e] - base;
            rate[e] = Math.exp(rate[e] - top[at]);
            sum[at] += rate[e];
        }
        if (game.choice == Choice.TASTES) {
            taste(x, end, f, t -> t, top);
        }
    }

    /// Turns weights into rates and adds own to f.
    private void choose(int x, int end, double[] f, double[] sum) {
        int base = x * layout.lanes;
        int lastPlay = layout.play(end);
        for (int e = layout.play(x); e < lastPlay; e++) {
            int at = layout.playAt[e];
            double h = game.acts[layout.lists.playActor[e]] * rate[e] / sum[at - base];
            rate[e] = h;
            f[at] += h * correction(e);
        }
    }

    /// f += (λ/κ) · a, state by state and actor by actor.
    private void taste(int x, int end, double[] f, DoubleUnaryOperator a, double[] of) {
        int lanes = layout.lanes;
        for (int y = x; y < end; y++) {
            for (int i = 0; i < game.actors; i++) {
                f[y * lanes + i] += game.acts[i] / kappa[i] * a.applyAsDouble(of[(y - x) * lanes + i]);
            }
        }
    }

    /// jump = chance and the rates of plays, by where they lead.
    private void spread(int x, int end) {
        int lastJump = layout.jumpStart[end];
        for (int j = layout.jumpStart[x]; j < lastJump; j++) {
            jump[j] = layout.jumpChance[j];
        }
        int lastLead = layout.lead(end);
        for (int l = layout.lead(x); l < lastLead; l++) {
            jump[layout.leadJump[l]] += rate[layout.leadPlay[l]] * layout.lists.leadOdds[l];
        }
    }

    /// What play e is worth to its actor each time, less the A + c the sum over jumps counts.
    double correction(int e) {
        double cost = layout.lists.playCost[e];
        return switch (game.choice) {
            case INTENTIONS -> meant(e) ? -cost : -advantage[e] - cost;
            case MISTAKES -> -cost;
            case TASTES -> -advantage[e] - cost;
        };
    }

    /// Whether its actor counts on making play e.
    boolean meant(int e) {
        return game.choice != Choice.INTENTIONS || advantage[e] > 0;
    }

    /// f += Σ_y jump(x, y) (V(y) − V(x)) for the states first … end − 1.
    private void drift(int first, int end, double[] v, double[] f) {
        int lanes = layout.lanes;
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = first; x < end; x++) {
                int from = layout.jumpStart[x];
                Lines.drift(v, f, x * lanes + line, line, lanes, layout.jumpTo, jump, from, layout.jumpStart[x + 1]);
            }
        }
    }

    /// Bits of numbers that are not negative order as the numbers do, and those of NaN above all.
    private void note(int b, double[] f) {
        int lanes = layout.lanes;
        long[] most = new long[lanes];
        for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
            for (int i = 0; i < lanes; i++) {
                most[i] = Math.max(most[i], Double.doubleToRawLongBits(f[x * lanes + i]) & Long.MAX_VALUE);
            }
        }
        for (int i = 0; i < lanes; i++) {
            largest[b * lanes + i] = Double.longBitsToDouble(most[i]);
        }
    }

    /// max |F_i| over the states at the values last given; NaN if one is not a number.
    double largest(int actor) {
        double most = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            most = Math.max(most, largest[b * layout.lanes + actor]);
        }
        return most;
    }

    /// What is left of the equations of [Worth], u − Σ h c − ρ W + Σ_y jump(x, y) (W(y) − W(x)), for
    /// the rates as they
    /// are.
    void incomeLeft(double[] w, double[] left) {
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < game.actors; i++) {
                    left[x * lanes + i] = layout.lists.flow[x * game.actors + i] - game.discount[i] * w[x * lanes + i];
                }
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    left[x * lanes + layout.lists.playActor[e]] -= rate[e] * layout.lists.playCost[e];
                }
            }
            drift(layout.block[b], layout.block[b + 1], w, left);
            note(b, left);
        });
    }
}
