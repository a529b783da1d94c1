package org.casus.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.PrismExport;
import org.casus.chain.Sink;

/// A chain to measure with: three queues one after the other, each with room for as many and with a few
/// servers, behind a door that opens and closes. Who has been served goes on to the next queue, if it has room.
///
/// With room for 66 it has 601,526 states and 2,954,030 jumps. State ((n₁ L + n₂) L + n₃) · 2 + door, L = room + 1;
/// empty and open to begin with.
final class Tandem {

    /// Per clock unit, behind a closed door and an open one.
    private static final double[] ARRIVALS = {0.5, 2.0};
    private static final double OPENS = 0.4;
    private static final double CLOSES = 0.1;
    /// Of one server in each queue, per clock unit.
    private static final double[] SERVES = {0.7, 0.75, 0.3};
    private static final int[] SERVERS = {4, 3, 2};

    final int states;
    final int start = 1;
    /// First jump of each state.
    final int[] first;

    int[] to = new int[1 << 16];
    double[] rate = new double[1 << 16];
    private final int levels;
    private int jumps;

    Tandem(int room) {
        levels = room + 1;
        states = Math.multiplyExact(2 * levels, levels * levels);
        first = new int[states + 1];
        for (int x = 0; x < states; x++) {
            leave(x);
            first[x + 1] = jumps;
        }
        to = Arrays.copyOf(to, jumps);
        rate = Arrays.copyOf(rate, jumps);
    }

    private void leave(int x) {
        int[] stride = {2 * levels * levels, 2 * levels, 2};
        boolean open = x % 2 == 1;
        put(open ? x - 1 : x + 1, open ? CLOSES : OPENS);
        if (level(x, 0) + 1 < levels) {
            put(x + stride[0], ARRIVALS[x % 2]);
        }
        for (int queue = 0; queue < 3; queue++) {
            int n = level(x, queue);
            boolean last = queue == 2;
            if (n > 0 && (last || level(x, queue + 1) + 1 < levels)) {
                int there = x - stride[queue] + (last ? 0 : stride[queue + 1]);
                put(there, SERVES[queue] * Math.min(n, SERVERS[queue]));
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

    /// How many wait in a queue, 0 to 2, or whether the door is open, 3.
    private int level(int x, int variable) {
        return switch (variable) {
            case 0 -> x / (2 * levels * levels);
            case 1 -> x / (2 * levels) % levels;
            case 2 -> x / 2 % levels;
            default -> x % 2;
        };
    }

    Chain chain() {
        return Chain.of(start, first, to, rate);
    }

    /// Where the last queue is full.
    BitSet full() {
        var full = new BitSet();
        for (int x = 0; x < states; x++) {
            full.set(x, level(x, 2) + 1 == levels);
        }
        return full;
    }

    void export(Sink sink) throws IOException {
        var labels = new LinkedHashMap<String, BitSet>();
        labels.put("full", full());
        PrismExport.write(chain(), List.of("first", "second", "third", "door"), this::level, labels, sink);
    }
}
