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
final class Stopwatch {

    /// CPU seconds of work before it counts, and at least of one measurement.
    private static final double WARM = 2;

    private static final double LEAST = 0.4;
    /// Times that something is repeated at most in one measurement.
    private static final int MOST = 1_000;

    private Stopwatch() {}

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

    /// `times` runs of `work` in a JVM that has warmed up to it.
    static <T> Runs<T> warm(int times, Work<T> work) throws Exception {
        return warm(times, WARM, work);
    }

    /// One run of `work`, of a kind that the JVM has done often enough to be warm.
    static <T> Runs<T> hot(Work<T> work) throws Exception {
        return warm(1, 0, work);
    }

    private static <T> Runs<T> warm(int times, double least, Work<T> work) throws Exception {
        double before = cpu();
        work.once();
        int done = 1;
        while (cpu() - before < least) {
            work.once();
            done++;
        }
        double each = Math.max((cpu() - before) / done, 1e-6);
        return runs(times, (int) Math.clamp(Math.ceil(LEAST / each), 1, MOST), work);
    }

    /// `times` runs of `work`, the first as cold as the JVM is; one alone if that takes longer than `most`
    /// CPU seconds.
    static <T> Runs<T> upTo(int times, double most, Work<T> work) throws Exception {
        Runs<T> first = runs(1, 1, work);
        if (times == 1 || first.cpu.getFirst() > most) {
            return first;
        }
        return runs(times, 1, work);
    }

    private static <T> Runs<T> runs(int times, int repeats, Work<T> work) throws Exception {
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        T result = null;
        for (int r = 0; r < times; r++) {
            double cpuBefore = cpu();
            long wallBefore = System.nanoTime();
            for (int k = 0; k < repeats; k++) {
                result = work.once();
            }
            cpu.add((cpu() - cpuBefore) / repeats);
            wall.add(1e-9 * (System.nanoTime() - wallBefore) / repeats);
        }
        return new Runs<>(result, List.copyOf(cpu), List.copyOf(wall));
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
