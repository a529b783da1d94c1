package org.casus.chain;

/// Tells when nothing moves any more, so that all further products would give the same again.
///
/// If α p ≤ p Pⁿ ≤ β p in every entry, then α^m p ≤ p P^{nm} ≤ β^m p, because P takes nothing negative from
/// what is not: how little has changed over some products bounds how much will over as many more. Powers 2k are
/// compared with powers k, k = 64, 128, …; where no entry has changed by more than rounding may in as many
/// products, a share of k 2⁻⁵³ of itself, nor in the last one by more than it may in one (a chain may go to and
/// fro), going on would add nothing but rounding. As changes are judged entry by entry, what is rare is not
/// taken to stand still while it comes about: an event of odds 1e-20 a product changes those of its
/// consequences all the time.
///
/// Cost: one pass over the states at each k, and a vector.
final class Steady {

    private static final int FIRST = 64;
    private static final double ROUNDING = 0x1p-53;
    /// Roundings of one product, as shares of an entry.
    private static final double ONE = 8 * ROUNDING;

    private final Product product;
    private final int last;
    private final Team team;
    private final double[] worst;
    private final Spread kept;
    private boolean keeping;
    private double missed;

    /// @param last power after which all ends anyway
    Steady(Product product, int last, Team team) {
        this.product = product;
        this.last = last;
        this.team = team;
        worst = new double[team.chunks()];
        kept = last > 3 * FIRST ? product.zero() : new Spread(new double[0], new boolean[0]);
    }

    /// Whether all powers after k are as `p`, the power k, except for rounding; `before` is power k − 1.
    boolean at(int k, Spread p, Spread before) {
        int half = k / 2;
        if (k < FIRST || Integer.bitCount(k) > 1) {
            return false;
        }
        if (keeping && change(before, p) <= ONE) {
            double change = change(kept, p);
            if (change <= half * ROUNDING) {
                missed = Math.expm1((double) (last - k) / half * Math.log1p(change)) + half * ONE;
                return true;
            }
        }
        keeping = last / 3 > k;
        if (keeping) {
            kept.set(p);
        }
        return false;
    }

    /// Bound on the share of any entry that was missed by stopping; 0 if there was no stop.
    double missed() {
        return missed;
    }

    /// The largest |now / then − 1| or |then / now − 1| of all entries.
    private double change(Spread then, Spread now) {
        team.run(chunk -> {
            double most = 0;
            int to = product.first(team.first(chunk + 1));
            for (int x = product.first(team.first(chunk)); x < to; x++) {
                double a = then.at()[x];
                double b = now.at()[x];
                if (a != b) {
                    most = Math.max(most, Math.abs(a - b) / Math.min(a, b));
                }
            }
            worst[chunk] = most;
        });
        double most = 0;
        for (double w : worst) {
            most = Math.max(most, w);
        }
        return most;
    }
}
