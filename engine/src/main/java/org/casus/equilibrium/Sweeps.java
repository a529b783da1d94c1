package org.casus.equilibrium;

import java.util.Arrays;

/// The preconditioner: a few symmetric Gauss–Seidel sweeps of σ − J as if play did not respond and
/// every play were
/// meant,
/// which leaves one linear chain, the same for all actors but for ρ:
///
///     (σ + ρ_i + Σ_y jump(x, y)) z_i(x) = b_i(x) + Σ_y jump(x, y) z_i(y)
///
/// Inside a block a sweep uses what it has just computed, across blocks what the sweep before left, so
/// the result does
/// not depend on threads. Leaving out that some plays are not meant costs a few products in a hundred,
/// and spares lists
/// longer than the jumps.
///
/// One array holds z three times: as it is, as the last sweep down left it and as the last sweep up
/// left it. Each jump
/// knows for each way whether to read the first or, when it leaves the block, the latter: one loop
/// without a branch. A
/// sweep is O(jumps · N). Memory 8 bytes a jump, 20 lanes a state.
final class Sweeps {

    /// A linear chain, read along its jumps or, for the transposed matrix, against them. Its rates
    /// may be rewritten between sweeps, its shape not.
    ///
    /// @param start first entry of each state `[R + 1]`
    /// @param other the state at the other end of each entry, ascending in each state
    /// @param rate of each entry
    /// @param out rate out of each state `[R]`
    /// @param discount ρ of each lane, positive
    record Chain(int[] start, int[] other, float[] rate, float[] out, float[] discount) {}

    private final Layout layout;
    private final Parallel parallel;
    private final Chain chain;
    /// 1/(σ + ρ_i + rate out) `[R * lanes]`.
    private final float[] inverse;
    /// z, z after the last sweep down, z after the last sweep up `[3 * R * lanes]`.
    private final float[] values;
    /// Where a sweep up, or down, reads the target of each jump.
    private final int[] upAt;

    private final int[] downAt;
    /// Jumps of a state from `innerStart` on stay in its block; those before `upper` go down `[R]`.
    private final int[] innerStart;

    private final int[] upper;
    /// One past the last jump of each state `[R]`.
    private final int[] end;

    Sweeps(Layout layout, Parallel parallel, Chain chain) {
        this.layout = layout;
        this.parallel = parallel;
        this.chain = chain;
        inverse = new float[layout.size()];
        values = new float[3 * layout.size()];
        upAt = new int[chain.other.length];
        downAt = new int[chain.other.length];
        innerStart = new int[layout.states];
        upper = new int[layout.states];
        end = Arrays.copyOfRange(chain.start, 1, layout.states + 1);
        for (int b = 0; b < layout.blocks(); b++) {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                innerStart[x] = firstAtLeast(x, layout.block[b]);
                upper[x] = firstAtLeast(x, x);
                for (int j = chain.start[x]; j < chain.start[x + 1]; j++) {
                    int y = chain.other[j];
                    boolean inner = y >= layout.block[b] && y < layout.block[b + 1];
                    upAt[j] = y * layout.lanes + (inner ? 0 : layout.size());
                    downAt[j] = y * layout.lanes + (inner ? 0 : 2 * layout.size());
                }
            }
        }
    }

    private int firstAtLeast(int x, int state) {
        int found = Arrays.binarySearch(chain.other, chain.start[x], chain.start[x + 1], state);
        return found >= 0 ? found : -found - 1;
    }

    /// Gets ready for the rates as they are now and the shift σ.
    void prepare(double sigma) {
        int lanes = layout.lanes;
        float shift = (float) sigma;
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                for (int i = 0; i < lanes; i++) {
                    inverse[x * lanes + i] = 1 / (shift + chain.discount[i] + chain.out[x]);
                }
            }
        });
    }

    /// z ≈ (σ − J)⁻¹ b after `pairs` sweeps up and down from zero.
    void apply(int pairs, float[] b, float[] z) {
        int size = layout.size();
        for (int pair = 0; pair < pairs; pair++) {
            boolean first = pair == 0;
            boolean last = pair == pairs - 1;
            parallel.run(layout.blocks(), block -> {
                sweep(block, 1, first ? innerStart : chain.start, first ? upper : end, upAt, b);
                copy(block, values, 2 * size);
            });
            parallel.run(layout.blocks(), block -> {
                sweep(block, -1, chain.start, end, downAt, b);
                copy(block, last ? z : values, last ? 0 : size);
            });
        }
    }

    private void copy(int block, float[] to, int offset) {
        int from = layout.block[block] * layout.lanes;
        System.arraycopy(values, from, to, offset + from, layout.block[block + 1] * layout.lanes - from);
    }

    /// Solves the equations of one state after the other for z(x), in ascending order if `step` is 1
    /// and descending if
    /// −1,
    /// counting the jumps `from[x] … to[x] − 1`.
    private void sweep(int block, int step, int[] from, int[] to, int[] at, float[] b) {
        int lanes = layout.lanes;
        float[] rates = chain.rate;
        int first = step > 0 ? layout.block[block] : layout.block[block + 1] - 1;
        int count = layout.block[block + 1] - layout.block[block];
        for (int n = 0, x = first; n < count; n++, x += step) {
            for (int line = 0; line < lanes; line += Layout.LINE) {
                balance(values, x * lanes + line, line, from[x], to[x], rates, at, b, inverse);
            }
        }
    }

    /// Eight lanes of one state: z(k) = (b(k) + Σ rate · z(at)) · inverse(k).
    private static void balance(
            float[] z, int k, int line, int first, int last, float[] rates, int[] at, float[] b, float[] inverse) {
        float z0 = b[k];
        float z1 = b[k + 1];
        float z2 = b[k + 2];
        float z3 = b[k + 3];
        float z4 = b[k + 4];
        float z5 = b[k + 5];
        float z6 = b[k + 6];
        float z7 = b[k + 7];
        for (int j = first; j < last; j++) {
            float r = rates[j];
            int y = at[j] + line;
            z0 = Math.fma(r, z[y], z0);
            z1 = Math.fma(r, z[y + 1], z1);
            z2 = Math.fma(r, z[y + 2], z2);
            z3 = Math.fma(r, z[y + 3], z3);
            z4 = Math.fma(r, z[y + 4], z4);
            z5 = Math.fma(r, z[y + 5], z5);
            z6 = Math.fma(r, z[y + 6], z6);
            z7 = Math.fma(r, z[y + 7], z7);
        }
        z[k] = z0 * inverse[k];
        z[k + 1] = z1 * inverse[k + 1];
        z[k + 2] = z2 * inverse[k + 2];
        z[k + 3] = z3 * inverse[k + 3];
        z[k + 4] = z4 * inverse[k + 4];
        z[k + 5] = z5 * inverse[k + 5];
        z[k + 6] = z6 * inverse[k + 6];
        z[k + 7] = z7 * inverse[k + 7];
    }
}
