package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The derivative J of F at given values with the set of intended plays (A > 0) held fixed: exact
/// where F is smooth, one of its semismooth derivatives on the kink of *intentions*. No matrix is formed: a product
/// differentiates [LogitField] as it stands. For a direction z, in each state
///
///     dA_e   = Σ_y P_e(y) (z_a(y) − z_a(x))                        a the actor of play e
///     dh_e   = κ_a h_e (dA_e − Σ_{e′ of a} (h_e′/λ_a) dA_e′)       how its rate responds
///     (Jz)_i = −ρ_i z_i + Σ_y jump(x, y) (z_i(y) − z_i(x)) + Σ_y djump(x, y) (V_i(y) − V_i(x)) + down_i
///     down_i = Σ_e dh_e own_e − Σ_{e not meant} h_e dA_e           over i's own plays, own_e as in LogitField
///
/// where djump gathers dh as jump gathers h. Under *tastes* the logarithm adds Σ h_e dA_e, which
/// cancels the last term: there, as under *mistakes*, all plays count as meant.
///
/// Everything is in single precision and in units of each actor (z_i = δV_i / scale_i), so that actors
/// with large and small stakes count alike; V is taken less a middle value of each actor, of which J knows nothing.
/// What it solves for is only a correction to V: residuals are always taken afresh in double precision.
///
/// Plays whose response cannot matter at the accuracy asked for are left out: in most states most of them. What a kept
/// one costs and where it leads is read from the list of its kind; only its h and A are its own. A product is
/// O(leads kept + jumps · N). Memory 2 bytes a play, 4 lanes + 2 a state beside the [Snapshot].
final class Derivative implements Operator {

    private static final char UNMEANT = 0x8000;

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
    /// How many plays of each state are kept `[R]`.
    private final char[] kept;
    /// Which, by their place in the list of the state's kind, and whether they are [#UNMEANT]; block by block from the
    /// number of its first play on. Their rates and own lie there in the snapshot, in place of rates and advantages.
    private final char[] which;
    /// Odds of the leads of the game's lists.
    private final float[] odds;
    /// 1/λ, and κ scale, of each actor.
    private final float[] slowness;

    private final float[] sharpness;
    private final Responses[] responses;
    /// σ + ρ of each lane.
    private final float[] diagonal;

    /// How the plays of one state respond to a direction.
    private static final class Responses {
        /// Rates by which leads change, and where their targets lie.
        final float[] change;
        final int[] to;
        /// dA of each kept play.
        final float[] gain;
        /// Mean dA of each lane, and what is taken off it.
        final float[] mean;
        final float[] down;

        Responses(int leads, int plays, int lanes) {
            change = new float[leads];
            to = new int[leads];
            gain = new float[plays];
            mean = new float[lanes];
            down = new float[lanes];
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
        kept = new char[layout.states];
        which = new char[game.plays()];
        odds = new float[game.leadOdds.length];
        for (int l = 0; l < odds.length; l++) {
            odds[l] = (float) game.leadOdds[l];
        }
        slowness = new float[game.actors];
        sharpness = new float[game.actors];
        responses = new Responses[layout.blocks()];
        int leads = 0;
        int plays = 0;
        for (int k = 0; k < game.kinds(); k++) {
            plays = Math.max(plays, game.listStart[k + 1] - game.listStart[k]);
            leads = Math.max(leads, game.leadStart[game.listStart[k + 1]] - game.leadStart[game.listStart[k]]);
        }
        if (plays >= UNMEANT) {
            throw new IllegalArgumentException("a state with " + plays + " plays");
        }
        for (int b = 0; b < responses.length; b++) {
            responses[b] = new Responses(leads, plays, layout.lanes);
        }
    }

