package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The derivative J of F at given values with the set of intended plays (A > 0) held fixed: exact
/// where F is smooth, one of its semismooth derivatives on the kink of *intentions*. No matrix is
/// formed: a product differentiates [LogitField] as it stands. For a direction z, in each state
///
///     dA_e   = Σ_y P_e(y) (z_a(y) − z_a(x))                        a the actor of play e
///     dh_e   = κ_a h_e (dA_e − Σ_{e′ of a} (h_e′/λ_a) dA_e′)       how its rate responds
///     (Jz)_i = −ρ_i z_i + Σ_y jump(x, y) (z_i(y) − z_i(x)) + Σ_y djump(x, y) (V_i(y) − V_i(x)) + down_i
///     down_i = Σ_e dh_e own_e − Σ_{e not meant} h_e dA_e           over i's own plays, own_e as in LogitField
///
/// where djump gathers dh as jump gathers h. Under *tastes* the logarithm adds Σ h_e dA_e, which
/// cancels the last term: there, as under *mistakes*, all plays count as meant.
///
/// Everything is in single precision and in units of each actor (z_i = δV_i / scale_i), so that
/// actors with large and small stakes count alike; V is taken less a middle value of each actor,
/// of which J knows nothing. What it solves for is only a correction to V: residuals are always
/// taken afresh in double precision.
///
/// What a play costs and where it leads is read from the list of its state's kind; only its h and
/// own are its own. A product is O(leads + jumps · N). Memory 4 lanes bytes a state beside the
/// [Snapshot].
final class Derivative implements Operator {

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    private final LogitField field;
    private final Snapshot now;
    private final double[] scale;
    /// ρ of each lane; 1 in the padding.
    final float[] discount;
    /// (V_i − middle_i) / scale_i `[R * lanes]`.
    private final float[] value;
    private boolean frozen;
    private final Leads leads;
    /// Odds of each lead, and where in [Response#across] it reads what it leads to.
    private final float[] odds;

    private final int[] cell;
    /// 1/λ, and κ scale, of each actor.
    private final float[] slowness;

    private final float[] sharpness;
    private final Response[] responses;
    /// σ + ρ of each lane.
    private final float[] diagonal;

    /// One state's part in a product.
    private static final class Response {
        /// z(y) − z(x) of each jump and lane.
        final float[] across;
        /// dA of each play.
        final float[] gain;
        /// dh of each play.
        final float[] response;
        /// Rates by which leads change.
        final float[] change;
        /// Σ h dA of each lane, then down of each; zero between states.
        final float[] sums;

        Response(int jumps, int leads, int lanes) {
            across = new float[jumps * lanes];
            gain = new float[leads];
            response = new float[leads];
            change = new float[leads];
            sums = new float[2 * lanes];
        }
    }

