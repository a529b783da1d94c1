package org.casus.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// One board of [BigBoard] compiled and solved to 1e-9 in a JVM of its own, cold as it is, with all care or by
/// the quick way:
///
///     java -cp bench/target/casus-bench.jar org.casus.bench.Size STATES THREADS CARE|QUICK
///
/// Prints one record of [Point#HEAD].
final class Size {

    private Size() {}

    /// How a board is solved.
    enum Way {
        /// As `casus solve` does: [Equilibrium#solve].
        CARE,
        /// As drawn worlds are: [Equilibrium#solveQuickly(Game, Settings)].
        QUICK;

        private Solution solve(Game game, Settings settings) throws NotSolvedException {
            return this == CARE ? Equilibrium.solve(game, settings) : Equilibrium.solveQuickly(game, settings);
        }
    }

    /// What one size took.
    ///
    /// @param way with all care or quickly
    /// @param jumps leads and chance jumps of all states
    /// @param compile CPU seconds from the text to the game
    /// @param cpu seconds of the solve, the compiler's and the collector's with them
    /// @param wall seconds of the solve
    /// @param peak bytes of memory the process held at most
    /// @param steps of the long game
    /// @param products with the derivative
    record Point(
            long states,
            long jumps,
            int threads,
            Way way,
            double compile,
            double cpu,
            double wall,
            long peak,
            int steps,
            int products,
            double residual) {

        private static final long MEGA = 1_000_000;

        static final String HEAD =
                "states,jumps,threads,way,compile_cpu_s,cpu_s,wall_s,peak_mb,steps,products,residual,us_per_state";

        /// CPU microseconds of the solve for each state.
        double each() {
            return 1e6 * cpu / states;
        }

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%s,%.2f,%.2f,%.2f,%d,%d,%d,%.1e,%.2f",
                    states,
                    jumps,
                    threads,
                    way,
                    compile,
                    cpu,
                    wall,
                    peak / MEGA,
                    steps,
                    products,
                    residual,
                    each());
        }

        /// A record that [#csv] wrote.
        static Point of(String csv) {
            String[] cell = csv.split(",", -1);
            return new Point(
                    Long.parseLong(cell[0]),
                    Long.parseLong(cell[1]),
                    Integer.parseInt(cell[2]),
                    Way.valueOf(cell[3]),
                    Double.parseDouble(cell[4]),
                    Double.parseDouble(cell[5]),
                    Double.parseDouble(cell[6]),
                    Long.parseLong(cell[7]) * MEGA,
                    Integer.parseInt(cell[8]),
                    Integer.parseInt(cell[9]),
                    Double.parseDouble(cell[10]));
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            System.out.println(measure(Long.parseLong(args[0]), Integer.parseInt(args[1]), Way.valueOf(args[2]))
                    .csv());
        } catch (OutOfMemoryError e) {
            System.err.println("out of memory: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Point measure(long states, int threads, Way way) throws Exception {
        double start = Stopwatch.cpu();
        Game game = game(states);
        double compiled = Stopwatch.cpu();
        long wall = System.nanoTime();
        Solution solution =
                way.solve(game, Settings.standard().withTolerance(1e-9).withThreads(threads));
        return new Point(
                game.states,
                game.transitions(),
                threads,
                way,
                compiled - start,
                Stopwatch.cpu() - compiled,
                1e-9 * (System.nanoTime() - wall),
                peak(),
                solution.iterations().steps(),
                solution.iterations().products(),
                solution.residual());
    }

    private static Game game(long states) throws Exception {
        var scenario = ScenarioFile.of("big", "big.yaml", BigBoard.yaml(states)).scenario();
        int limit = Math.toIntExact(BigBoard.states(states));
        return Structure.compile(scenario, limit).game(World.middle(scenario));
    }

    /// What the system says the process held in memory at most; where it says nothing, what the heap's pools did.
    private static long peak() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElseGet(Size::heap);
        } catch (IOException e) {
            return heap();
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
