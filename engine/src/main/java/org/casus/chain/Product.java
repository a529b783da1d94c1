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
/// out of blocks among threads. Memory: that of the [Rows], and at most 4 MB for which block leads to which.
final class Product {

    /// Entries this small all over a block count as nothing, as long as the largest is about 1.
    static final double NOTHING = 1e-50;

    private static final int LEAST_STATES = 1024;
    private static final int MOST_BLOCKS = 1024;
    /// Blocks worth a task of their own.
    private static final int LEAST_BLOCKS = 2;

    private final Rows rows;
    private final int states;
    private final int statesPerBlock;
    private final int blocks;
    /// Blocks that jump into each block, itself first.
    private final int[][] sources;

    /// @param jumps rates without the diagonal
    /// @param out rate at which each state is left `[R]`
    /// @param clock q
    Product(Jumps jumps, double[] out, double clock) {
        double[] stay = Arrays.stream(out).map(rate -> 1 - rate / clock).toArray();
        rows = Rows.of(new Lists(jumps, stay, 1 / clock));
        states = jumps.rows();
        statesPerBlock = Packed.length(Math.max(LEAST_STATES, (states + MOST_BLOCKS - 1) / MOST_BLOCKS));
        blocks = Math.max(1, (states + statesPerBlock - 1) / statesPerBlock);
        sources = new int[blocks][];
        var seen = new int[blocks];
        var found = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            sources[block] = sources(jumps, block, seen, found);
        }
    }

    private int[] sources(Jumps jumps, int block, int[] seen, int[] found) {
        int count = 0;
        found[count++] = block;
        seen[block] = block + 1;
        for (int k = jumps.start()[first(block)]; k < jumps.start()[first(block + 1)]; k++) {
            int source = jumps.other()[k] / statesPerBlock;
            if (seen[source] != block + 1) {
                seen[source] = block + 1;
                found[count++] = source;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// First state of `block`; of the block after the last, the number of states.
    int first(int block) {
        return (int) Math.min(states, (long) block * statesPerBlock);
    }

    /// Threads that share out the blocks.
    Team team(int threads) {
        return new Team(blocks, LEAST_BLOCKS, threads);
    }

    /// A vector of zeros to multiply.
    Spread zero() {
        return new Spread(new double[Packed.length(states)], new boolean[blocks]);
    }

    /// All at `state`.
    Spread point(int state) {
        Spread point = zero();
        point.at()[state] = 1;
        point.live()[state / statesPerBlock] = true;
        return point;
    }

    /// The values `of`.
    Spread spread(double[] of) {
        Spread spread = zero();
        System.arraycopy(of, 0, spread.at(), 0, states);
        for (int x = 0; x < states; x++) {
            spread.live()[x / statesPerBlock] |= of[x] != 0;
        }
        return spread;
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

    /// The whole product of `p` into `next`.
    void multiply(Spread p, Spread next, Team team) {
        team.run(chunk -> {
            for (int block = team.first(chunk); block < team.first(chunk + 1); block++) {
                multiply(p, next, block);
            }
        });
    }

    /// The block `block` of the product of `p` into `next`.
    void multiply(Spread p, Spread next, int block) {
        if (!fed(p, block)) {
            clear(next, block);
            return;
        }
        double most = rows.multiply(p.at(), next.at(), first(block), first(block + 1));
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
}
