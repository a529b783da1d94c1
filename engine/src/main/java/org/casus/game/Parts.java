package org.casus.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The parts of a game that can be solved one after the other: what a state is worth depends only
/// on states that can still come, so where play has left some states for good the rest is a game
/// of its own.
///
/// Two states are in the same *component* if play can go from each to the other (Tarjan 1972,
/// without recursion). Components come in an order in which no jump leads to a later one. Small
/// ones are taken together with those before them, as a part costs something by itself. A state that
/// nothing leaves is in the first part that jumps there: from nothing on its worth then grows along with
/// theirs, which on the reference crisis takes half the steps.
///
/// O(jumps); memory 20 bytes a state.
public final class Parts {

    /// States that are worth a part of their own: at least this many, and this share of all.
    private static final int LEAST = 1_000;

    private static final double SHARE = 0.1;

    private final Game game;
    /// When a state was first seen, from 1; and the first state it can go back to, as far as known.
    private final int[] seen;
    private final int[] low;
    /// States that are not in a component yet, and the states on the way, each with the jumps
    /// looked at.
    private final int[] open;
    private final int[] way;
    private final int[] next;
    private int opened;
    private int depth;
    private int time;
    /// States in order of their components, and where components end.
    private final int[] order;
    private final List<Integer> ends = new ArrayList<>();
    private int ordered;

    private Parts(Game game) {
        this.game = game;
        seen = new int[game.states];
        low = new int[game.states];
        open = new int[game.states];
        way = new int[game.states];
        next = new int[game.states];
        order = new int[game.states];
    }

    /// The states of each part, ascending; no play or chance leads from a part to a later one.
    public static List<int[]> of(Game game) {
        if (game.states < 2 * LEAST) {
            int[] all = new int[game.states];
            Arrays.setAll(all, x -> x);
            return List.of(all);
        }
        var parts = new Parts(game);
        for (int x = 0; x < game.states; x++) {
            if (parts.seen[x] == 0) {
                parts.follow(x);
            }
        }
        return parts.together();
    }

    private void follow(int from) {
        enter(from);
        while (depth > 0) {
            int x = way[depth - 1];
            if (next[x] < count(x)) {
                int y = target(x, next[x]++);
                if (seen[y] == 0) {
                    enter(y);
                } else if (seen[y] > 0) {
                    low[x] = Math.min(low[x], seen[y]);
                }
            } else {
                leave(x);
            }
        }
    }

    private void enter(int x) {
        seen[x] = ++time;
        low[x] = time;
        open[opened++] = x;
        way[depth++] = x;
    }

    private void leave(int x) {
        depth--;
        if (depth > 0) {
            low[way[depth - 1]] = Math.min(low[way[depth - 1]], low[x]);
        }
        if (low[x] == seen[x]) {
            int y;
            do {
                y = open[--opened];
                // no component that is done leads back
                seen[y] = -1;
                order[ordered++] = y;
            } while (y != x);
            ends.add(ordered);
        }
    }

    private int count(int x) {
        return game.jumpStart[x + 1] - game.jumpStart[x];
    }

    private int target(int x, int k) {
        return game.jumpTo[game.jumpStart[x] + k];
    }

    private List<int[]> together() {
        int enough = (int) Math.max(LEAST, SHARE * game.states);
        int[] part = new int[game.states];
        int count = 0;
        int from = 0;
        for (int end : ends) {
            Arrays.fill(part, from, end, count);
            boolean last = end == game.states;
            if (last || (end - from >= enough && game.states - end >= enough)) {
                count++;
                from = end;
            }
        }
        int[] of = new int[game.states];
        for (int k = 0; k < part.length; k++) {
            of[order[k]] = part[k];
        }
        return parts(withTheirOwn(of), count);
    }

    /// The part of each state once those that nothing leaves are with the first part that jumps there.
    private int[] withTheirOwn(int[] of) {
        int[] first = new int[game.states];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int x = 0; x < game.states; x++) {
            for (int k = 0; k < count(x); k++) {
                first[target(x, k)] = Math.min(first[target(x, k)], of[x]);
            }
        }
        int[] own = of.clone();
        for (int x = 0; x < game.states; x++) {
            if (count(x) == 0 && first[x] < Integer.MAX_VALUE) {
                own[x] = first[x];
            }
        }
        return own;
    }

    private static List<int[]> parts(int[] of, int count) {
        return IntStream.range(0, count)
                .mapToObj(part ->
                        IntStream.range(0, of.length).filter(x -> of[x] == part).toArray())
                .filter(states -> states.length > 0)
                .toList();
    }
}