    /// Takes the derivative at `v`, at which the field was evaluated last; responses below `negligible`,
    /// a rate, are left out. Once for each evaluation.
    void take(double[] v, double negligible) {
        double[] middle = middle(v);
        for (int i = 0; i < game.actors; i++) {
            slowness[i] = (float) (1 / game.acts[i]);
            sharpness[i] = (float) (field.kappa[i] * scale[i]);
        }
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < game.actors; i++) {
                    value[k + i] = (float) ((v[k + i] - middle[i]) / scale[i]);
                }
            }
            sift(b, negligible);
        });
    }

    /// Takes the chain that is played at the values the field was given last: no responses, all plays meant.
    void freeze() {
        Arrays.fill(kept, (char) 0);
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
        double[] middle = new double[n];
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int b = 0; b < layout.blocks(); b++) {
                least = Math.min(least, ends[2 * b * n + i]);
                most = Math.max(most, ends[(2 * b + 1) * n + i]);
            }
            middle[i] = 0.5 * (least + most);
        }
        return middle;
    }

    /// Keeps the plays of a block whose responses matter.
    private void sift(int b, double negligible) {
        int e = game.playStart[layout.block[b]];
        int to = e;
        for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
            int first = to;
            int from = game.listStart[game.kind[x]];
            int end = game.listStart[game.kind[x] + 1];
            for (int p = from; p < end; p++, e++) {
                int i = game.playActor[p];
                double h = now.rate[e];
                if (!(Math.max(h, h * field.kappa[i] * scale[i]) < negligible)) {
                    double advantage = now.advantage[e];
                    boolean meant = LogitField.meant(game.choice, advantage);
                    double own = LogitField.correction(game.choice, advantage, game.playCost[p]);
                    now.rate[to] = now.rate[e];
                    now.advantage[to] = (float) (own / scale[i]);
                    which[to++] = (char) (p - from | (meant ? 0 : UNMEANT));
                }
            }
            kept[x] = (char) (to - first);
        }
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
            Responses of = responses[b];
            int e = game.playStart[layout.block[b]];
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                Arrays.fill(of.down, 0);
                int leads = kept[x] == 0 ? 0 : respond(x, e, z, of);
                e += kept[x];
                int from = game.jumpStart[x];
                int to = game.jumpStart[x + 1];
                int slot = layout.start[x] - from;
                for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                    Lines.move(
                            diagonal,
                            z,
                            value,
                            w,
                            x * layout.lanes + line,
                            line,
                            layout.lanes,
                            game.jumpTo,
                            from,
                            to,
                            now.jump,
                            slot,
                            of.change,
                            of.to,
                            leads,
                            of.down);
                }
            }
        });
    }

    /// dh by leads and down of state x, whose first kept play is e; returns the number of leads.
    private int respond(int x, int e, float[] z, Responses of) {
        int count = kept[x];
        int list = game.listStart[game.kind[x]];
        int jumps = game.jumpStart[x];
        int here = x * layout.lanes;
        Arrays.fill(of.mean, 0);
        for (int k = 0; k < count; k++) {
            int p = list + (which[e + k] & ~UNMEANT);
            int i = game.playActor[p];
            float own = z[here + i];
            int last = game.leadStart[p + 1];
            float gain = 0;
            for (int l = game.leadStart[p]; l < last; l++) {
                gain += odds[l] * (z[game.jumpTo[jumps + game.leadJump[l]] * layout.lanes + i] - own);
            }
            of.gain[k] = gain;
            of.mean[i] += now.rate[e + k] * slowness[i] * gain;
        }
        int leads = 0;
        for (int k = 0; k < count; k++) {
            int p = list + (which[e + k] & ~UNMEANT);
            int i = game.playActor[p];
            float h = now.rate[e + k];
            float change = h * sharpness[i] * (of.gain[k] - of.mean[i]);
            int last = game.leadStart[p + 1];
            for (int l = game.leadStart[p]; l < last; l++) {
                of.change[leads] = change * odds[l];
                of.to[leads++] = game.jumpTo[jumps + game.leadJump[l]] * layout.lanes;
            }
            float unmeant = which[e + k] >= UNMEANT ? h : 0;
            of.down[i] += change * now.advantage[e + k] - unmeant * of.gain[k];
        }
        return leads;
    }
}
