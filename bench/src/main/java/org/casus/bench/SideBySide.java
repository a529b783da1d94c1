package org.casus.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Outlook;
import org.casus.chain.Transient;

/// Time-bounded odds on one chain, by Casus and by others, in one run:
///
///     bench/side-by-side [RUNS [ROOM [TIME]]]
///
/// The chain is a [Tandem] with room for ROOM (66: 601,526 states, 2,954,030 jumps), the question the odds that
/// its last queue has been full by TIME (54: about 600 steps). Everybody answers RUNS times (5), the median of
/// CPU seconds counts. Where `prism` is on the path, its sparse and its explicit engine answer the same
/// question about the files that Casus exports; the time in which the chain is read and built counts
/// for nobody.
final class SideBySide {

    /// Runs before those that count: the JVM compiles.
    private static final int WARMING = 2;

    private SideBySide() {}

    /// What somebody took.
    ///
    /// @param cpu seconds, the median
    /// @param wall seconds, the median
    private record Taken(String who, double cpu, double wall, double odds) {}

    @FunctionalInterface
    private interface Work {
        double odds();
    }

    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int room = args.length > 1 ? Integer.parseInt(args[1]) : 66;
        double time = args.length > 2 ? Double.parseDouble(args[2]) : 54;
        var tandem = new Tandem(room);
        var chain = tandem.chain();
        var full = tandem.full();
        int powers = ever(chain, full, time, 1).products();
        System.out.printf(
                Locale.ROOT,
                "three queues with room for %d: %,d states, %,d jumps; full by %s: %d powers%n",
                room,
                chain.states(),
                chain.jumps(),
                time,
                powers);
        List<Taken> all = new ArrayList<>();
        all.add(measure("Casus, 1 thread", runs, () -> odds(ever(chain, full, time, 1))));
        all.add(measure("Casus, 2 threads", runs, () -> odds(ever(chain, full, time, 2))));
        all.add(measure("Casus, from every state, 1 thread", runs, () -> everywhere(chain, full, time)));
        Optional<Prism> prism = Prism.onPath();
        if (prism.isPresent()) {
            all.addAll(prism(prism.get(), tandem, time, runs));
        } else {
            System.out.println("There is no prism on the path, so a plain loop in this JVM stands in for it.");
            all.add(measure(
                    "plain loop",
                    runs,
                    () -> PlainChain.ever(tandem, full, time).odds()));
        }
        print(all, (double) powers * chain.jumps());
    }

    private static Transient ever(Chain chain, BitSet goal, double time, int threads) {
        var question = Transient.Question.odds(new double[] {time}, List.of(Classes.in(goal, chain.states())));
        return Transient.of(chain.stoppedAt(goal), question, threads);
    }

    private static double odds(Transient answer) {
        return answer.odds()[0][0][1];
    }

    private static double everywhere(Chain chain, BitSet goal, double time) {
        double[] pay = new double[chain.states()];
        goal.stream().forEach(x -> pay[x] = 1);
        return Outlook.of(chain.stoppedAt(goal), pay, new double[] {time}, 1).value()[0][chain.start()];
    }

    private static List<Taken> prism(Prism prism, Tandem tandem, double time, int runs)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("casus-prism");
        try {
            tandem.export(name -> Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
            String property = "P=? [ F<=" + time + " \"full\" ]";
            List<Taken> taken = new ArrayList<>();
            for (String engine : List.of("-sparse", "-explicit")) {
                System.out.println("prism " + engine + " …");
                List<Prism.Check> checks = prism.check(folder, property, runs, engine);
                taken.add(new Taken(
                        "PRISM " + engine.substring(1),
                        median(checks.stream().mapToDouble(Prism.Check::cpu).toArray()),
                        median(checks.stream().mapToDouble(Prism.Check::said).toArray()),
                        checks.getLast().result()));
            }
            return taken;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Taken measure(String who, int runs, Work work) {
        double[] cpu = new double[runs];
        double[] wall = new double[runs];
        double odds = 0;
        for (int r = -WARMING; r < runs; r++) {
            double cpuBefore = cpuSeconds();
            long wallBefore = System.nanoTime();
            odds = work.odds();
            cpu[Math.max(0, r)] = cpuSeconds() - cpuBefore;
            wall[Math.max(0, r)] = 1e-9 * (System.nanoTime() - wallBefore);
        }
        return new Taken(who, median(cpu), median(wall), odds);
    }

    /// CPU time of this process, which counts the compiler and the collector too.
    private static double cpuSeconds() {
        var os = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return 1e-9 * os.getProcessCpuTime();
    }

    private static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// @param work jumps times powers
    private static void print(List<Taken> all, double work) {
        Taken ours = all.getFirst();
        Taken two = all.get(1);
        System.out.printf(
                Locale.ROOT,
                "%-34s %8s %8s %12s %12s %12s  %-20s %s%n",
                "",
                "CPU s",
                "wall s",
                "ns jump·step",
                "to 1 thread",
                "to 2 threads",
                "odds",
                "digits in common");
        for (Taken taken : all) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %8.2f %8.2f %12.2f %12.1f %12.1f  %-20s %s%n",
                    taken.who,
                    taken.cpu,
                    taken.wall,
                    1e9 * taken.cpu / work,
                    taken.cpu / ours.cpu,
                    taken.cpu / two.cpu,
                    taken.odds,
                    digits(taken.odds, ours.odds));
        }
    }

    private static String digits(double a, double b) {
        return a == b ? "all" : String.format(Locale.ROOT, "%.1f", -Math.log10(Math.abs(a - b) / Math.abs(b)));
    }
}
