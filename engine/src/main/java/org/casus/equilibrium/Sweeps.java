package org.casus.equilibrium;

import java.util.Arrays;

/// The preconditioner: a few symmetric Gauss–Seidel sweeps of σ − J as if play did not respond and every
/// play were meant, which leaves one linear chain, the same for all actors but for ρ:
///
///     (σ + ρ_i + Σ_y jump(x, y)) z_i(x) = b_i(x) + Σ_y jump(x, y) z_i(y)
///
/// Inside a block a sweep uses what it has just computed, across blocks what the last pair of sweeps left,
/// so the result does not depend on threads. Leaving out that some plays are not meant costs a few products
/// in a hundred, and spares lists longer than the jumps.
///
/// One array holds z twice: as it is, and as the last pair left it. Each jump knows which of the two to
/// read, and each state has jumps in a multiple of [Lines#GROUP], the rest with rate 0: loops of twelve
/// jumps, some more, some fewer, spent a third of their time on ends that no one could predict. A pair goes
/// up and down a block while that is in the cache. A sweep is O(jumps · N). Memory 10 bytes a jump, 16
/// lanes a state.
final class Sweeps {

    /// A linear chain, read along its jumps or, for the transposed matrix, against them. Its rates
    /// may be rewritten between sweeps, its shape not.
    ///
    /// @param start first entry of each state `[R + 1]`
    /// @param other the state at the other end of each entry
    /// @param turn where in `turns` the lanes lie that each entry reads; empty where each lane reads itself
    /// @param rate of each entry
    /// @param out rate out of each state `[R]`
    /// @param discount ρ of each lane, positive
    record Chain(
            int[] start, int[] other, int[] turn, int[] turns, float[] rate, float[] out, float[] discount) {}

    private final Layout layout;
    private final Parallel parallel;
    private final Chain chain;
    /// First jump of each state here, where their number is rounded up `[R + 1]`.
    private final int[] start;
    /// Where each jump reads the value of its target.
    private final int[] at;
    /// Where in the chain's turns the lanes lie that it reads; turn 0, which leaves all as it is, for the rest.
    private final int[] turn;

    private final float[] rate;
    /// 1/(σ + ρ_i + rate out) `[R * lanes]`.
    private final float[] inverse;
    /// z, and z after the last pair of sweeps `[2 * R * lanes]`.
    private final float[] values;

    Sweeps(Layout layout, Parallel parallel, Chain chain) {
        this.layout = layout;
        this.parallel = parallel;
        this.chain = chain;
        inverse = new float[layout.size()];
        values = new float[2 * layout.size()];
        start = new int[layout.states + 1];
        for (int x = 0; x < layout.states; x++) {
            int jumps = chain.start[x + 1] - chain.start[x];
            start[x + 1] = start[x] + (jumps + Lines.GROUP - 1) / Lines.GROUP * Lines.GROUP;
        }
        at = new int[start[layout.states]];
        turn = new int[chain.turn.length == 0 ? 0 : at.length];
        rate = new float[at.length];
        for (int b = 0; b < layout.blocks(); b++) {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                Arrays.fill(at, start[x], start[x + 1], x * layout.lanes);
                int entries = chain.turn.length == 0 ? 0 : chain.start[x + 1] - chain.start[x];
                System.arraycopy(chain.turn, entries == 0 ? 0 : chain.start[x], turn, entries == 0 ? 0 : start[x], entries);
                for (int j = chain.start[x]; j < chain.start[x + 1]; j++) {
                    int y = chain.other[j];
                    boolean inner = y >= layout.block[b] && y < layout.block[b + 1];
                    at[start[x] + j - chain.start[x]] = y * layout.lanes + (inner ? 0 : layout.size());
                }
            }
        }
    }

    /// Gets ready for the rates as they are now and the shift σ.
    void prepare(double sigma) {
        int lanes = layout.lanes;
        float shift = (float) sigma;
        parallel.run(layout.blocks(), b -> {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                int first = chain.start[x];
                System.arraycopy(chain.rate, first, rate, start[x], chain.start[x + 1] - first);
                for (int i = 0; i < lanes; i++) {
                    inverse[x * lanes + i] = 1 / (shift + chain.discount[i] + chain.out[x]);
                }
            }
        });
    }

    /// z ≈ (σ − J)⁻¹ b after `pairs` sweeps up and down from zero.
    void apply(int pairs, float[] b, float[] z) {
        Arrays.fill(values, 0);
        for (int pair = 0; pair < pairs; pair++) {
            parallel.run(layout.blocks(), block -> {
                for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                    sweep(block, line, b);
                }
            });
            boolean last = pair == pairs - 1;
            parallel.run(layout.blocks(), block -> {
                int from = layout.block[block] * layout.lanes;
                int length = layout.block[block + 1] * layout.lanes - from;
                System.arraycopy(values, from, last ? z : values, last ? from : layout.size() + from, length);
            });
        }
    }

    /// Solves the equations of one state after the other for one line of z(x), up the block and down again.
    private void sweep(int block, int line, float[] b) {
        if (turn.length > 0) {
            sweepSeated(block, line, b);
            return;
        }
        for (int x = layout.block[block]; x < layout.block[block + 1]; x++) {
            Lines.balance(values, x * layout.lanes + line, line, rate, at, start[x], start[x + 1], b, inverse);
        }
        for (int x = layout.block[block + 1] - 1; x >= layout.block[block]; x--) {
            Lines.balance(values, x * layout.lanes + line, line, rate, at, start[x], start[x + 1], b, inverse);
        }
    }

    /// The same where jumps seat actors anew.
    private void sweepSeated(int block, int line, float[] b) {
        for (int x = layout.block[block]; x < layout.block[block + 1]; x++) {
            balance(x, line, b);
        }
        for (int x = layout.block[block + 1] - 1; x >= layout.block[block]; x--) {
            balance(x, line, b);
        }
    }

    private void balance(int x, int line, float[] b) {
        int k = x * layout.lanes + line;
        SeatedLines.balance(values, k, line, rate, at, turn, chain.turns, start[x], start[x + 1], b, inverse);
    }
}
