package org.casus.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The stationary distribution π of an irreducible chain, Σ_x π(x) rate(x, y) = π(y) outflow(y), by
/// multilevel
/// aggregation (Horton & Leutenegger 1994).
///
/// Sweeps over the states settle what is near; how much weight whole aggregates of states should have
/// is the same
/// problem on a smaller chain, solved the same way, down to one small enough for elimination. Nothing
/// is ever
/// subtracted:
/// weights stay positive, and rare states get theirs to the same relative precision as frequent ones,
/// also where
/// parts of the chain hardly ever exchange anything, which is where Krylov methods and plain sweeps
/// give up.
///
/// Cost: on boards some twenty cycles of about ten passes over the jumps, whatever the rates; on long
/// lines with no
/// drift,
/// its worst case, a few hundred. Memory about 40 bytes a jump. Sequential.
final class Balance {

    private static final int SMALLEST = 40;
    private static final int MOST_CYCLES = 3000;
    private static final int PATIENCE = 60;
    private static final int LITTLE_PATIENCE = 5;
    private static final double PROGRESS = 0.97;
    private static final double ROUNDING = 1e-14;
    private static final double NEARLY = 1e-11;
    private static final double SLOWEST = 0.999;

    private final List<Level> levels = new ArrayList<>();
    private double imbalance;
    private double error;
    private int cycles;

    /// @param into the rates of an irreducible chain, by target
    Balance(Jumps into) {
        Level level = Level.finest(into);
        levels.add(level);
        while (level.size() > SMALLEST) {
            level.smooth();
            Level coarser = Level.coarser(level, Aggregates.of(level));
            coarser.refresh(level);
            levels.add(coarser);
            level = coarser;
        }
        solve();
    }

    /// Cycles until all is in balance to rounding, or nothing gets better any more.
    private void solve() {
        double[] weight = levels.getFirst().weight();
        double[] before = weight.clone();
        double first = 0;
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        boolean done = false;
        while (!done) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            imbalance = 0;
            cycle(0);
            levels.getFirst().normalise();
            note(levels.getFirst());
            cycles++;
            double change = change(before, weight);
            first = cycles == 1 ? change : first;
            error = levels.size() == 1 ? ROUNDING : remaining(change, first);
            idle++;
            if (imbalance < least * PROGRESS) {
                least = imbalance;
                idle = 0;
            }
            System.arraycopy(weight, 0, before, 0, weight.length);
            done = !(imbalance > ROUNDING)
                    || idle > (least < NEARLY ? LITTLE_PATIENCE : PATIENCE)
                    || cycles == MOST_CYCLES;
        }
    }

    /// What a last change of `change` leaves to come, at the pace at which changes have shrunk from
    /// the `first`.
    private double remaining(double change, double first) {
        double pace = cycles == 1 ? 1 : Math.pow(change / first, 1.0 / (cycles - 1));
        return ROUNDING + change / (1 - Math.min(pace, SLOWEST));
    }

    private static double change(double[] before, double[] after) {
        double largest = 0;
        for (int x = 0; x < after.length; x++) {
            largest = Math.max(largest, Math.abs(after[x] - before[x]) / after[x]);
        }
        return largest;
    }

    private void cycle(int l) {
        Level level = levels.get(l);
        if (l + 1 == levels.size()) {
            level.eliminate();
            return;
        }
        level.smooth();
        Level coarser = levels.get(l + 1);
        coarser.refresh(level);
        note(coarser);
        cycle(l + 1);
        if (l + 2 < levels.size()) {
            cycle(l + 1);
        }
        coarser.correct(level);
        level.smooth();
    }

    private void note(Level level) {
        imbalance = Math.max(imbalance, level.imbalance());
    }

    /// π, summing to 1.
    double[] weight() {
        return levels.getFirst().weight();
    }

    /// The largest relative difference between what flows into a state and out of it, over the states
    /// and over the
    /// aggregates of every level; NaN if weights left the range of numbers.
    double imbalance() {
        return imbalance;
    }

    /// Estimate of the largest relative error of any weight: the last change, and all that would
    /// follow it at the pace
    /// so
    /// far.
    double error() {
        return error;
    }

    /// Number of cycles it took.
    int cycles() {
        return cycles;
    }
}
