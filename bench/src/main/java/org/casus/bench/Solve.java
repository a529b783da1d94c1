package org.casus.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// How long a cold solve takes, against [GaussSeidel] in the same process:
///
///     java -cp bench/target/casus-bench.jar org.casus.bench.Solve FILE [RUNS]
///
/// Prints CPU seconds of either (all threads; the median of the runs after a first that warms up, and
/// that first), the ratio of medians, and how far apart the two answers are. Where plain iteration has
/// not come to the accuracy in 3,000 sweeps, the residual it prints says so and the ratio is a least. To be read as a
/// ratio: the
/// seconds depend on the machine and on what else it does.
final class Solve {

    private static final double TOLERANCE = 1e-9;
    private static final int MOST_SWEEPS = 3_000;

    private Solve() {}

    /// One timed solve.
    ///
    /// @param cpu seconds over all threads
    /// @param wall seconds that passed
    private record Timed(double cpu, double wall, double[] value, String note) {}

    @FunctionalInterface
    private interface Work {
        Timed once() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        var scenario = ScenarioFile.load(Path.of(args[0])).scenario();
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var game = Structure.compile(scenario).game(World.middle(scenario));
        System.out.printf(
                Locale.ROOT,
                "%s: %,d states, %d actors, %,d transitions%n",
                args[0],
                game.states,
                game.actors,
                game.transitions());
        var ours = measure("casus, 1 thread", runs, () -> casus(game, 1));
        measure("casus, 2 threads", runs, () -> casus(game, 2));
        var yardstick = measure("Gauss-Seidel", 1, () -> gaussSeidel(game));
        double apart = 0;
        double size = 0;
        for (int k = 0; k < ours.value().length; k++) {
            apart = Math.max(apart, Math.abs(ours.value()[k] - yardstick.value()[k]));
            size = Math.max(size, Math.abs(ours.value()[k]));
        }
        System.out.printf(
                Locale.ROOT,
                "ratio of CPU seconds, Gauss-Seidel to casus on one thread: %.1f%n",
                yardstick.cpu() / ours.cpu());
        System.out.printf(Locale.ROOT, "values differ by at most %.1e of the largest, %.3g%n", apart / size, size);
    }

    private static Timed casus(Game game, int threads) throws Exception {
        return timed(() -> {
            var solution = Equilibrium.solve(
                    game, Settings.standard().withTolerance(TOLERANCE).withThreads(threads));
            String note = String.format(Locale.ROOT, "residual %.1e", solution.residual());
            return new Timed(0, 0, solution.value(), note);
        });
    }

    private static Timed gaussSeidel(Game game) throws Exception {
        return timed(() -> {
            var solver = new GaussSeidel(game);
            double[] value = solver.solve(TOLERANCE, MOST_SWEEPS);
            String note =
                    String.format(Locale.ROOT, "residual %.1e after %d sweeps", solver.residual(), solver.sweeps());
            return new Timed(0, 0, value, note);
        });
    }

    private static Timed timed(Work work) throws Exception {
        double cpu = cpuSeconds();
        long wall = System.nanoTime();
        var done = work.once();
        return new Timed(cpuSeconds() - cpu, 1e-9 * (System.nanoTime() - wall), done.value(), done.note());
    }

    /// CPU time of this process, which counts the compiler and the collector too.
    private static double cpuSeconds() {
        var os = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return 1e-9 * os.getProcessCpuTime();
    }

    private static Timed measure(String who, int runs, Work work) throws Exception {
        var first = work.once();
        var timed = new Timed[runs];
        for (int r = 0; r < runs; r++) {
            timed[r] = runs == 1 ? first : work.once();
        }
        double[] cpu = Arrays.stream(timed).mapToDouble(Timed::cpu).sorted().toArray();
        double[] wall = Arrays.stream(timed).mapToDouble(Timed::wall).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-18s %8.2f CPU s, %8.2f s (first run: %.2f CPU s, %.2f s); %s%n",
                who,
                cpu[runs / 2],
                wall[runs / 2],
                first.cpu(),
                first.wall(),
                first.note());
        return new Timed(cpu[runs / 2], wall[runs / 2], first.value(), first.note());
    }
}
