package org.casus.story;

import java.util.Arrays;
import org.casus.chain.Team;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Exact runs of a solved game, jump by jump, with common [Dice].
///
/// In state x each open clock rings at its own rate until something changes; the first ring is the next
/// jump. Within a cell of the dice the rings of a clock of rate r are its points with z ≤ r, so a clock
/// that does not ring in a cell costs one comparison, its first gap against 1 − exp(−r · cell). There is
/// no time step: cells only say which dice are looked at.
///
/// Cost: the clocks open in a state, for each jump and each cell; some tenths of a microsecond a jump.
/// The same run is the same bit for bit whatever else is run, on any number of threads. Immutable.
public final class Simulation {

    /// Runs are handed to threads this many at a time.
    private static final int LEAST_RUNS = 64;

    private final StateSpace space;
    private final Clocks clocks;
    private final Dice dice;
    private final int start;
    private final double horizon;
    /// Odds that an entry rings in a cell, as the least number of 53 bits that means it does not.
    private final long[] silent;

    private Simulation(StateSpace space, Clocks clocks, Dice dice, int start, double horizon) {
        this.space = space;
        this.clocks = clocks;
        this.dice = dice;
        this.start = start;
        this.horizon = horizon;
        silent = new long[clocks.rate.length];
        for (int e = 0; e < silent.length; e++) {
            silent[e] = (long) Math.ceil(-Math.expm1(-clocks.rate[e] * dice.cell()) * 0x1p53);
        }
    }

    /// Runs of `solution` up to its horizon.
    ///
    /// @param space the states of its game
    public static Simulation of(StateSpace space, Solution solution, Dice dice) {
        return of(space, solution.game(), solution.rate(), dice);
    }

    /// Runs of `game` in which each play is made at its `rates` per clock unit, wherever they come from.
    ///
    /// @throws IllegalArgumentException if there is not one rate for each play
    public static Simulation of(StateSpace space, Game game, double[] rates, Dice dice) {
        return new Simulation(space, new Clocks(space.scenario(), game, rates), dice, game.start, game.horizon);
    }

    /// A run to write into.
    public Run blank() {
        return new Run(clocks.makers);
    }

    /// The outcome that each of the first `runs` runs stands in at the horizon: the letters of the dots.
    public int[] outcomes(int runs, int threads) {
        int[] ends = ends(runs, threads);
        return Arrays.stream(ends).map(space::outcome).toArray();
    }

    /// The state that each of the first `runs` runs stands in at the horizon.
    public int[] ends(int runs, int threads) {
        var ends = new int[runs];
        try (var team = new Team(runs, LEAST_RUNS, threads)) {
            team.run(chunk -> {
                Run into = blank();
                for (int run = team.first(chunk); run < team.first(chunk + 1); run++) {
                    run(run, into);
                    ends[run] = into.end();
                }
            });
        }
        return ends;
    }

    /// Writes run number `number` into `into`.
    public void run(long number, Run into) {
        long bits = dice.run(number);
        into.begin(start);
        int state = start;
        double now = 0;
        long cell = 0;
        while (now < horizon && clocks.start[state] < clocks.start[state + 1]) {
            double from = cell * dice.cell();
            double end = Math.min(from + dice.cell(), horizon);
            double first = Double.POSITIVE_INFINITY;
            int ringing = -1;
            for (int e = clocks.start[state]; e < clocks.start[state + 1]; e++) {
                long luck = Dice.cell(bits, clocks.name[clocks.clock[e]], cell);
                if (luck >>> 11 < silent[e]) {
                    double ring = ring(luck, clocks.rate[e], from, now, first);
                    if (ring < first) {
                        first = ring;
                        ringing = e;
                    }
                }
            }
            if (first < end) {
                state = target(ringing, bits, cell, from, first);
                into.add(first, clocks.clock[ringing], state, 1);
                now = first;
            } else {
                now = end;
                cell++;
            }
        }
    }

    /// The first point after `now` and before `limit` of a clock that runs at `rate`, else `limit`.
    private double ring(long luck, double rate, double from, double now, double limit) {
        double first = limit;
        double top = rate * dice.cell();
        double mark = -Math.log(1 - Dice.uniform(luck));
        for (int k = 0; mark <= top; k++) {
            double when = from + dice.cell() * Dice.when(luck, k);
            if (when > now && when < first) {
                first = when;
            }
            mark += Dice.gap(luck, k);
        }
        return first;
    }

    /// Where the entry leads by the point at time `when`.
    private int target(int entry, long bits, long cell, double from, double when) {
        int lead = clocks.leadStart[entry];
        int last = clocks.leadStart[entry + 1] - 1;
        if (lead == last) {
            return clocks.to[lead];
        }
        long luck = Dice.cell(bits, clocks.name[clocks.clock[entry]], cell);
        int point = 0;
        while (from + dice.cell() * Dice.when(luck, point) != when) {
            point++;
        }
        double way = Dice.branch(luck, point);
        while (lead < last && way >= clocks.upTo[lead]) {
            lead++;
        }
        return clocks.to[lead];
    }
}
