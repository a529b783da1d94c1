package org.casus.app.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.casus.app.text.Letters;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.story.Dice;
import org.casus.story.Run;
import org.casus.story.Simulation;

/// A hundred runs with dice of their own, so that a dot that changes its letter does so for what was changed and
/// not for other luck.
///
/// The hundred are picked once, from the first runs of the scenario as it is: as many that end in each outcome as
/// its odds in 100 ([Letters#apportion]), the earliest ones. In another view each is run again with its own dice.
/// A hundred runs are a sample and the odds are exact, so what the runs say is then mended: while an outcome has a
/// dot too many and another one too few, one goes over, first one that stood at the other at the beginning, then
/// one that has just changed, then the last one. So counts are those of the odds, always, and most dots are runs.
///
/// Cost: 4,096 runs once, some 10 ms on the reference case; then a hundred runs a view.
final class HundredDots {

    static final int DOTS = 100;

    private static final int RUNS = 4096;
    private static final int MOST_RUNS = 1 << 18;

    private final Dice dice;
    private final long[] runs = new long[DOTS];
    private final int[] before = new int[DOTS];

    /// @param odds of the outcomes in `solution` at the horizon
    HundredDots(StateSpace space, Solution solution, double[] odds, long seed, int threads) {
        dice = Dice.of(solution.game(), seed);
        int[] wanted = Letters.apportion(odds, DOTS);
        int place = 0;
        int[] ends = new int[0];
        for (int k = 0; k < wanted.length; k++) {
            for (int n = 0, run = 0; n < wanted[k]; run++) {
                if (run == ends.length && run < MOST_RUNS) {
                    int more = ends.length == 0 ? RUNS : 2 * ends.length;
                    ends = Simulation.of(space, solution, dice).outcomes(more, threads);
                }
                // Odds of half a point that a quarter of a million runs do not meet: any run stands for them.
                if (run >= ends.length || ends[run] == k) {
                    runs[place] = run;
                    before[place++] = k;
                    n++;
                }
            }
        }
        if (place < DOTS) {
            throw new IllegalArgumentException("odds of " + Arrays.toString(odds));
        }
    }

    /// The outcome of each dot where plays are made at `rates` in `game`.
    ///
    /// @param odds of its outcomes at the horizon
    int[] in(StateSpace space, Game game, double[] rates, double[] odds) {
        var simulation = Simulation.of(space, game, rates, dice);
        Run run = simulation.blank();
        var after = new int[DOTS];
        for (int k = 0; k < DOTS; k++) {
            simulation.run(runs[k], run);
            after[k] = space.outcome(run.end());
        }
        return mended(before, after, Letters.apportion(odds, DOTS));
    }

    /// `after` with as many dots of each outcome as `wanted`, changed as little as that allows.
    static int[] mended(int[] before, int[] after, int[] wanted) {
        int[] mended = after.clone();
        var missing = wanted.clone();
        for (int outcome : after) {
            missing[outcome]--;
        }
        var moved = new BitSet();
        for (int to = 0; to < missing.length; to++) {
            for (; missing[to] > 0; missing[to]--) {
                int dot = dot(before, mended, missing, moved, to);
                missing[mended[dot]]++;
                mended[dot] = to;
                moved.set(dot);
            }
        }
        return mended;
    }

    /// The dot that goes over to outcome `to`.
    private static int dot(int[] before, int[] now, int[] missing, BitSet moved, int to) {
        return IntStream.range(0, now.length)
                .filter(k -> missing[now[k]] < 0 && !moved.get(k))
                .boxed()
                .min(Comparator.comparingInt((Integer k) -> before[k] == to ? 0 : before[k] != now[k] ? 1 : 2)
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
