package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The derivative J of F at given values with the set of intended plays (A > 0) held fixed: exact
/// where F is smooth,
/// one
/// of its semismooth derivatives on the kink of *intentions*. No matrix is formed: a product differentiates
/// [LogitField] as it stands. For a direction z, in each state
///
///     dA_e   = Σ_y P_e(y) (z_a(y) − z_a(x))                        a the actor of play e
///     dh_e   = κ_a h_e (dA_e − Σ_{e′ of a} (h_e′/λ_a) dA_e′)       how its rate responds
///     (Jz)_i = −ρ_i z_i + Σ_y jump(x, y) (z_i(y) − z_i(x)) + Σ_y djump(x, y) (V_i(y) − V_i(x)) + down_i
///     down_i = Σ_e dh_e own_e − Σ_{e not meant} h_e dA_e           over i's own plays, own_e as in
/// LogitField
///
/// where djump gathers dh as jump gathers h. Under *tastes* the logarithm adds Σ h_e dA_e, which
/// cancels the last term:
/// there, as under *mistakes*, all plays count as meant.
///
/// Everything is in single precision and in units of each actor (z_i = δV_i / scale_i), so that actors
/// with large and
/// small stakes count alike; V is taken less a middle value of each actor, of which J knows nothing.
/// What it solves for
/// is only a correction to V: residuals are always taken afresh in double precision.
///
/// Plays whose response cannot matter at the accuracy asked for are left out. A product is O(leads +
/// jumps · N), in
/// flat
/// loops over a tile of states at a time. Memory 20 bytes a play, 16 a lead, 4 a jump, 4 lanes + 4 a state.
final class Derivative implements Operator {

    private final Layout layout;
    private final Game game;
    private final Parallel parallel;
    private final double[] scale;
    /// ρ of each lane; 1 in the padding.
    final float[] discount;
    /// (V_i − middle_i) / scale_i `[R * lanes]`.
    private final float[] value;
    /// Rate of each jump.
    final float[] jump;
    /// Rate out of each state.
    final float[] out;
    /// Plays that respond, block by block: those of a tile are `keptStart[tile] … keptEnd[tile] − 1`.
    private final int[] keptStart;

    private final int[] keptEnd;
    /// Where the value of its state to its actor lies.
    private final int[] keptAt;
    /// κ h scale, h/λ, own/scale, and h if not meant.
    private final float[] keptResponse;

    private final float[] keptShare;
    private final float[] keptOwn;
    private final float[] keptUnmeant;
    /// Their leads: `leadStart[tile] … leadEnd[tile] − 1`, each with its kept play, target, jump and odds.
    private final int[] leadStart;

    private final int[] leadEnd;
    private final int[] leadKept;
    private final int[] leadAt;
    private final int[] leadJump;
    private final float[] leadOdds;
    /// For each block and one tile: dA and dh of plays, dA's means by state and lane, djump of jumps.
    private final float[][] gains;
    private final float[][] changes;

    private final float[][] means;
    private final float[][] responses;
    /// σ + ρ of each lane.
    private final float[] diagonal;

    Derivative(Layout layout, Parallel parallel, double[] scale) {
        this.layout = layout;
        this.game = layout.game;
        this.parallel = parallel;
        this.scale = scale;
        discount = new float[layout.lanes];
        for (int i = 0; i < layout.lanes; i++) {
            discount[i] = i < game.actors ? (float) game.discount[i] : 1;
        }
        diagonal = new float[layout.lanes];
        value = new float[layout.size()];
        jump = new float[layout.jumpTo.length];
        out = new float[layout.states];
        int tiles = tile(layout.blocks());
        int plays = game.plays();
        int leads = layout.lists.leadTo.length;
        keptStart = new int[tiles];
        keptEnd = new int[tiles];
        keptAt = new int[plays];
        keptResponse = new float[plays];
        keptShare = new float[plays];
        keptOwn = new float[plays];
        keptUnmeant = new float[plays];
        leadStart = new int[tiles];
        leadEnd = new int[tiles];
        leadKept = new int[leads];
        leadAt = new int[leads];
        leadJump = new int[leads];
        leadOdds = new float[leads];
        gains = new float[layout.blocks()][layout.mostPlays()];
        changes = new float[layout.blocks()][layout.mostPlays()];
        means = new float[layout.blocks()][Layout.TILE * layout.lanes];
        responses = new float[layout.blocks()][layout.mostJumps()];
    }

    /// First tile of a block.
    private int tile(int b) {
        return layout.block[b] / Layout.TILE + b;
    }