    Derivative(Layout layout, Parallel parallel, LogitField field, double[] scale) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        this.field = field;
        this.scale = scale;
        now = field.now;
        discount = new float[layout.lanes];
        for (int i = 0; i < layout.lanes; i++) {
            discount[i] = i < game.actors ? (float) game.discount[i] : 1;
        }
        diagonal = new float[layout.lanes];
        value = new float[layout.size()];
        slowness = new float[game.actors];
        sharpness = new float[game.actors];
        leads = layout.leads;
        odds = new float[leads.odds.length];
        cell = new int[odds.length];
        for (int l = 0; l < odds.length; l++) {
            odds[l] = (float) leads.odds[l];
            cell[l] = leads.jump[l] * layout.lanes + leads.actor[l];
        }
        int jumps = 1;
        for (int x = 0; x < game.states; x++) {
            jumps = Math.max(jumps, game.jumpStart[x + 1] - game.jumpStart[x]);
        }
        responses = new Response[layout.blocks()];
        for (int b = 0; b < responses.length; b++) {
            responses[b] = new Response(jumps, leads.most, layout.lanes);
        }
    }

    /// Takes the derivative at `v`, at which the field was evaluated last.
    void take(double[] v) {
        frozen = false;
        double[] middle = middle(v);
        for (int i = 0; i < game.actors; i++) {
            slowness[i] = (float) (1 / game.acts[i]);
            sharpness[i] = (float) (field.kappa[i] * scale[i]);
        }
        parallel.run(layout.blocks(), b -> {
            takeValues(layout.block[b], layout.block[b + 1], v, middle);
        });
        takeValues(layout.unknown, layout.states, v, middle);
    }

    private void takeValues(int first, int end, double[] v, double[] middle) {
        for (int x = first; x < end; x++) {
            for (int i = 0; i < game.actors; i++) {
                int k = x * layout.lanes + i;
                value[k] = (float) ((v[k] - middle[i]) / scale[i]);
            }
        }
    }

    /// Takes the chain that is played at the values the field was given last: no responses, all
    /// plays meant.
    void freeze() {
        frozen = true;
    }

    private double[] middle(double[] v) {
        int n = game.actors;
        double[] ends = new double[2 * n * layout.blocks()];
        parallel.run(layout.blocks(), b -> {
            double[] least = new double[n];
            double[] most = new double[n];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < n; i++) {
                    least[i] = Math.min(least[i], v[k + i]);
                    most[i] = Math.max(most[i], v[k + i]);
                }
            }
            System.arraycopy(least, 0, ends, 2 * b * n, n);
            System.arraycopy(most, 0, ends, (2 * b + 1) * n, n);
        });
        double[] below = new double[n];
        double[] above = new double[n];
        Arrays.fill(below, Double.NEGATIVE_INFINITY);
        Arrays.fill(above, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < layout.blocks(); b++) {
                below[i] = Math.max(below[i], -ends[2 * b * n + i]);
                above[i] = Math.max(above[i], ends[(2 * b + 1) * n + i]);
            }
        }
        Seating.level(below, layout.alike);
        Seating.level(above, layout.alike);
        double[] middle = new double[n];
        Arrays.setAll(middle, i -> 0.5 * (above[i] - below[i]));
        return middle;
    }

    /// Chooses σ for [#multiply].
    void shift(double sigma) {
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = (float) sigma + discount[i];
        }
    }

    /// (σ − J) z into `w`.
    @Override
    public void multiply(float[] z, float[] w) {
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                move(x, z, w, responses[b]);
                if (!frozen) {
                    respond(x, w, responses[b]);
                }
            }
        });
    }

    /// (σ + ρ) z − Σ_y jump(x, y) (z(y) − z(x)), rates held.
    private void move(int x, float[] z, float[] w, Response of) {
        int lanes = layout.lanes;
        int first = game.jumpStart[x];
        int last = game.jumpStart[x + 1];
        int slot = layout.start[x];
        for (int line = 0; line < lanes; line += Layout.LINE) {
            int k = x * lanes + line;
            if (layout.turned()) {
                SeatedLines.move(diagonal, z, w, k, line, layout, first, last, now.jump, slot, of.across);
            } else {
                Lines.move(diagonal, z, w, k, line, lanes, game.jumpTo, first, last, now.jump, slot, of.across);
            }
        }
    }

    /// What rates do when they respond.
    private void respond(int x, float[] w, Response of) {
        int kind = game.kind[x];
        int first = leads.start[kind];
        int count = leads.start[kind + 1] - first;
        int plays = game.listStart[kind + 1] - game.listStart[kind];
        gain(game.playStart[x], first, plays, count, of);
        change(game.playStart[x], first, plays, count, of);
        int lanes = layout.lanes;
        int jumps = game.jumpStart[x];
        for (int line = 0; line < lanes; line += Layout.LINE) {
            int k = x * lanes + line;
            if (layout.turned()) {
                SeatedLines.respond(value, w, k, line, layout, jumps, first, of.change, count, of.sums);
            } else {
                Lines.respond(
                        value, w, k, line, lanes, leads.target, jumps, leads.jump, first, of.change, count, of.sums);
            }
        }
    }

    /// dA of the plays of a state, and Σ h dA of its actors.
    private void gain(int e, int first, int plays, int count, Response of) {
        float[] gains = of.gain;
        float[] across = of.across;
        float[] sums = of.sums;
        float[] rate = now.rate;
        int[] actor = leads.actor;
        for (int k = 0; k < plays; k++) {
            float gain = odds[first + k] * across[cell[first + k]];
            gains[k] = gain;
            sums[actor[first + k]] += Math.abs(rate[e + k]) * gain;
        }
        for (int l = first + plays; l < first + count; l++) {
            int k = leads.play[l];
            float gain = odds[l] * across[cell[l]];
            gains[k] += gain;
            sums[actor[l]] += Math.abs(rate[e + k]) * gain;
        }
    }

    /// By how much the rates of leads change, and down of the actors.
    private void change(int e, int first, int plays, int count, Response of) {
        int lanes = layout.lanes;
        float[] gains = of.gain;
        float[] responses = of.response;
        float[] changes = of.change;
        float[] sums = of.sums;
        float[] rate = now.rate;
        float[] own = now.own;
        int[] actor = leads.actor;
        for (int k = 0; k < plays; k++) {
            int i = actor[first + k];
            float signed = rate[e + k];
            float h = Math.abs(signed);
            float gain = gains[k];
            float response = h * sharpness[i] * (gain - sums[i] * slowness[i]);
            responses[k] = response;
            changes[k] = response * odds[first + k];
            // h where the play is not meant
            float unmeant = 0.5f * (h - signed);
            sums[lanes + i] += response * own[e + k] - unmeant * gain;
        }
        for (int k = plays; k < count; k++) {
            changes[k] = responses[leads.play[first + k]] * odds[first + k];
        }
    }
}
