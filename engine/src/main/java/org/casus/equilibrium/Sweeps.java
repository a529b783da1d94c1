package org.casus.equilibrium;

import java.util.Arrays;

/// The preconditioner: a few symmetric Gauss–Seidel sweeps of σ − J as if play did not respond
/// and every play were meant, which leaves one linear chain, the same for all actors but for ρ:
///
///     (σ + ρ_i + Σ_y jump(x, y)) z_i(x) = b_i(x) + Σ_y jump(x, y) z_i(y)
///
/// Inside a block a sweep uses what it has just computed, across blocks what the last pair of
/// sweeps left, so the result does not depend on threads. Leaving out that some plays are not
/// meant costs a few products in a hundred, and spares lists longer than the jumps.
///
/// One array holds z twice: as it is, and as the last pair left it. Each slot knows which of the
/// two to read. A block is gone through in stretches of states that stay in the cache while a
/// pair of sweeps goes up and down them; the first pair takes the stretches in rising order, the
/// next in falling order, and so on. A sweep is O(jumps · N). Memory 8 lanes bytes a state.
final class Sweeps {

    /// A linear chain, read along its jumps or, for the transposed matrix, against them. Its rates
    /// may be rewritten between sweeps, its shape not.
    ///
    /// @param start first slot of each state `[R + 1]`, slots in multiples of [Lines#GROUP]
    /// @param at where the value at the other end of each slot lies, as by [#addresses]
    /// @param turn where in `turns` the lanes lie that each slot reads; empty where each lane
    ///     reads itself
    /// @param turns lanes by turn and lane
    /// @param rate of each slot
    /// @param out rate out of each state `[R]`
    /// @param discount ρ of each lane, positive
    record Chain(int[] start, int[] at, int[] turn, int[] turns, float[] rate, float[] out, float[] discount) {}

    /// States of a stretch: half of what a core's second cache holds, as two threads may share it.
    private static final int STRETCH = 2048;

    private final Layout layout;
    private final Parallel parallel;
    private final Chain chain;
    /// σ + ρ of each lane.
    private final float[] diagonal;
    /// z, and z after the last pair of sweeps `[2 * R * lanes]`.
    private final float[] values;

    Sweeps(Layout layout, Parallel parallel, Chain chain) {
        this.layout = layout;
        this.parallel = parallel;
        this.chain = chain;
        diagonal = new float[layout.lanes];
        values = new float[2 * layout.size()];
    }

    /// First slot of each state where their numbers are rounded up to multiples of [Lines#GROUP].
    static int[] room(int[] start) {
        int[] slots = new int[start.length];
        for (int x = 0; x < start.length - 1; x++) {
            int count = start[x + 1] - start[x];
            slots[x + 1] = slots[x] + (count + Lines.GROUP - 1) / Lines.GROUP * Lines.GROUP;
        }
        return slots;
    }

    /// Where each slot reads the value of the state at its other end: as it is if that is in the
    /// same block, else as the last pair left it. Slots left over read the state's own.
    static int[] addresses(Layout layout, int[] start, int[] other, int[] slots) {
        int[] at = new int[slots[layout.states]];
        for (int b = 0; b < layout.blocks(); b++) {
            for (int x = layout.block[b]; x < layout.block[b + 1]; x++) {
                Arrays.fill(at, slots[x], slots[x + 1], x * layout.lanes);
                for (int j = start[x]; j < start[x + 1]; j++) {
                    int y = other[j];
                    boolean inner = y >= layout.block[b] && y < layout.block[b + 1];
                    at[slots[x] + j - start[x]] = y * layout.lanes + (inner ? 0 : layout.size());
                }
            }
        }
        return at;
    }

    /// What `of` says of each entry by slots, 0 for those left over; empty if it says nothing.
    static int[] slots(int[] of, int[] start, int[] slots) {
        int[] bySlot = new int[of.length == 0 ? 0 : slots[slots.length - 1]];
        for (int x = 0; x < slots.length - 1 && of.length > 0; x++) {
            System.arraycopy(of, start[x], bySlot, slots[x], start[x + 1] - start[x]);
        }
        return bySlot;
    }

    /// Gets ready for the shift σ.
    void prepare(double sigma) {
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = (float) sigma + chain.discount[i];
        }
    }

    /// z ≈ (σ − J)⁻¹ b after `pairs` sweeps up and down from zero. It is in the first half of the
    /// array returned, until the next call.
    float[] apply(int pairs, float[] b) {
        int half = layout.size();
        parallel.run(layout.blocks(), block -> {
            Arrays.fill(values, layout.from(block), layout.to(block), 0);
            Arrays.fill(values, half + layout.from(block), half + layout.to(block), 0);
        });
        for (int pair = 0; pair < pairs; pair++) {
            if (pair > 0) {
                parallel.run(layout.blocks(), block -> {
                    int from = layout.from(block);
                    System.arraycopy(values, from, values, half + from, layout.to(block) - from);
                });
            }
            boolean rising = pair % 2 == 0;
            parallel.run(layout.blocks(), block -> {
                for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                    sweep(block, line, b, rising);
                }
            });
        }
        return values;
    }

    /// One pair of sweeps of a block, stretch by stretch, rising or falling.
    private void sweep(int block, int line, float[] b, boolean rising) {
        int first = layout.block[block];
        int end = layout.block[block + 1];
        int stretches = (end - first + STRETCH - 1) / STRETCH;
        for (int k = 0; k < stretches; k++) {
            int from = first + (rising ? k : stretches - 1 - k) * STRETCH;
            sweep(from, Math.min(from + STRETCH, end), line, b);
        }
    }

    /// Solves the equations of the states first … end − 1, one after the other, for one line of
    /// z(x), up and down again.
    private void sweep(int first, int end, int line, float[] b) {
        int[] start = chain.start;
        if (chain.turn.length > 0) {
            for (int x = first; x < end; x++) {
                seated(x, line, b);
            }
            for (int x = end - 1; x >= first; x--) {
                seated(x, line, b);
            }
            return;
        }
        for (int x = first; x < end; x++) {
            int k = x * layout.lanes + line;
            Lines.balance(values, k, line, chain.rate, chain.at, start[x], start[x + 1], b, diagonal, chain.out[x]);
        }
        for (int x = end - 1; x >= first; x--) {
            int k = x * layout.lanes + line;
            Lines.balance(values, k, line, chain.rate, chain.at, start[x], start[x + 1], b, diagonal, chain.out[x]);
        }
    }

    /// One state where jumps seat actors anew.
    private void seated(int x, int line, float[] b) {
        int k = x * layout.lanes + line;
        int first = chain.start[x];
        int last = chain.start[x + 1];
        float out = chain.out[x];
        SeatedLines.balance(
                values, k, line, chain.rate, chain.at, chain.turn, chain.turns, first, last, b, diagonal, out);
    }
}
