package org.casus.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times work by the CPU of the whole process, so that what other threads, the compiler and the collector do
/// for it counts, and by the clock on the wall.
///
/// Linux counts a process's CPU in ticks of 10 ms: short work is done several times over and the sum divided,
/// so that a tick is at most a few hundredths of what is counted.
///
/// @param times runs of which the median counts
/// @param warmth CPU seconds of work before it counts
/// @param least CPU seconds of one measurement
record Stopwatch(int times, double warmth, double least) {

    /// Times that something is repeated at most in one measurement.
    private static final int MOST = 1_000;

    /// Five runs after two CPU seconds, each of 0.4 CPU seconds and more.
    static Stopwatch standard() {
        return new Stopwatch(5, 2, 0.4);
    }

    /// One run of whatever comes: figures mean nothing.
    static Stopwatch quick() {
        return new Stopwatch(1, 0, 0);
    }

    /// Something to do, and what comes of it.
    @FunctionalInterface
    interface Work<T> {
        T once() throws Exception;
    }

    /// Seconds of each run and what the last one came to.
    ///
    /// @param cpu of the process
    /// @param wall that passed
    record Runs<T>(T result, List<Double> cpu, List<Double> wall) {

        double medianCpu() {
            return median(cpu);
        }

        double medianWall() {
            return median(wall);
        }
    }

    /// [#times] runs of `work` in a JVM that has warmed up to it.
    <T> Runs<T> warm(Work<T> work) throws Exception {
        return measure(times, warmth, work);
    }

    /// One run of `work`, of a kind that the JVM has done often enough to be warm.
    <T> Runs<T> hot(Work<T> work) throws Exception {
        return measure(1, 0, work);
    }

    /// One run of `work`, and [#times] of them if that took no more than `most` CPU seconds.
    <T> Runs<T> upTo(double most, Work<T> work) throws Exception {
        Runs<T> first = once(work);
        return times == 1 || first.cpu.getFirst() > most ? first : runs(times, 1, work);
    }

    /// One run of `work` as it comes.
    <T> Runs<T> once(Work<T> work) throws Exception {
        return runs(1, 1, work);
    }

    private <T> Runs<T> measure(int runs, double warmth, Work<T> work) throws Exception {
        if (least == 0) {
            return runs(runs, 1, work);
        }
        double before = cpu();
        int done = 0;
        do {
            work.once();
            done++;
        } while (cpu() - before < warmth);
        double each = Math.max((cpu() - before) / done, 1e-6);
        return runs(runs, (int) Math.clamp(Math.ceil(least / each), 1, MOST), work);
    }

    private static <T> Runs<T> runs(int runs, int repeats, Work<T> work) throws Exception {
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        List<T> results = new ArrayList<>();
        for (int r = 0; r < runs; r++) {
            results.clear();
            double cpuBefore = cpu();
            long wallBefore = System.nanoTime();
            for (int k = 0; k < repeats; k++) {
                results.clear();
                results.add(work.once());
            }
            cpu.add((cpu() - cpuBefore) / repeats);
            wall.add(1e-9 * (System.nanoTime() - wallBefore) / repeats);
        }
        return new Runs<>(results.getLast(), List.copyOf(cpu), List.copyOf(wall));
    }

    /// CPU seconds of this process so far.
    static double cpu() {
        var os = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return 1e-9 * os.getProcessCpuTime();
    }

    /// The middle of `values`; of an even number the mean of the middle two.
    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
