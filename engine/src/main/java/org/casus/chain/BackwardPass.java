package org.casus.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;

/// Uniformisation run forward for the odds and backward for the pay to come, met at every power: the
/// discrete adjoint, exact but for the ends of the Poisson weights.
///
/// With q the fastest outflow, P = I + G / q, w_k the odds that the clock has rung k times by T and
/// s_k = P(N > k) / q, the number is Σ_k (w_k f + s_k r) · p_k, p_k = p₀ Pᵏ. Hence
///
///     b_{k−1} = w_k f + s_k r + P b_k,  b_K = 0         value = p₀ · b_{−1}
///     ∂/∂G(x, y) = (1/q) Σ_k p_k(x) (b_k(y) − b_k(x))
///     ∂/∂r(x)    = Σ_k s_k p_k(x)
///
/// q does not matter to the exact number, so its own slope is left out. Backward needs the p_k in
/// reverse: they are made again from checkpoints, at most [#MOST_KEPT] vectors at each of ⌈log K / log 64⌉
/// levels (two up to 4096 powers), which costs one more product a power and level.
final class BackwardPass {

    private static final double TAIL = 1e-15;
    /// Vectors kept at one level of checkpoints.
    private static final int MOST_KEPT = 64;

    private final Graph graph;
    private final Functional asked;
    private final double[] pay;
    private final int origin;
    private final Product product;
    private final Team team;
    private final double clock;
    private final PoissonWeights weights;
    private final int last;
    private final ArrayDeque<Spread> free = new ArrayDeque<>();
    private double[] ahead;
    private double[] before;

    /// Σ_k p_k(x) (b_k(y) − b_k(x)) / q of each jump.
    final double[] flux;
    /// Σ_k s_k p_k(x), expected time in x `[R]`.
    final double[] occupation;
    /// Σ_k p_k(x) b_k(x) / q, what is forgone where it all ends `[R]`.
    final double[] forgone;

    /// @param pay r, with what plays pay `[R]`
    /// @param origin the state it starts in
    /// @param product that of `graph`
    BackwardPass(Graph graph, Functional asked, double[] pay, int origin, Product product, Team team) {
        this.graph = graph;
        this.asked = asked;
        this.pay = pay;
        this.origin = origin;
        this.product = product;
        this.team = team;
        clock = graph.fastest();
        weights = PoissonWeights.of(clock, asked.time(), TAIL);
        last = weights.right();
        int states = graph.out().length;
        ahead = new double[states];
        before = new double[states];
        flux = new double[graph.to().length];
        occupation = new double[states];
        forgone = new double[states];
    }

    void run() {
        if (asked.empty()) {
            return;
        }
        back(0, last + 1, product.point(origin));
        for (int j = 0; j < flux.length; j++) {
            flux[j] /= clock;
        }
        for (int x = 0; x < forgone.length; x++) {
            forgone[x] /= clock;
        }
    }

    /// Takes b from b_{to − 1} back to b_{from − 1}, given p_from, which it uses up.
    private void back(int from, int to, Spread p) {
        int count = to - from;
        int pieces = count <= MOST_KEPT ? count : Math.min(MOST_KEPT, (int) Math.ceil(Math.sqrt(count)));
        int length = (count + pieces - 1) / pieces;
        var kept = new ArrayList<Spread>();
        kept.add(p);
        for (int at = from + length; at < to; at += length) {
            kept.add(advanced(kept.getLast(), length));
        }
        for (int piece = kept.size() - 1; piece >= 0; piece--) {
            int first = from + piece * length;
            if (length == 1) {
                step(first, kept.get(piece));
                free.add(kept.get(piece));
            } else {
                back(first, Math.min(to, first + length), kept.get(piece));
            }
        }
    }

    /// p Pⁿ for n > 0; p stays.
    private Spread advanced(Spread p, int n) {
        Spread now = vector();
        product.multiply(p, now, team);
        for (int k = 1; k < n; k++) {
            Spread next = vector();
            product.multiply(now, next, team);
            free.add(now);
            now = next;
        }
        return now;
    }

    /// Counts power k, of which p is the odds and `ahead` the pay to come, and goes back to k − 1.
    private void step(int k, Spread p) {
        double weight = weights.at(k);
        double stay = weights.beyond(k) / clock;
        team.run(chunk -> {
            for (int block = team.first(chunk); block < team.first(chunk + 1); block++) {
                int from = product.first(block);
                int to = product.first(block + 1);
                if (p.live()[block]) {
                    count(p.at(), stay, from, to);
                }
                for (int x = from; x < to; x++) {
                    before[x] = ahead[x] + change(x) / clock + weight * asked.atEnd()[x] + stay * pay[x];
                }
            }
        });
        double[] swap = ahead;
        ahead = before;
        before = swap;
    }

    /// Counts what the odds `p` of the states `from` … `to` − 1 give.
    private void count(double[] p, double stay, int from, int to) {
        int[] start = graph.start();
        int[] target = graph.to();
        for (int x = from; x < to; x++) {
            double here = ahead[x];
            double odds = p[x];
            for (int j = start[x]; j < start[x + 1]; j++) {
                flux[j] += odds * (ahead[target[j]] - here);
            }
            forgone[x] += odds * here;
            occupation[x] += stay * odds;
        }
    }

    /// How fast the pay to come would change in x.
    private double change(int x) {
        int[] target = graph.to();
        double[] rate = graph.rate();
        double here = ahead[x];
        double change = -graph.ending()[x] * here;
        for (int j = graph.start()[x]; j < graph.start()[x + 1]; j++) {
            change += rate[j] * (ahead[target[j]] - here);
        }
        return change;
    }

    private Spread vector() {
        return free.isEmpty() ? product.zero() : free.removeLast();
    }

    /// q.
    double value() {
        return ahead[origin];
    }

    double truncation() {
        return weights.tail();
    }
}
