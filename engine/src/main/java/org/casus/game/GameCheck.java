package org.casus.game;

/// Refuses parts that do not make a game; errors name the array and the place.
final class GameCheck {

    private GameCheck() {}

    static void check(Game.Builder b) {
        int n = b.actors;
        int r = b.states;
        int plays = b.playActor.length;
        length("flow", b.flow.length, r * n);
        length("playMove", b.playMove.length, plays);
        length("playCost", b.playCost.length, plays);
        length("leadOdds", b.leadOdds.length, b.leadTo.length);
        length("chanceRate", b.chanceRate.length, b.chanceTo.length);
        length("chanceEvent", b.chanceEvent.length, b.chanceTo.length);
        runs("playStart", b.playStart, r, plays);
        runs("leadStart", b.leadStart, plays, b.leadTo.length);
        runs("chanceStart", b.chanceStart, r, b.chanceTo.length);
        actors(b);
        rates(b.chanceRate);
        for (int x = 0; x < r; x++) {
            for (int e = b.playStart[x] + 1; e < b.playStart[x + 1]; e++) {
                if (b.playActor[e] < b.playActor[e - 1]) {
                    throw new IllegalArgumentException("plays of state " + x + " are not sorted by actor");
                }
            }
        }
    }

    static void actors(Game.Builder b) {
        int n = b.actors;
        length("acts", b.acts.length, n);
        length("drifts", b.drifts.length, n);
        length("discount", b.discount.length, n);
        length("kappa", b.kappa.length, n);
        for (int i = 0; i < n; i++) {
            positive("acts", i, b.acts[i]);
            positive("drifts", i, b.drifts[i]);
            positive("discount", i, b.discount[i]);
            if (!(b.kappa[i] >= 0) || Double.isInfinite(b.kappa[i])) {
                throw new IllegalArgumentException("kappa[" + i + "] is " + b.kappa[i] + ", not in 0 … ∞");
            }
        }
    }

    static void rates(double[] chanceRate) {
        for (int k = 0; k < chanceRate.length; k++) {
            if (!(chanceRate[k] >= 0) || Double.isInfinite(chanceRate[k])) {
                throw new IllegalArgumentException("chanceRate[" + k + "] is " + chanceRate[k]);
            }
        }
    }

    private static void length(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(name + " has " + length + " entries, not " + wanted);
        }
    }

    private static void runs(String name, int[] starts, int count, int total) {
        length(name, starts.length, count + 1);
        if (starts[0] != 0 || starts[count] != total) {
            throw new IllegalArgumentException(name + " does not run from 0 to " + total);
        }
        for (int k = 0; k < count; k++) {
            if (starts[k] > starts[k + 1]) {
                throw new IllegalArgumentException(name + " falls at " + k);
            }
        }
    }

    private static void positive(String name, int i, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + "[" + i + "] is " + value + ", not positive and finite");
        }
    }
}
