package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;

/// What many runs do, counted and held against the exact odds: outcomes at the horizon, levels of all rows
/// at three dates, and when a set of states is first met.
final class Tallied {

    private static final int BINS = 12;

    private final Crisis crisis;
    private final double horizon;
    private final double[] dates;
    private final BitSet target;
    private final List<Classes> classes = new ArrayList<>();
    private final long[] outcomes;
    private final long[][][] levels;
    /// Runs that first met the target in each part of the time; last, those that did not.
    private final long[] met = new long[BINS + 1];

    Tallied(Crisis crisis, BitSet target) {
        this.crisis = crisis;
        this.target = target;
        horizon = crisis.solution().game().horizon;
        dates = new double[] {horizon / 10, horizon / 3, 0.77 * horizon};
        for (int row = 0; row < crisis.scenario().rows().size(); row++) {
            classes.add(Classes.levels(crisis.space(), row));
        }
        outcomes = new long[crisis.scenario().outcomes().size()];
        levels = new long[dates.length][][];
        Arrays.setAll(
                levels, t -> classes.stream().map(c -> new long[c.count()]).toArray(long[][]::new));
    }

    void add(Run run) {
        outcomes[crisis.space().outcome(run.end())]++;
        for (int t = 0; t < dates.length; t++) {
            int state = run.at(dates[t]);
            for (int row = 0; row < classes.size(); row++) {
                levels[t][row][crisis.space().level(state, row)]++;
            }
        }
        int first = IntStream.range(0, run.jumps())
                .filter(k -> target.get(run.to(k)))
                .findFirst()
                .orElse(-1);
        met[first < 0 ? BINS : (int) (run.time(first) / horizon * BINS)]++;
    }

    void fit() {
        ChiSquare.fits("outcomes", outcomes, crisis.odds(List.of(Classes.outcomes(crisis.space())), horizon)[0][0]);
        double[][][] exact = crisis.odds(classes, dates);
        for (int t = 0; t < dates.length; t++) {
            for (int row = 0; row < classes.size(); row++) {
                String what = crisis.scenario().rows().get(row).id() + " at " + dates[t];
                ChiSquare.fits(what, levels[t][row], exact[t][row]);
            }
        }
        double[] ends = IntStream.rangeClosed(1, BINS)
                .mapToDouble(k -> horizon * k / BINS)
                .toArray();
        double[][][] by = Transient.of(
                        Chain.of(crisis.solution()).stoppedAt(target),
                        new Transient.Question(
                                ends, List.of(Classes.in(target, crisis.space().size())), 0),
                        2)
                .odds();
        double[] odds = new double[BINS + 1];
        for (int k = 0; k < BINS; k++) {
            odds[k] = by[k][0][1] - (k == 0 ? 0 : by[k - 1][0][1]);
        }
        odds[BINS] = by[BINS - 1][0][0];
        ChiSquare.fits("first passage", met, odds);
    }
}
