package org.casus.story;

import java.util.List;
import org.casus.game.StateSpace;

/// On which levels runs stand over time: what a chart with a lane for each row shows. Shares of runs, so
/// good to √(p (1 − p) / runs).
///
/// @param times clock units from the start
/// @param share share of the runs on each level, `[row][time][level]`
public record Lanes(double[] times, double[][][] share) {

    /// Lanes of `runs`, one or more, at `times`. A run that was told up to an earlier time stays where it
    /// stands.
    public static Lanes of(StateSpace space, List<Run> runs, double[] times) {
        var rows = space.scenario().rows();
        var share = new double[rows.size()][times.length][];
        for (int row = 0; row < share.length; row++) {
            for (int t = 0; t < times.length; t++) {
                share[row][t] = new double[rows.get(row).levels().size()];
            }
        }
        for (Run run : runs) {
            for (int t = 0; t < times.length; t++) {
                int state = run.at(times[t]);
                for (int row = 0; row < share.length; row++) {
                    share[row][t][space.level(state, row)] += 1.0 / runs.size();
                }
            }
        }
        return new Lanes(times.clone(), share);
    }
}
