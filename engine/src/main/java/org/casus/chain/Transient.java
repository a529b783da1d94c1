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
/// Cost: K ≈ q t + 8 √(q t) products at the largest t, each one pass over the jumps and a few
/// over the states.
///
/// @param times as asked
/// @param odds odds of each class, `[time][classification][class]`
/// @param spent expected time spent in each class up to each time, clock units,
///     `[time][classification][class]`
/// @param occupation expected time spent in each state up to `until`, `[R]`
/// @param truncation bound on what any of the odds loses by leaving out the ends of the Poisson
///     weights
/// @param drift |1 − Σ p|, what rounding did to the total over all products
/// @param products K, number of products
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
    public record Question(double[] times, List<Classes> classes, double until) {}

    /// Answers `question` for `chain` from its start.
    ///
    /// @throws IllegalArgumentException if a time is negative or not finite
    /// @throws TooFastException if so many products would be needed (fastest rate times longest
    ///     time above 1e9) that no answer would ever come
    public static Transient of(Chain chain, Question question, int threads) {
        try (var team = new Team(chain.states(), threads)) {
            return new Pass(chain, question, team).run();
        }
    }

    /// One pass over the powers.
    private static final class Pass {

        private final Chain chain;
        private final Question question;
        private final Team team;
        private final double clock;
        private final double[] stays;
        private final PoissonWeights[] weights;
        private final PoissonWeights until;
        private final Tallies tallies;
        private final double[][] sums;
        private final double[][][] odds;
        private final double[][][] spent;
        private final double[] occupation;

        Pass(Chain chain, Question question, Team team) {
            this.chain = chain;
            this.question = question;
            this.team = team;
            clock = chain.fastest() == 0 ? 1 : chain.fastest();
            stays = new double[chain.states()];
            for (int x = 0; x < stays.length; x++) {
                stays[x] = 1 - chain.outflow(x) / clock;
            }
            weights = Arrays.stream(question.times).mapToObj(this::weights).toArray(PoissonWeights[]::new);
            until = weights(question.until);
            tallies = new Tallies(question.classes, chain.states(), team.chunks());
            sums = perClass();
            int times = question.times.length;
            odds = new double[times][][];
            spent = new double[times][][];
            Arrays.setAll(odds, t -> perClass());
            Arrays.setAll(spent, t -> perClass());
            occupation = new double[question.until > 0 ? chain.states() : 0];
        }

        private PoissonWeights weights(double time) {
            if (!(time >= 0) || Double.isInfinite(time)) {
                throw new IllegalArgumentException("a time of " + time);
            }
            double mean = clock * time;
            if (!(mean <= PoissonWeights.LARGEST)) {
                throw new TooFastException(clock, time);
            }
            return PoissonWeights.of(mean, TAIL);
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
            var p = new double[chain.states()];
            var next = new double[chain.states()];
            p[chain.start()] = 1;
            for (int k = 0; k <= last; k++) {
                power(k, p, next);
                mix(k);
                var swap = p;
                p = next;
                next = swap;
            }
            double mass = 0;
            for (double odds : p) {
                mass += odds;
            }
            return new Transient(question.times, odds, spent, occupation, truncation, Math.abs(1 - mass), last + 1);
        }

        /// All that is done with the power p = p₀ Pᵏ, chunk by chunk, and the next one, p P.
        private void power(int k, double[] p, double[] next) {
            double stay = occupation.length == 0 ? 0 : until.beyond(k) / clock;
            team.run(chunk -> {
                int from = team.first(chunk);
                int to = team.first(chunk + 1);
                tallies.add(chunk, p, from, to);
                if (stay > 0) {
                    add(stay, p, occupation, from, to);
                }
                product(p, next, from, to);
            });
        }

        private static void add(double weight, double[] p, double[] into, int from, int to) {
            for (int x = from; x < to; x++) {
                into[x] += weight * p[x];
            }
        }

        private void product(double[] p, double[] next, int from, int to) {
            int[] start = chain.into().start();
            int[] other = chain.into().other();
            double[] rate = chain.into().rate();
            for (int y = from; y < to; y++) {
                double inflow = 0;
                for (int j = start[y]; j < start[y + 1]; j++) {
                    inflow += rate[j] * p[other[j]];
                }
                next[y] = stays[y] * p[y] + inflow / clock;
            }
        }

        private void mix(int k) {
            tallies.total(sums);
            for (int t = 0; t < weights.length; t++) {
                double weight = weights[t].at(k);
                double stay = weights[t].beyond(k) / clock;
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
