package org.casus.equilibrium;

import java.util.SplittableRandom;

/// Boards of one switch an actor: it may throw its own, for a price, at any time. State x has actor
/// i's switch at bit
/// i.
final class StandOff {

    private StandOff() {}

    /// Two actors hold (0) or have withdrawn (1). Both out is worth `peace` to each, being the only
    /// one out −`loss`,
    /// holding alone `gain`. The second is a tenth keener, so that nothing hangs on a symmetry.
    static GameParts withdrawal(double peace, double loss, double gain, double cost, double acts) {
        var parts = switches(2, cost, Math.log(200));
        double[][] worth = {{0, gain}, {-loss, peace}};
        for (int i = 0; i < 2; i++) {
            parts.acts[i] = acts;
            for (int x = 0; x < 4; x++) {
                parts.flow[x][i] = 0.05 * worth[x >> i & 1][x >> (1 - i) & 1] * (i == 0 ? 1 : 1.1);
            }
        }
        return parts;
    }

    /// Each actor minds its own switch and its neighbour's, all alike but for `unlike` of the stakes.
    static GameParts ring(long seed, int actors, double unlike) {
        var random = new SplittableRandom(seed);
        double stakes = between(random, 1, 10);
        double cost = random.nextDouble();
        var parts = switches(actors, cost, Math.log(200) * (random.nextBoolean() ? 1 : 3));
        double acts = between(random, 0.3, 3.3);
        double[] worth = new double[4];
        for (int k = 0; k < 4; k++) {
            worth[k] = between(random, -stakes, stakes);
        }
        var differences = new SplittableRandom(seed + 1_000_003);
        for (int x = 0; x < parts.states; x++) {
            for (int i = 0; i < actors; i++) {
                int own = x >> i & 1;
                int next = x >> ((i + 1) % actors) & 1;
                double unlikely = unlike * between(differences, -stakes, stakes);
                parts.acts[i] = acts;
                parts.flow[x][i] = 0.05 * (worth[own + 2 * next] + unlikely);
            }
        }
        return parts;
    }

    private static GameParts switches(int actors, double cost, double kappa) {
        var parts = new GameParts(1 << actors, actors);
        for (int i = 0; i < actors; i++) {
            parts.drifts[i] = 0.125;
            parts.kappa[i] = kappa;
            for (int x = 0; x < parts.states; x++) {
                parts.play(x, i, cost, x ^ (1 << i));
            }
        }
        return parts;
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
