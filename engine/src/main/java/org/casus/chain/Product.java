package org.casus.chain;

import java.util.Arrays;

/// Products with P = I + G / q, block of states by block of states: p P with jumps by target, P h with jumps
/// by source.
///
/// A block into which nothing can have come, because none of the blocks that jump into it holds anything,
/// is passed over: a chain that starts in one state costs no more than the states it has come to. What
/// is at most [#NOTHING] in the whole of a block is made zero, lest a front of numbers like 1e-300
/// spread before everything else. In K products that loses at most K R · 1e-50 of all, less than any
/// rounding.
///
/// Each entry depends on the vector before alone, in a fixed order of additions: same bits for any sharing
/// out of blocks among threads. Memory: [Packed]'s, and at most 4 MB for which block leads to which.
final class Product {

    /// Entries this small all over a block count as nothing, as long as the largest is about 1.
    static final double NOTHING = 1e-50;

    private static final int LEAST_SLICES = 128;
    private static final int MOST_BLOCKS = 1024;
    /// Blocks worth a task of their own.
    private static final int LEAST_BLOCKS = 2;

    private final Jumps jumps;
    private final double[] stay;
    private final double clock;
    private final Packed packed;
    private final int slicesPerBlock;
    private final int blocks;
    /// Blocks that jump into each block, itself first.
    private final int[][] sources;
    /// Rows not packed, ascending.
    private final int[] longRows;

    /// @param jumps rates without the diagonal
    /// @param stay P(y, y) `[R]`
    /// @param clock q
    Product(Jumps jumps, double[] stay, double clock) {
        this.jumps = jumps;
        this.stay = stay;
        this.clock = clock;
        packed = Packed.of(jumps, stay, clock);
        slicesPerBlock = Math.max(LEAST_SLICES, (packed.slices() + MOST_BLOCKS - 1) / MOST_BLOCKS);
        blocks = Math.max(1, (packed.slices() + slicesPerBlock - 1) / slicesPerBlock);
        var rows = new int[jumps.rows()];
        int count = 0;
        for (int y = 0; y < rows.length; y++) {
            if (Packed.isLong(jumps, y)) {
                rows[count++] = y;
            }
        }
        longRows = Arrays.copyOf(rows, count);
        sources = new int[blocks][];
        var seen = new int[blocks];
        var found = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            sources[block] = sources(block, seen, found);
        }
    }

    /// The product with P of the chain whose jumps these are, by target, left at rates `out`.
    static Product forward(Jumps into, double[] out, double clock) {
        return new Product(into, staying(out, clock), clock);
    }

    /// P(y, y) for each rate out.
    static double[] staying(double[] out, double clock) {
        return Arrays.stream(out).map(rate -> 1 - rate / clock).toArray();
    }

    private int[] sources(int block, int[] seen, int[] found) {
        int count = 0;
        found[count++] = block;
        seen[block] = block + 1;
        for (int k = jumps.start()[first(block)]; k < jumps.start()[first(block + 1)]; k++) {
            int source = blockOf(jumps.other()[k]);
            if (seen[source] != block + 1) {
                seen[source] = block + 1;
                found[count++] = source;
            }
        }
        return Arrays.copyOf(found, count);
    }

    int blocks() {
        return blocks;
    }

    /// First state of `block`; of block [#blocks], the number of states.
    int first(int block) {
        return Math.min(packed.rows(), block * slicesPerBlock * Packed.LANES);
    }

    private int blockOf(int state) {
        return state / (slicesPerBlock * Packed.LANES);
    }

    /// A vector of zeros to multiply.
    Spread zero() {
        return new Spread(new double[packed.length()], new boolean[blocks]);
    }

    /// All at `state`.
    Spread point(int state) {
        var point = zero();
        point.set(state, blockOf(state));
        return point;
    }

    /// Threads that share out the blocks.
    Team team(int threads) {
        return new Team(blocks, LEAST_BLOCKS, threads);
    }

    /// The sum of all entries, summed up block by block.
    double sum(Spread p) {
        double sum = 0;
        for (int block = 0; block < blocks; block++) {
            double part = 0;
            for (int x = first(block); x < first(block + 1); x++) {
                part += p.at()[x];
            }
            sum += part;
        }
        return sum;
    }

    /// The block `block` of the product of `p` into `next`.
    void multiply(Spread p, Spread next, int block) {
        if (!fed(p, block)) {
            clear(next, block);
            return;
        }
        int from = block * slicesPerBlock;
        int to = Math.min(packed.slices(), from + slicesPerBlock);
        double most = Gather.rows(packed, p.at(), next.at(), from, to);
        if (longRows.length > 0) {
            most = Math.max(most, longRows(p.at(), next.at(), first(block), first(block + 1)));
        }
        next.live()[block] = true;
        if (most <= NOTHING) {
            clear(next, block);
        }
    }

    private boolean fed(Spread p, int block) {
        for (int source : sources[block]) {
            if (p.live()[source]) {
                return true;
            }
        }
        return false;
    }

    private void clear(Spread vector, int block) {
        if (vector.live()[block]) {
            Arrays.fill(vector.at(), first(block), first(block + 1), 0);
            vector.live()[block] = false;
        }
    }

    /// The rows `from` … `to` − 1 that are not packed; returns the largest of them.
    private double longRows(double[] p, double[] next, int from, int to) {
        int at = Arrays.binarySearch(longRows, from);
        double most = 0;
        for (int k = at < 0 ? -at - 1 : at; k < longRows.length && longRows[k] < to; k++) {
            int y = longRows[k];
            next[y] = stay[y] * p[y] + inflow(p, jumps.start()[y], jumps.start()[y + 1]) / clock;
            most = Math.max(most, Math.abs(next[y]));
        }
        return most;
    }

    /// Four sums at a time, because one would wait for its last addition.
    private double inflow(double[] p, int first, int last) {
        int[] other = jumps.other();
        double[] rate = jumps.rate();
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = first;
        for (; k + 3 < last; k += 4) {
            a += rate[k] * p[other[k]];
            b += rate[k + 1] * p[other[k + 1]];
            c += rate[k + 2] * p[other[k + 2]];
            d += rate[k + 3] * p[other[k + 3]];
        }
        for (; k < last; k++) {
            a += rate[k] * p[other[k]];
        }
        return (a + b) + (c + d);
    }
}
