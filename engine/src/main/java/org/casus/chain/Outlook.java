package org.casus.chain;

import java.util.Arrays;

/// What is to come from every state of a chain at once: the backward form of [Transient].
///
/// u_t(x) = E[f(X_t) | X_0 = x] = Σ_k Pois(k; q t) (Pᵏ f)(x). Products run through the jumps by source;
/// one pass serves any grid of times. Where f is 1 in a set and 0 elsewhere u is the odds of being there, in the
/// chain that stops there ([Chain#stoppedAt]) the odds of ever having been there by t.
///
/// Cost: as [Transient], and one pass over the states a power for each time in whose Poisson window it lies.
///
/// @param times as asked
/// @param value u, `[time][R]`
/// @param truncation bound on what any value loses by leaving out the ends of the Poisson weights and by ending
///     early where nothing moves any more, as a share of the largest f
/// @param products K, number of powers looked at
public record Outlook(double[] times, double[][] value, double truncation, int products) {

    private static final double TAIL = 1e-15;

    /// The outlook on `pay` ≥ 0 at `times` from each state of `chain`, on `threads` threads (the same on any number).
    ///
    /// @param times clock units ≥ 0, in any order
    /// @throws IllegalArgumentException if a time or a pay is negative or not finite, or there is not one pay
    ///     for each state
    /// @throws TooFastException if so many products would be needed that no answer would ever come
    public static Outlook of(Chain chain, double[] pay, double[] times, int threads) {
        if (pay.length != chain.states()) {
            throw new IllegalArgumentException(pay.length + " pays for " + chain.states() + " states");
        }
        double largest = 0;
        for (double f : pay) {
            if (!(f >= 0) || Double.isInfinite(f)) {
                throw new IllegalArgumentException("a pay of " + f);
            }
            largest = Math.max(largest, f);
        }
        double clock = chain.clock();
        var weights = Arrays.stream(times)
                .mapToObj(time -> PoissonWeights.of(clock, time, TAIL))
                .toArray(PoissonWeights[]::new);
        var product = new Product(chain.into().transposed(), chain.outflow(), clock);
        try (var team = product.team(threads)) {
            return run(product, team, weights, pay, largest == 0 ? 1 : largest, times);
        }
    }

    private static Outlook run(
            Product product, Team team, PoissonWeights[] weights, double[] pay, double scale, double[] times) {
        int last = Arrays.stream(weights).mapToInt(PoissonWeights::right).max().orElse(0);
        double truncation =
                Arrays.stream(weights).mapToDouble(PoissonWeights::tail).max().orElse(0);
        var value = new double[times.length][pay.length];
        var steady = new Steady(product, last, team);
        Spread now = product.spread(Arrays.stream(pay).map(f -> f / scale).toArray());
        Spread next = product.zero();
        int k = 0;
        boolean still = false;
        while (!still) {
            still = steady.at(k, now, next) || k == last;
            for (int t = 0; t < times.length; t++) {
                double weight = weights[t].at(k) + (still ? weights[t].beyond(k) : 0);
                if (weight > 0) {
                    mix(weight * scale, now, value[t], product, team);
                }
            }
            if (!still) {
                product.multiply(now, next, team);
                Spread swap = now;
                now = next;
                next = swap;
                k++;
            }
        }
        return new Outlook(times, value, truncation + steady.missed(), k + 1);
    }

    private static void mix(double weight, Spread from, double[] into, Product product, Team team) {
        team.run(chunk -> {
            int to = product.first(team.first(chunk + 1));
            for (int x = product.first(team.first(chunk)); x < to; x++) {
                into[x] += weight * from.at()[x];
            }
        });
    }
}
