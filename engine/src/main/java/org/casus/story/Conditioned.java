package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.chain.PoissonWeights;
import org.casus.chain.Team;
import org.casus.chain.TooFastException;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Runs of a solved game conditioned on a [Goal], however rare it is: drawn from the law of the chain
/// given that it gets there, not by waiting for luck.
///
/// Uniformised, with q the fastest outflow and P = I + G / q, the chain makes N ~ Poisson(q T) steps of P,
/// at times that are, given N, N uniform numbers on [0, T] in order. Write A for the goal and
///
///     b_m(x) = P^m 1_A (x), the odds of the goal with m steps to come
///
/// (P stopped in A if the goal is to meet it ever). Given the goal, exactly and without any step of time,
///
///     P(N = n)                = Poisson(n; q T) b_n(x₀) / odds,      odds = Σ_n Poisson(n; q T) b_n(x₀)
///     P(x → y, m steps to come) = P(x, y) b_{m−1}(y) / b_m(x)
///
/// and the times are as before, because they do not depend on the steps: Doob's h-transform with the
/// odds of the goal at each time. What is left out are the ends of the Poisson weights, so that odds of p
/// are off by at most 1e-15 / p of themselves, and p must be above [#LEAST].
///
/// All runs go through m = N … 1 together, so that two of the b_m are needed at a time. They are made
/// upward once, every ⌈√K⌉-th is kept, and those between are made again from there: memory about
/// 16 √K bytes a state beside [Ahead]'s, time 2 K passes over the leads (K ≈ q T + 8 √(q T)), and a step for each N of
/// each
/// run. Same result bit for bit on any number of threads. These runs have dice of their own.
public final class Conditioned {

    /// Odds below this are not told from what the ends of the Poisson weights leave out.
    public static final double LEAST = 1e-12;

    private static final double TAIL = 1e-15;
    private static final int LEAST_STATES = 1024;
    private static final int LEAST_RUNS = 16;

    private final Clocks clocks;
    private final Goal goal;
    private final int start;
    private final double horizon;
    private final double clock;
    private final PoissonWeights weights;
    private final int threads;
    /// Levels of b between two that are kept.
    private final int block;
    /// b_m for m = 0, block, 2 block, …
    private final List<double[]> kept = new ArrayList<>();
    /// Poisson(n; q T) b_n(x₀) summed up to n.
    private final double[] upTo;
    /// Odds of the goal from each state at the times of [Ahead].
    private final Ahead ahead;

    private Conditioned(Clocks clocks, Goal goal, int start, double horizon, int threads) {
        this.clocks = clocks;
        this.goal = goal;
        this.start = start;
        this.horizon = horizon;
        this.threads = threads;
        double fastest = Arrays.stream(clocks.out).max().orElse(0);
        clock = fastest > 0 ? fastest : 1;
        if (!(clock * horizon <= PoissonWeights.LARGEST)) {
            throw new TooFastException(clock, horizon);
        }
        weights = PoissonWeights.of(clock * horizon, TAIL);
        block = (int) Math.ceil(Math.sqrt(weights.right() + 1.0));
        upTo = new double[weights.right() + 1];
        ahead = new Ahead(clocks.states(), clock, horizon);
        upward();
    }

    /// Runs of `solution` that come to `goal` within its horizon.
    ///
    /// @param space the states of its game
    /// @throws TooFastException if the chain makes more steps than anybody could wait for
    public static Conditioned of(StateSpace space, Solution solution, Goal goal, int threads) {
        return of(space, solution.game(), solution.rate(), goal, threads);
    }

    /// Runs of `game` in which each play is made at its `rates` per clock unit, wherever they come from.
    ///
    /// @throws TooFastException if the chain makes more steps than anybody could wait for
    public static Conditioned of(StateSpace space, Game game, double[] rates, Goal goal, int threads) {
        var clocks = new Clocks(space.scenario(), game, rates);
        return new Conditioned(clocks, goal, game.start, game.horizon, threads);
    }

    /// Odds of the goal.
    public double odds() {
        return upTo[upTo.length - 1];
    }

    private void upward() {
        double[] now = new double[clocks.states()];
        for (int x = goal.states().nextSetBit(0); x >= 0; x = goal.states().nextSetBit(x + 1)) {
            now[x] = 1;
        }
        double sum = 0;
        try (var team = new Team(clocks.states(), LEAST_STATES, threads)) {
            for (int n = 0; n < upTo.length; n++) {
                if (n > 0) {
                    double[] next = new double[now.length];
                    back(now, next, team);
                    now = next;
                }
                if (n % block == 0) {
                    kept.add(now);
                }
                ahead.add(n, now);
                sum += weights.at(n) * now[start];
                upTo[n] = sum;
            }
        }
    }

