package org.casus.scenario;

import java.util.Arrays;
import java.util.List;

/// What lies beyond reach only because something is dormant: a level that none but a dormant
/// agreement comes to is no slip of the pen.
///
/// Reach is seen row by row, a bound from above: a level counts as met if some rule leads to it
/// whose condition may hold on the levels met so far, whatever combination that would take.
/// Linear in rules times levels.
public final class Dormancy {

    private final Scenario scenario;
    private final long[] awake;
    private final long[] all;

    private Dormancy(Scenario scenario) {
        this.scenario = scenario;
        awake = met(false);
        all = met(true);
    }

    public static Dormancy of(Scenario scenario) {
        return new Dormancy(scenario);
    }

    /// Whether `row` can come to `level` only through something dormant.
    public boolean keeps(int row, int level) {
        return ((all[row] & ~awake[row]) >>> level & 1) != 0;
    }

    /// Whether `when` can hold only through something dormant.
    public boolean keeps(Guard when) {
        return may(when.test(), all) && !may(when.test(), awake);
    }

    private boolean may(Condition condition, long[] met) {
        return scenario.rows().stream().allMatch(row -> (Reach.levels(condition, row.index()) & met[row.index()]) != 0);
    }

    /// The levels met on each row, as bits.
    private long[] met(boolean dormantToo) {
        long[] met =
                scenario.rows().stream().mapToLong(row -> 1L << row.start()).toArray();
        boolean more = true;
        while (more) {
            long[] before = met.clone();
            for (Move move : scenario.moves()) {
                for (Move.Case one : dormantToo || !move.dormant() ? move.cases() : List.<Move.Case>of()) {
                    spread(new Condition.All(List.of(move.when().test(), one.when())), one.leads(), met);
                }
            }
            for (Chance event : scenario.chance()) {
                if (dormantToo || !event.dormant()) {
                    spread(event.when().test(), event.leads(), met);
                }
            }
            more = !Arrays.equals(before, met);
        }
        return met;
    }

    /// Adds where `leads` may lead from where `when` may hold.
    private void spread(Condition when, Leads leads, long[] met) {
        if (!may(when, met)) {
            return;
        }
        long[] stands = met.clone();
        for (int row = 0; row < stands.length; row++) {
            stands[row] &= Reach.levels(when, row);
        }
        Reach.effects(leads).forEach(effect -> {
            int row = effect.row();
            int levels = scenario.rows().get(row).levels().size();
            long from = stands[row];
            for (int level = 0; level < levels; level++) {
                stands[row] |= (from >>> level & 1) == 0 ? 0 : 1L << effect.apply(level, levels);
            }
            met[row] |= stands[row];
        });
    }
}
