package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// [LogitField] differentiated backward: given weights ν on F and a slope by each rate of play, the
/// slope of the number
///
///     Φ = Σ_x Σ_i ν_i(x) F_i(x) + Σ_e slope_e h_e
///
/// by V and, on the way there, by everything F is made of. The set of intended plays (A > 0) is
/// held fixed. With jump̄, h̄, ē, Ā the slopes of Φ by a jump's rate, a play's rate, its exponent
/// playWeight + κ A and its advantage, a the actor of play e, own_e as in LogitField:
///
///     jump̄(x, y) = Σ_i ν_i(x) (V_i(y) − V_i(x))
///     h̄_e        = slope_e + ν_a(x) own_e + Σ_y P_e(y) jump̄(x, y)
///     ē_e        = h_e (h̄_e − Σ_{e′ of a} (h_e′/λ_a) h̄_e′)        (+ ν_a h_e / κ_a under *tastes*)
///     Ā_e        = κ_a ē_e                                (− ν_a h_e where not meant, or under *tastes*)
///     V̄_i(y)     = −(ρ_i + Σ_z jump(y, z)) ν_i(y) + Σ_x jump(x, y) ν_i(x)
///                  + Σ_{i's plays e into y} P_e(y) Ā_e − Σ_{i's plays e in y} Σ_z P_e(z) Ā_e
///
/// Without slopes V̄ = Jᵀ ν, the transpose of the product of [Derivative] but with nothing left
/// out and in double precision. Each state is written by one task, from what leads into it
/// ([Inflow]), so the result does not depend on threads. O(leads + jumps · N); memory 24 bytes a
/// play, 8 a jump.
final class Pullback {

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    private final LeadLists lists;
    private final Rates play;
    private final Inflow inflow;
    private final double[] v;
    /// Rate out of each state `[R]`.
    final double[] out;
    /// Rate of each entry of [Inflow], so that they are read in the order in which they lie.
    private final double[] inward;
    /// jump̄ of each jump, as of the last call.
    final double[] jumpSlope;
    /// h̄ of each play, as of the last call.
    final double[] rateSlope;
    /// ē of each play, as of the last call.
    final double[] exponentSlope;
    /// Ā of each play, as of the last call.
    final double[] advantageSlope;

    /// At `v`, where play is `play`.
    Pullback(Layout layout, Parallel parallel, LeadLists lists, Inflow inflow, Rates play, double[] v) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        this.inflow = inflow;
        this.lists = lists;
        this.play = play;
        this.v = v;
        out = new double[layout.states];
        for (int x = 0; x < layout.states; x++) {
            for (int j = game.jumpStart[x]; j < game.jumpStart[x + 1]; j++) {
                out[x] += play.jump()[j];
            }
        }
        inward = new double[inflow.jump.length];
        Arrays.setAll(inward, k -> play.jump()[inflow.jump[k]]);
        jumpSlope = new double[game.jumpTo.length];
        rateSlope = new double[game.plays()];
        exponentSlope = new double[game.plays()];
        advantageSlope = new double[game.plays()];
    }

    /// V̄ `[R * lanes]` into `w` for ν `[R * lanes]` and the slope by the rate of each play
    /// `[plays]`.
    void apply(double[] nu, double[] slope, double[] w) {
        parallel.run(layout.blocks(), b -> {
            int last = layout.block[b + 1];
            for (int x = layout.block[b]; x < last; x++) {
                leave(x, nu, w);
                respond(x, nu, slope, w);
            }
        });
        parallel.run(layout.blocks(), b -> {
            for (int y = layout.block[b]; y < layout.block[b + 1]; y++) {
                arrive(y, nu, w);
            }
        });
    }

    /// jump̄ from x, and what V_i(x) does to F_i(x) by itself.
    private void leave(int x, double[] nu, double[] w) {
        int lanes = layout.lanes;
        int k = x * lanes;
        Arrays.fill(w, k, k + lanes, 0);
        for (int i = 0; i < game.actors; i++) {
            w[k + i] = -(game.discount[i] + out[x]) * nu[k + i];
        }
        int first = game.jumpStart[x];
        int last = game.jumpStart[x + 1];
        Arrays.fill(jumpSlope, first, last, 0);
        for (int line = 0; line < lanes; line += Layout.LINE) {
            if (layout.turned()) {
                for (int j = first; j < last; j++) {
                    int y = game.jumpTo[j] * lanes;
                    int turn = layout.jumpTurn[j] + line;
                    jumpSlope[j] += ScalarSeatedLines.across(nu, v, k + line, y, layout.turns, turn);
                }
            } else {
                Lines.across(nu, v, jumpSlope, k + line, line, lanes, game.jumpTo, first, last);
            }
        }
    }

    /// h̄, ē and Ā of the plays of x, and what V(x) does through Ā.
    private void respond(int x, double[] nu, double[] slope, double[] w) {
        int end = game.playStart[x + 1];
        int from = game.playStart[x];
        while (from < end) {
            int to = from;
            double mean = 0;
            for (; to < end && lists.of.playActor[to] == lists.of.playActor[from]; to++) {
                double slopes = slope[to]
                        + nu[lists.playAt[to]] * layout.reading.worth(play.advantage()[to], lists.of.playCost[to]);
                for (int l = lists.of.leadStart[to]; l < lists.of.leadStart[to + 1]; l++) {
                    slopes += lists.of.leadOdds[l] * jumpSlope[lists.jump[l]];
                }
                rateSlope[to] = slopes;
                mean += play.rate()[to] / game.acts[lists.of.playActor[to]] * slopes;
            }
            for (int e = from; e < to; e++) {
                w[lists.playAt[e]] -= departure(e) * choose(e, mean, nu[lists.playAt[e]]);
            }
            from = to;
        }
    }

    /// ē and Ā of play e, of which it returns the latter.
    private double choose(int e, double mean, double own) {
        double kappa = game.kappa[lists.of.playActor[e]];
        double h = play.rate()[e];
        boolean tastes = game.choice == Choice.TASTES;
        double exponent = h * (rateSlope[e] - mean) + (tastes ? own * h / kappa : 0);
        exponentSlope[e] = exponent;
        advantageSlope[e] = kappa * exponent - (tastes || !layout.reading.meant(play.advantage()[e]) ? own * h : 0);
        return advantageSlope[e];
    }

    /// Odds that play e leads anywhere.
    private double departure(int e) {
        double sum = 0;
        for (int l = lists.of.leadStart[e]; l < lists.of.leadStart[e + 1]; l++) {
            sum += lists.of.leadOdds[l];
        }
        return sum;
    }

    /// What V(y) does from the states that lead to y.
    private void arrive(int y, double[] nu, double[] w) {
        int lanes = layout.lanes;
        for (int line = 0; line < lanes; line += Layout.LINE) {
            int first = inflow.start[y];
            int last = inflow.start[y + 1];
            if (layout.turned()) {
                ScalarSeatedLines.gather(w, y * lanes + line, line, layout, inflow, inward, nu, first, last);
            } else {
                Lines.gather(nu, w, y * lanes + line, line, lanes, inflow.from, inward, first, last);
            }
        }
        for (int k = inflow.leadStart[y]; k < inflow.leadStart[y + 1]; k++) {
            int l = inflow.lead[k];
            w[lists.at[l]] += lists.of.leadOdds[l] * advantageSlope[lists.play[l]];
        }
    }
}