    /// b_{m+1} = P b_m.
    private void back(double[] now, double[] next, Team team) {
        team.run(chunk -> {
            for (int x = team.first(chunk); x < team.first(chunk + 1); x++) {
                double inflow = 0;
                if (!stopped(x)) {
                    for (int e = clocks.start[x]; e < clocks.start[x + 1]; e++) {
                        inflow += clocks.rate[e] * mean(e, now);
                    }
                }
                next[x] = stay(x) * now[x] + inflow / clock;
            }
        });
    }

    /// P(x, x).
    private double stay(int x) {
        return stopped(x) ? 1 : 1 - clocks.out[x] / clock;
    }

    private boolean stopped(int x) {
        return goal.when() == Goal.When.EVER && goal.states().get(x);
    }

    private double mean(int entry, double[] of) {
        double mean = 0;
        double before = 0;
        for (int l = clocks.leadStart[entry]; l < clocks.leadStart[entry + 1]; l++) {
            mean += (clocks.upTo[l] - before) * of[clocks.to[l]];
            before = clocks.upTo[l];
        }
        return mean;
    }

    /// The first `runs` runs of `seed`.
    ///
    /// @throws IllegalStateException if the odds of the goal are below [#LEAST]
    public List<Run> runs(int runs, long seed) {
        if (odds() < LEAST) {
            throw new IllegalStateException("the odds of this are " + odds() + ": there is nothing to tell");
        }
        Walker[] walkers =
                IntStream.range(0, runs).mapToObj(run -> new Walker(run, seed)).toArray(Walker[]::new);
        try (var states = new Team(clocks.states(), LEAST_STATES, threads);
                var team = new Team(runs, LEAST_RUNS, threads)) {
            for (int k = kept.size() - 1; k >= 0; k--) {
                double[][] odds = new double[block + 1][];
                odds[0] = kept.get(k);
                for (int m = 1; m <= block && k * block + m < upTo.length; m++) {
                    odds[m] = new double[clocks.states()];
                    back(odds[m - 1], odds[m], states);
                }
                int lowest = k * block;
                team.run(chunk -> {
                    for (int run = team.first(chunk); run < team.first(chunk + 1); run++) {
                        walkers[run].walk(odds, lowest);
                    }
                });
            }
        }
        return Arrays.stream(walkers).map(walker -> walker.run).toList();
    }

    /// A run on its way.
    private final class Walker {

        final Run run = new Run(clocks.makers);
        private final long bits;
        private long drawn;
        private int state = start;
        private double now;
        /// m, steps of P to come.
        private int left;

        Walker(int number, long seed) {
            bits = Mix.bits(Mix.bits(seed, Dice.clock("conditioned")), number);
            run.begin(start);
            int n = Arrays.binarySearch(upTo, uniform() * odds());
            left = Math.min(n < 0 ? -n - 1 : n + 1, upTo.length - 1);
        }

        private double uniform() {
            return Dice.uniform(Mix.bits(bits + Dice.STEP * drawn++));
        }

        /// Takes the steps with more than `lowest` to come, given b from there up.
        void walk(double[][] odds, int lowest) {
            while (left > lowest) {
                double[] after = odds[left - lowest - 1];
                // The first of `left` uniform numbers on the rest of the time.
                now -= (horizon - now) * Math.expm1(Math.log1p(-uniform()) / left);
                left--;
                if (!stopped(state)) {
                    step(odds[left + 1 - lowest][state], after);
                }
            }
        }

        /// @param before b_m(x)
        /// @param after b_{m−1}
        private void step(double before, double[] after) {
            double rest = uniform() * before - stay(state) * after[state];
            if (rest < 0) {
                return;
            }
            int entry = -1;
            int lead = -1;
            for (int e = clocks.start[state]; e < clocks.start[state + 1] && rest >= 0; e++) {
                double below = 0;
                for (int l = clocks.leadStart[e]; l < clocks.leadStart[e + 1] && rest >= 0; l++) {
                    double odds = clocks.rate[e] / clock * (clocks.upTo[l] - below) * after[clocks.to[l]];
                    below = clocks.upTo[l];
                    if (odds > 0) {
                        entry = e;
                        lead = l;
                        rest -= odds;
                    }
                }
            }
            if (entry >= 0) {
                double lift = ahead.lift(horizon - now, state, clocks.to[lead]);
                state = clocks.to[lead];
                run.add(now, clocks.clock[entry], state, lift);
            }
        }
    }
}
