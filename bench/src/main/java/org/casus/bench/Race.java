package org.casus.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.game.Unfolding;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// How long the [ArmsRace] of alike rivals takes, to residual 1e-9 on one thread:
///
///     java -cp bench/target/casus-bench.jar org.casus.bench.Race RIVALS [LEVELS [RUNS [whole]]]
///
/// Prints CPU seconds of the whole process: of the first solve, which the JVM compiles on the way, and the median
/// of the runs after it, of the long game followed with care and of the quick solve that drawn worlds use. With
/// `whole` the same race is solved as if nobody were alike, and values are compared.
final class Race {

    private Race() {}

    /// Some way to solve a game.
    private interface Way {
        Solution of(Game game) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int rivals = Integer.parseInt(args[0]);
        int levels = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        Scenario scenario = ScenarioFile.of("arms-race", "arms-race.yaml", ArmsRace.yaml(rivals, levels, true))
                .scenario();
        Settings settings = Settings.standard().withThreads(1).withTolerance(1e-9);
        double before = cpu();
        var structure = Structure.compile(scenario);
        Game game = structure.game(World.middle(scenario));
        System.out.printf(
                Locale.ROOT,
                "%d alike rivals on %d levels: %,d states, %,d values, compiled in %.2f CPU s%n",
                rivals,
                levels,
                game.states,
                (long) game.states * game.actors,
                cpu() - before);
        Solution solution = time("with care", game, runs, one -> Equilibrium.solve(one, settings));
        time("quick", game, runs, one -> Equilibrium.solveQuickly(one, settings));
        if (args.length > 3) {
            var whole = Structure.compileWhole(scenario);
            Game all = whole.game(World.middle(scenario));
            System.out.printf(Locale.ROOT, "nobody alike: %,d states%n", all.states);
            Solution each = time("with care", all, 3, one -> Equilibrium.solve(one, settings));
            time("quick", all, 3, one -> Equilibrium.solveQuickly(one, settings));
            double[] unfolded = Unfolding.values(structure.space(), solution.value(), whole.space());
            double apart = 0;
            for (int k = 0; k < unfolded.length; k++) {
                apart = Math.max(apart, Math.abs(unfolded[k] - each.value()[k]));
            }
            System.out.printf(Locale.ROOT, "values differ by at most %.1e points%n", apart);
        }
    }

    private static Solution time(String name, Game game, int runs, Way way) throws Exception {
        double before = cpu();
        Solution solution = way.of(game);
        double first = cpu() - before;
        double[] times = new double[runs];
        for (int k = 0; k < runs; k++) {
            before = cpu();
            solution = way.of(game);
            times[k] = cpu() - before;
        }
        Arrays.sort(times);
        double median = times[runs / 2];
        System.out.printf(
                Locale.ROOT,
                "%-10s first %.2f CPU s, then %.3f (%.3f to %.3f), %.2f µs a value; residual %.1e%n",
                name,
                first,
                median,
                times[0],
                times[runs - 1],
                1e6 * median / ((double) game.states * game.actors),
                solution.residual());
        return solution;
    }

    /// CPU seconds of the process so far, compiler and collector included.
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
    }
}
