package org.casus.chain;

import java.util.Arrays;
import java.util.List;

/// Where a chain is at given times, without sampling error.
///
/// Uniformisation (Jensen 1953): with q the fastest outflow and P = I + G / q, the odds at t are
/// p(t) = Σ_k Pois(k; q t) p₀ Pᵏ. One pass over the powers serves any grid of times and any
/// number of classifications: at each power only the sums over classes are formed and mixed into
/// every time with its Poisson weight. Times spent are mixed with the odds that the clock
/// rings more than k times, ∫₀ᵗ p(s) ds = Σ_k P(N > k) p₀ Pᵏ / q. Nothing is ever subtracted, so
/// odds far below the rounding of 1 are exact too, as long as they are above `truncation`.
///
/// Cost: K ≈ q t + 8 √(q t) products at the largest t, each one pass over the jumps ([Product]: of what has
/// been reached by then) and, where sums are wanted, one over the states. Sums for odds are formed at the
/// powers that weigh anything at one of the times, sums for `spent` at all. If nothing moves any more
/// ([Steady]) the pass ends there, however long the time.
///
/// @param times as asked
/// @param odds odds of each class, `[time][classification][class]`
/// @param spent expected time spent in each class up to each time, clock units,
///     `[time][classification][class]`
/// @param occupation expected time spent in each state up to `until`, `[R]`
/// @param truncation bound on what any of the odds loses by leaving out the ends of the Poisson
///     weights
/// @param drift |1 − Σ p|, what rounding did to the total over all products, and what may have been missed
///     by ending early, which is of that size
/// @param products K, number of powers looked at
public record Transient(
        double[] times,
        double[][][] odds,
        double[][][] spent,
        double[] occupation,
        double truncation,
        double drift,
        int products) {

    private static final double TAIL = 1e-15;

    /// What is asked of a chain.
    ///
    /// @param times clock units ≥ 0, in any order
    /// @param until length of time for which the occupation of each state is wanted; 0 for none
    /// @param spent whether the times spent in classes are wanted too; else they are all 0
    public record Question(double[] times, List<Classes> classes, double until, boolean spent) {

        /// All there is.
        public Question(double[] times, List<Classes> classes, double until) {
            this(times, classes, until, true);
        }

        /// The odds alone.
        public static Question odds(double[] times, List<Classes> classes) {
            return new Question(times, classes, 0, false);
        }
    }

    /// Answers `question` for `chain` from its start.
    ///
    /// @throws IllegalArgumentException if a time is negative or not finite
    /// @throws TooFastException if so many products would be needed (fastest rate times longest
    ///     time above 1e9) that no answer would ever come
    public static Transient of(Chain chain, Question question, int threads) {
        double clock = chain.clock();
        var product = new Product(chain.into(), chain.outflow(), clock);
        try (var team = product.team(threads)) {
            return new Pass(chain, question, product, clock, team).run();
        }
    }

    /// One pass over the powers.
    private static final class Pass {

        private final Question question;
        private final Product product;
        private final double clock;
        private final Team team;
        private final PoissonWeights[] weights;
        private final PoissonWeights until;
        private final Tallies tallies;
        private final double[][] sums;
        private final double[][][] odds;
        private final double[][][] spent;
        private final double[] occupation;
        private Spread p;
        private Spread next;

        Pass(Chain chain, Question question, Product product, double clock, Team team) {
            this.question = question;
            this.product = product;
            this.clock = clock;
            this.team = team;
            weights = Arrays.stream(question.times)
                    .mapToObj(time -> PoissonWeights.of(clock, time, TAIL))
                    .toArray(PoissonWeights[]::new);
            until = PoissonWeights.of(clock, question.until, TAIL);
            tallies = new Tallies(question.classes, chain.states(), team.chunks());
            sums = perClass();
            int times = question.times.length;
            odds = new double[times][][];
            spent = new double[times][][];
            Arrays.setAll(odds, t -> perClass());
            Arrays.setAll(spent, t -> perClass());
            occupation = new double[question.until > 0 ? chain.states() : 0];
            p = product.point(chain.start());
            next = product.zero();
        }

        private double[][] perClass() {
            return question.classes.stream().map(c -> new double[c.count()]).toArray(double[][]::new);
        }

        Transient run() {
            int last = question.until > 0 ? until.right() : 0;
            double truncation = question.until > 0 ? until.tail() : 0;
            for (PoissonWeights w : weights) {
                last = Math.max(last, w.right());
                truncation = Math.max(truncation, w.tail());
            }
            var steady = new Steady(product, last, team);
            int k = 0;
            boolean still = steady.at(k, p, next);
            power(k, still, last);
            while (!still && k < last) {
                var swap = p;
                p = next;
                next = swap;
                k++;
                still = steady.at(k, p, next);
                power(k, still, last);
            }
            double drift = Math.abs(1 - product.sum(p)) + steady.missed();
            return new Transient(question.times, odds, spent, occupation, truncation, drift, k + 1);
        }

        /// All that is done with the power p = p₀ Pᵏ, block by block, and if it is not the last, the next one, p P.
        ///
        /// @param still whether all later powers are the same
        private void power(int k, boolean still, int last) {
            double stay = occupation.length == 0 ? 0 : stay(until, k, still);
            boolean counted = Arrays.stream(weights)
                    .anyMatch(w -> odds(w, k, still) > 0 || (question.spent && stay(w, k, still) > 0));
            team.run(chunk -> {
                tallies.clear(chunk);
                for (int block = team.first(chunk); block < team.first(chunk + 1); block++) {
                    if (p.live()[block]) {
                        int from = product.first(block);
                        int to = product.first(block + 1);
                        if (counted) {
                            tallies.add(chunk, p.at(), from, to);
                        }
                        if (stay > 0) {
                            add(stay, p.at(), occupation, from, to);
                        }
                    }
                    if (!still && k < last) {
                        product.multiply(p, next, block);
                    }
                }
            });
            if (counted) {
                mix(k, still);
            }
        }

        /// Odds that the clock has rung k times, or if `still`, at least k times.
        private static double odds(PoissonWeights clock, int k, boolean still) {
            return clock.at(k) + (still ? clock.beyond(k) : 0);
        }

        /// Expected time after k rings, or if `still`, after at least k.
        private double stay(PoissonWeights rings, int k, boolean still) {
            return (rings.beyond(k) + (still ? rings.after(k) : 0)) / clock;
        }

        private static void add(double weight, double[] p, double[] into, int from, int to) {
            for (int x = from; x < to; x++) {
                into[x] += weight * p[x];
            }
        }

        private void mix(int k, boolean still) {
            tallies.total(sums);
            for (int t = 0; t < weights.length; t++) {
                double weight = odds(weights[t], k, still);
                double stay = question.spent ? stay(weights[t], k, still) : 0;
                for (int j = 0; j < sums.length; j++) {
                    for (int c = 0; c < sums[j].length; c++) {
                        odds[t][j][c] += weight * sums[j][c];
                        spent[t][j][c] += stay * sums[j][c];
                    }
                }
            }
        }
    }
}
