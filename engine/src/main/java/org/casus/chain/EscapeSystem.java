package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;

/// The linear system A h = b of a set S of states that the chain leaves for sure,
///
///     (A h)(x) = Σ_{y ∈ S} rate(x, y) (h(x) − h(y)) + exit(x) h(x)
///
/// with exit(x) the rate of jumps from x out of S. A is a non-singular M-matrix: its inverse is nonnegative. That gives
/// a
/// bound on any answer: with τ an approximate solution of A τ = 1 (the expected time until S is left) and r the
/// residual
/// of h,
///
///     |error(x)| ≤ τ(x) max_y |r(y)| / (A τ)(y)        as long as A τ > 0
///
/// Differences are formed before they are weighted, so that the residual is exact to rounding even where S is left so
/// slowly that h is nearly constant; the rounding of the residual is counted into r. Rounds of GMRES go on until r is
/// all
/// rounding.
final class EscapeSystem {

    /// What an answer is, and so what an error of it is measured against.
    enum Unit {
        /// Errors are absolute.
        ODDS,
        /// Errors are relative, or absolute below one clock unit.
        TIME
    }

    private static final double PROMISED = 1e-6;
    private static final double EACH_ROUND = 1e-9;
    private static final int MOST_STEPS = 40;
    private static final int MOST_ROUNDS = 200;
    private static final int MOST_IDLE = 5;

    private final Chain chain;
    private final int[] states;
    private final SparseSystem matrix;
    private final Krylov krylov;
    private final double[] exitTime;
    private final double[] pace;
    private int products;

    private EscapeSystem(Chain chain, int[] states, SparseSystem matrix) {
        this.chain = chain;
        this.states = states;
        this.matrix = matrix;
        krylov = new Krylov(matrix, MOST_STEPS);
        double[] one = matrix.outflow().clone();
        Arrays.setAll(one, s -> 1 / one[s]);
        exitTime = refined(one);
        pace = new double[states.length];
        var residual = new double[states.length];
        matrix.residual(one, exitTime, residual);
        for (int s = 0; s < states.length; s++) {
            pace[s] = one[s] - Math.abs(residual[s]) - matrix.rounding(s, one, exitTime);
        }
    }

    /// The system of the states `within`, which the chain must leave for sure.
    static EscapeSystem of(Chain chain, BitSet within) {
        int[] states = within.stream().toArray();
        return new EscapeSystem(chain, states, SparseSystem.of(chain, within, states));
    }

    /// b = 1 in the states of S that lie in `where`.
    double[] indicator(BitSet where) {
        var b = new double[states.length];
        for (int s = 0; s < states.length; s++) {
            b[s] = where.get(states[s]) ? 1 : 0;
        }
        return b;
    }

    /// b(x) = rate of jumps from x straight into `target`, which lies outside S.
    double[] inflow(BitSet target) {
        var b = new double[chain.states()];
        Jumps into = chain.into();
        for (int y = target.nextSetBit(0); y >= 0; y = target.nextSetBit(y + 1)) {
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                b[into.other()[k]] += into.rate()[k];
            }
        }
        return Arrays.stream(states).mapToDouble(x -> b[x]).toArray();
    }

    /// Solves A h = b and writes h over the states of S in `value`, which holds the answers outside S.
    ///
    /// @throws UnresolvedException if the error from the start cannot be bounded by 1e-6
    Hitting solve(double[] b, double[] value, Unit unit) throws UnresolvedException {
        var scaled = new double[states.length];
        Arrays.setAll(scaled, s -> b[s] / matrix.outflow()[s]);
        double[] h = refined(scaled);
        var residual = new double[states.length];
        matrix.residual(scaled, h, residual);
        double worst = 0;
        double largest = 0;
        for (int s = 0; s < states.length; s++) {
            double size = Math.abs(residual[s]) + matrix.rounding(s, scaled, h);
            worst = Math.max(worst, pace[s] > 0 ? size / pace[s] : Double.POSITIVE_INFINITY);
            largest = Math.max(largest, Math.abs(residual[s]) * matrix.outflow()[s]);
            value[states[s]] = h[s];
        }
        int start = Arrays.binarySearch(states, chain.start());
        double error = start < 0 ? 0 : worst * exitTime[start];
        var answer = new Hitting(chain.start(), value, error, largest, products);
        double promised = unit == Unit.ODDS ? PROMISED : PROMISED * Math.max(1, answer.atStart());
        if (!(error <= promised)) {
            throw new UnresolvedException(
                    "the chain leaves the states in question too slowly (in " + exitTime[Math.max(start, 0)]
                            + " clock units or so) for an answer better than " + error,
                    answer);
        }
        return answer;
    }

    /// A h = b (both scaled), refined until the residual is rounding or no longer falls.
    private double[] refined(double[] b) {
        var h = new double[states.length];
        var best = h.clone();
        var r = new double[states.length];
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int round = 0; round < MOST_ROUNDS && idle < MOST_IDLE; round++) {
            matrix.residual(b, h, r);
            double excess = excess(b, h, r);
            idle = excess < least / 2 ? 0 : idle + 1;
            if (excess < least) {
                least = excess;
                best = h.clone();
            }
            if (excess <= 1) {
                break;
            }
            products += krylov.improve(r, h, EACH_ROUND);
        }
        return best;
    }

    /// The residual in units of its rounding, at worst.
    private double excess(double[] b, double[] h, double[] r) {
        double excess = 0;
        for (int s = 0; s < r.length; s++) {
            double rounding = matrix.rounding(s, b, h);
            excess = Math.max(excess, r[s] == 0 ? 0 : Math.abs(r[s]) / rounding);
        }
        return excess;
    }
}
