package org.casus.bench;

import java.util.Arrays;
import java.util.BitSet;
import org.casus.chain.Chain;
import org.casus.game.Game;

/// A chain to measure with: three queues one after the other, each with room for `ROOM` and a few servers,
/// and a door that opens and closes. Who is served in one queue goes on to the next, if it has room.
///
/// 601,526 states and 2.95 million jumps with room for 66: state ((n₁ · (room + 1) + n₂) · (room + 1) + n₃) · 2 + door.
final class Tandem {

    /// Per clock unit, behind a closed door and an open one.
    private static final double[] ARRIVALS = {0.5, 2.0};
    private static final double OPENS = 0.4;
    private static final double CLOSES = 0.1;
    private static final double[] SERVES = {0.7, 0.75, 0.3};
    private static final int[] SERVERS = {4, 3, 2};

    private final int levels;
    private int jumps;
    private int[] to = new int[1 << 16];
    private double[] rate = new double[1 << 16];

    private Tandem(int room) {
        levels = room + 1;
    }

    /// The chain with room for `room` in each queue, empty and open to begin with.
    static Chain chain(int room) {
        return new Tandem(room).build();
    }

    /// The states in which the last queue is full.
    static BitSet full(int room) {
        int levels = room + 1;
        var full = new BitSet();
        for (int x = 0; x < 2 * levels * levels * levels; x++) {
            full.set(x, x / 2 % levels == room);
        }
        return full;
    }

    private Chain build() {
        int states = 2 * levels * levels * levels;
        var b = new Game.Builder();
        b.actors = 1;
        b.states = states;
        b.start = 1;
        b.acts = new double[] {1};
        b.drifts = new double[] {1};
        b.discount = new double[] {1};
        b.kappa = new double[] {1};
        b.flow = new double[states];
        b.playStart = new int[states + 1];
        b.leadStart = new int[1];
        b.chanceStart = new int[states + 1];
        for (int x = 0; x < states; x++) {
            leave(x);
            b.chanceStart[x + 1] = jumps;
        }
        b.chanceTo = Arrays.copyOf(to, jumps);
        b.chanceRate = Arrays.copyOf(rate, jumps);
        b.chanceEvent = new int[jumps];
        return Chain.of(b.build(), new double[0]);
    }

    private void leave(int x) {
        int[] stride = {2 * levels * levels, 2 * levels, 2};
        int[] n = {x / stride[0], x / stride[1] % levels, x / stride[2] % levels};
        boolean open = x % 2 == 1;
        put(open ? x - 1 : x + 1, open ? CLOSES : OPENS);
        if (n[0] + 1 < levels) {
            put(x + stride[0], ARRIVALS[x % 2]);
        }
        for (int queue = 0; queue < 3; queue++) {
            boolean last = queue == 2;
            if (n[queue] > 0 && (last || n[queue + 1] + 1 < levels)) {
                put(x - stride[queue] + (last ? 0 : stride[queue + 1]), SERVES[queue] * Math.min(n[queue], SERVERS[queue]));
            }
        }
    }

    private void put(int target, double at) {
        if (jumps == to.length) {
            to = Arrays.copyOf(to, 2 * jumps);
            rate = Arrays.copyOf(rate, 2 * jumps);
        }
        to[jumps] = target;
        rate[jumps++] = at;
    }
}
