package org.casus.story;

import java.util.Arrays;
import java.util.List;

/// One run: its jumps in order, as flat arrays that are used again for the next run.
public final class Run {

    private static final int FIRST = 64;

    private final List<Maker> makers;
    private int start;
    private int jumps;
    private double[] time = new double[FIRST];
    private int[] maker = new int[FIRST];
    private int[] to = new int[FIRST];
    private double[] lift = new double[FIRST];

    /// @param makers who is meant by the numbers of makers
    Run(List<Maker> makers) {
        this.makers = makers;
    }

    void begin(int state) {
        start = state;
        jumps = 0;
    }

    /// @param ratio odds of what is conditioned on after over before; 1 in a run that is not
    void add(double when, int by, int state, double ratio) {
        if (jumps == time.length) {
            time = Arrays.copyOf(time, 2 * jumps);
            maker = Arrays.copyOf(maker, 2 * jumps);
            to = Arrays.copyOf(to, 2 * jumps);
            lift = Arrays.copyOf(lift, 2 * jumps);
        }
        time[jumps] = when;
        maker[jumps] = by;
        to[jumps] = state;
        lift[jumps++] = ratio;
    }

    /// Number of jumps.
    public int jumps() {
        return jumps;
    }

    /// When jump `k` was made, clock units from the start.
    public double time(int k) {
        return time[k];
    }

    /// Who made jump `k`.
    public Maker by(int k) {
        return who(maker[k]);
    }

    int maker(int k) {
        return maker[k];
    }

    Maker who(int number) {
        return makers.get(number);
    }

    /// The state before jump `k`.
    public int from(int k) {
        return k == 0 ? start : to[k - 1];
    }

    /// The state after jump `k`.
    public int to(int k) {
        return to[k];
    }

    /// How many times as likely jump `k` made what the run is conditioned on: the odds after it over those
    /// before, when it was not known yet what the next step would be; 1 in a run that is not conditioned.
    public double lift(int k) {
        return lift[k];
    }

    /// The state at the end.
    public int end() {
        return jumps == 0 ? start : to[jumps - 1];
    }

    /// The state at `when`.
    public int at(double when) {
        int k = Arrays.binarySearch(time, 0, jumps, when);
        int before = k >= 0 ? k + 1 : -k - 1;
        return before == 0 ? start : to[before - 1];
    }
}
