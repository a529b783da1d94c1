package org.casus.game;

import java.util.Arrays;

/// Whether two games of the same states, plays and jumps have the same numbers in every state, or
/// at least the same odds and rates of chance.
final class SameLists {

    private final Game a;
    private final Game b;
    private final boolean pay;
    private final int[] checked;

    private SameLists(Game a, Game b, boolean pay) {
        this.a = a;
        this.b = b;
        this.pay = pay;
        checked = new int[a.kinds()];
    }

    /// @param pay whether flows, prices and weights count
    static boolean of(Game a, Game b, boolean pay) {
        return Arrays.equals(a.playStart, b.playStart)
                && Arrays.equals(a.jumpStart, b.jumpStart)
                && Arrays.equals(a.jumpTo, b.jumpTo)
                && a.seats.same(b.seats)
                && new SameLists(a, b, pay).all();
    }

    private boolean all() {
        for (int x = 0; x < a.states; x++) {
            for (int i = 0; pay && i < a.actors; i++) {
                if (Double.compare(a.flow(x, i), b.flow(x, i)) != 0) {
                    return false;
                }
            }
            if (checked[a.kind[x]] == b.kind[x] + 1) {
                continue;
            }
            checked[a.kind[x]] = b.kind[x] + 1;
            if (!plays(x) || !chance(x)) {
                return false;
            }
        }
        return true;
    }

    private boolean plays(int x) {
        for (int e = a.playStart[x]; e < a.playStart[x + 1]; e++) {
            int p = a.entry(x, e);
            int q = b.entry(x, e);
            if (a.playActor[p] != b.playActor[q]
                    || (pay && a.playCost[p] != b.playCost[q])
                    || (pay && a.playWeight[p] != b.playWeight[q])
                    || !leads(p, q)) {
                return false;
            }
        }
        return true;
    }

    private boolean leads(int p, int q) {
        int size = a.leadStart[p + 1] - a.leadStart[p];
        if (b.leadStart[q + 1] - b.leadStart[q] != size) {
            return false;
        }
        for (int l = 0; l < size; l++) {
            int la = a.leadStart[p] + l;
            int lb = b.leadStart[q] + l;
            if (a.leadJump[la] != b.leadJump[lb] || a.leadOdds[la] != b.leadOdds[lb]) {
                return false;
            }
        }
        return true;
    }

    private boolean chance(int x) {
        int from = a.chanceStart(x);
        int offset = b.chanceStart(x) - from;
        if (b.chanceEnd(x) - offset != a.chanceEnd(x)) {
            return false;
        }
        for (int k = from; k < a.chanceEnd(x); k++) {
            if (a.chanceJump[k] != b.chanceJump[k + offset] || a.chanceRate[k] != b.chanceRate[k + offset]) {
                return false;
            }
        }
        return true;
    }
}