    /// Takes the derivative at `v`, at which `field` was evaluated last; responses below `negligible`,
    /// a rate, are left
    /// out.
    void take(LogitField field, double[] v, double negligible) {
        double[] middle = middle(v);
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < game.actors; i++) {
                    int k = x * layout.lanes + i;
                    value[k] = (float) ((v[k] - middle[i]) / scale[i]);
                }
            }
            takeJumps(b, field);
            takeResponses(b, field, negligible);
        });
    }

    /// Takes the chain that is played at the values `field` was given last: no responses, all plays meant.
    void freeze(LogitField field) {
        parallel.run(layout.blocks(), b -> {
            takeJumps(b, field);
            for (int tile = tile(b); tile < tile(b + 1); tile++) {
                keptEnd[tile] = keptStart[tile];
                leadEnd[tile] = leadStart[tile];
            }
        });
    }

    private double[] middle(double[] v) {
        double[] middle = new double[game.actors];
        for (int i = 0; i < game.actors; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = i; k < v.length; k += layout.lanes) {
                least = Math.min(least, v[k]);
                most = Math.max(most, v[k]);
            }
            middle[i] = 0.5 * (least + most);
        }
        return middle;
    }

    private void takeJumps(int b, LogitField field) {
        for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
            double total = 0;
            for (int j = layout.jumpStart[x]; j < layout.jumpStart[x + 1]; j++) {
                jump[j] = (float) field.jump[j];
                total += field.jump[j];
            }
            out[x] = (float) total;
        }
    }

    private void takeResponses(int b, LogitField field, double negligible) {
        int at = layout.play(layout.block[b]);
        int lead = layout.lead(layout.block[b]);
        int tile = tile(b);
        for (int x = layout.block[b]; x < layout.block[b + 1]; x += Layout.TILE, tile++) {
            int end = layout.play(Math.min(x + Layout.TILE, layout.block[b + 1]));
            keptStart[tile] = at;
            leadStart[tile] = lead;
            for (int e = layout.play(x); e < end; e++) {
                int actor = layout.lists.playActor[e];
                double h = field.rate[e];
                double response = h * field.kappa[actor] * scale[actor];
                if (Math.max(h, response) < negligible) {
                    continue;
                }
                keptAt[at] = layout.playAt[e];
                keptResponse[at] = (float) response;
                keptShare[at] = (float) (h / game.acts[actor]);
                keptOwn[at] = (float) (field.correction(e) / scale[actor]);
                keptUnmeant[at] = field.meant(e) ? 0 : (float) h;
                for (int l = layout.lists.leadStart[e]; l < layout.lists.leadStart[e + 1]; l++, lead++) {
                    leadKept[lead] = at;
                    leadAt[lead] = layout.leadAt[l];
                    leadJump[lead] = layout.leadJump[l];
                    leadOdds[lead] = (float) layout.lists.leadOdds[l];
                }
                at++;
            }
            keptEnd[tile] = at;
            leadEnd[tile] = lead;
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
        parallel.run(layout.blocks(), b -> multiplyBlock(b, z, w));
    }

    private void multiplyBlock(int b, float[] z, float[] w) {
        int tile = tile(b);
        for (int x = layout.block[b]; x < layout.block[b + 1]; x += Layout.TILE, tile++) {
            int end = Math.min(x + Layout.TILE, layout.block[b + 1]);
            respond(tile, x, end, z, b);
            for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                move(x, end, line, z, w, responses[b]);
            }
            down(tile, b, w);
        }
    }

    /// dA and dh of the plays in the states x … end − 1, and djump of the jumps from there.
    private void respond(int tile, int x, int end, float[] z, int b) {
        float[] gain = gains[b];
        float[] change = changes[b];
        float[] mean = means[b];
        float[] djump = responses[b];
        int base = x * layout.lanes;
        int firstJump = layout.jumpStart[x];
        int firstKept = keptStart[tile];
        int lastKept = keptEnd[tile];
        int lastLead = leadEnd[tile];
        Arrays.fill(gain, 0, lastKept - firstKept, 0);
        Arrays.fill(mean, 0);
        Arrays.fill(djump, 0, layout.jumpStart[end] - firstJump, 0);
        for (int l = leadStart[tile]; l < lastLead; l++) {
            int k = leadKept[l];
            gain[k - firstKept] += leadOdds[l] * (z[leadAt[l]] - z[keptAt[k]]);
        }
        for (int k = firstKept; k < lastKept; k++) {
            mean[keptAt[k] - base] += keptShare[k] * gain[k - firstKept];
        }
        for (int k = firstKept; k < lastKept; k++) {
            change[k - firstKept] = keptResponse[k] * (gain[k - firstKept] - mean[keptAt[k] - base]);
        }
        for (int l = leadStart[tile]; l < lastLead; l++) {
            djump[leadJump[l] - firstJump] += change[leadKept[l] - firstKept] * leadOdds[l];
        }
    }

    /// One line of w for the states first … end − 1, but for down.
    private void move(int first, int end, int line, float[] z, float[] w, float[] djump) {
        int lanes = layout.lanes;
        int base = layout.jumpStart[first];
        for (int x = first; x < end; x++) {
            int from = layout.jumpStart[x];
            int to = layout.jumpStart[x + 1];
            int k = x * lanes + line;
            Lines.move(diagonal, z, value, w, k, line, lanes, layout.jumpTo, jump, from, to, djump, base);
        }
    }

    /// Takes down off w.
    private void down(int tile, int b, float[] w) {
        float[] gain = gains[b];
        float[] change = changes[b];
        int first = keptStart[tile];
        for (int k = first; k < keptEnd[tile]; k++) {
            w[keptAt[k]] -= change[k - first] * keptOwn[k] - keptUnmeant[k] * gain[k - first];
        }
    }
}
