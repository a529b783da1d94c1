package org.casus.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.casus.story.Dice;
import org.casus.story.Run;
import org.casus.story.Simulation;

/// How many jumps a second one thread simulates, against [RecordSimulator] in the same process:
///
///     java -cp bench/target/casus-bench.jar org.casus.bench.Simulate FILE [RUNS]
///
/// Either simulates RUNS runs (100,000 if not said) five times over; the first, which warms up, does not
/// count. Prints the median of jumps per CPU second of the thread, jumps per run of either, which must
/// agree but for luck, and the ratio of medians.
final class Simulate {

    private static final int TIMES = 5;

    private Simulate() {}

    @FunctionalInterface
    private interface Work {
        long jumps();
    }

    public static void main(String[] args) throws Exception {
        var scenario = ScenarioFile.load(Path.of(args[0])).scenario();
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        var structure = Structure.compile(scenario);
        var solution = Equilibrium.solve(structure.game(World.middle(scenario)), Settings.standard());
        var game = solution.game();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d states, %,d transitions, %,d runs%n",
                args[0],
                game.states,
                game.transitions(),
                runs);
        var simulation = Simulation.of(structure.space(), solution, Dice.of(game, 1));
        Run run = simulation.blank();
        double ours = measure("casus, common dice", runs, () -> {
            long jumps = 0;
            for (int k = 0; k < runs; k++) {
                simulation.run(k, run);
                jumps += run.jumps();
            }
            return jumps;
        });
        var yardstick = new RecordSimulator(game, solution.rate());
        double theirs = measure("lists of records", runs, () -> {
            var random = new SplittableRandom(1);
            long jumps = 0;
            for (int k = 0; k < runs; k++) {
                jumps += yardstick.run(random).size();
            }
            return jumps;
        });
        System.out.printf(Locale.ROOT, "ratio of jumps per second: %.1f%n", ours / theirs);
    }

    private static double measure(String who, int runs, Work work) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] rate = new double[TIMES];
        long jumps = 0;
        for (int r = 0; r < TIMES; r++) {
            long before = threads.getCurrentThreadCpuTime();
            jumps = work.jumps();
            rate[r] = jumps / (1e-9 * (threads.getCurrentThreadCpuTime() - before));
        }
        double[] counted = Arrays.copyOfRange(rate, 1, TIMES);
        Arrays.sort(counted);
        double median = (counted[(TIMES - 2) / 2] + counted[(TIMES - 1) / 2]) / 2;
        System.out.printf(
                Locale.ROOT, "%-18s %,12.0f jumps a second, %.2f jumps a run%n", who, median, (double) jumps / runs);
        return median;
    }
}
