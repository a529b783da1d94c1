package org.casus.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.casus.bench.Size.Point;
import org.casus.bench.Size.Way;
import org.casus.equilibrium.Settings;

/// Boards of more and more states, each in a JVM of its own, as [#HELP] says.
///
/// Prints CSV as it goes, and at the end draws it. Each JVM gets a heap of EACH bytes a state and 200 MB:
/// 1,110, and 1,275 from three million on, where an array is a large part of the heap.
final class Sweep {

    private static final long FROM = 10_000;
    private static final long TO = 10_000_000;
    private static final long EACH = 1_110;
    private static final long EACH_LARGE = 1_275;
    private static final long LARGE = 3_000_000;

    private static final String HELP = """
            bench/sweep [OPTION…]        solves boards of about 10,000, 30,000, 100,000 … states, one after the
                                         other, and prints CPU seconds, memory and CPU µs a state; a million
                                         take a minute and 1.5 GB, ten million a quarter of an hour and 14 GB
              --from STATES              smallest board (1e4)
              --to STATES                largest board (1e7)
              --quick                    by the quick way, without the care of `casus solve`
              --bytes EACH               heap of each JVM, a state (1110, and 1275 for large boards)
              --csv FILE                 writes the table there too
              --svg FILE                 draws it there
            bench/sweep --draw FILE.csv --svg FILE
              draws a table that was written before
            """;

    private Sweep() {}

    /// What the command line asks for.
    private static final class Asked {
        long from = FROM;
        long to = TO;
        OptionalLong bytes = OptionalLong.empty();
        Way way = Way.CARE;
        Optional<Path> csv = Optional.empty();
        Optional<Path> svg = Optional.empty();
        Optional<Path> drawn = Optional.empty();

        Asked(String[] args) throws IOException {
            int k = 0;
            while (k < args.length) {
                String option = args[k++];
                if (option.equals("--quick")) {
                    way = Way.QUICK;
                    continue;
                }
                String value = k < args.length ? args[k++] : "";
                switch (option) {
                    case "--from" -> from = number(value);
                    case "--to" -> to = number(value);
                    case "--bytes" -> bytes = OptionalLong.of(number(value));
                    case "--csv" -> csv = file(option, value);
                    case "--svg" -> svg = file(option, value);
                    case "--draw" -> drawn = file(option, value);
                    default -> throw new IllegalArgumentException("There is no option " + option + ".");
                }
            }
            if (drawn.isPresent() && svg.isEmpty()) {
                throw new IllegalArgumentException("--draw needs --svg FILE, to draw it there.");
            }
            if (drawn.isPresent() && !Files.isReadable(drawn.get())) {
                throw new IllegalArgumentException("There is no file " + drawn.get() + " to draw.");
            }
            if (drawn.isPresent() && !isTable(drawn.get())) {
                throw new IllegalArgumentException(
                        drawn.get() + " is no table that bench/sweep wrote: it should begin with " + Point.HEAD);
            }
            if (sizes(from, to).isEmpty()) {
                throw new IllegalArgumentException("There is no board from " + from + " to " + to
                        + " states: they have about 1, 3, 10, 30 … thousand.");
            }
        }

        private static boolean isTable(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() > 1 && lines.getFirst().equals(Point.HEAD);
        }

        private static Optional<Path> file(String option, String value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(option + " needs the name of a file.");
            }
            Path file = Path.of(value);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new IllegalArgumentException("There is no folder for " + option + " " + value + ".");
            }
            return Optional.of(file);
        }
    }

    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        Asked asked;
        try {
            asked = new Asked(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            System.exit(2);
            return;
        }
        List<Point> points = asked.drawn.isEmpty() ? run(asked, System.out) : read(asked.drawn.get());
        if (asked.csv.isPresent()) {
            Files.writeString(asked.csv.get(), csv(points));
        }
        if (asked.svg.isPresent()) {
            Files.writeString(asked.svg.get(), Chart.svg(points));
        }
    }

    /// `100000`, `100_000`, `1e5`
    static long number(String text) {
        double number;
        try {
            number = Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(number >= 1 && number <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("A number is needed, like 100000 or 1e5, not “" + text + "”.");
        }
        return (long) number;
    }

    private static List<Point> run(Asked asked, PrintStream out) throws IOException, InterruptedException {
        out.println(Point.HEAD);
        var points = new ArrayList<Point>();
        for (long states : sizes(asked.from, asked.to)) {
            long bytes = asked.bytes.orElse(each(states));
            Optional<Point> solved = solve(states, bytes, threads(), asked.way);
            if (solved.isEmpty()) {
                System.err.printf(
                        Locale.ROOT,
                        "%,d states were not solved with a heap of %s: the sweep ends here%n",
                        states,
                        heap(states, bytes));
                break;
            }
            Point point = solved.get();
            out.println(point.csv());
            out.flush();
            points.add(point);
        }
        return points;
    }

    /// The threads that users get.
    static int threads() {
        return Settings.standard().threads();
    }

    /// The board of about so many states in a JVM of its own; nothing if it is not solved there.
    static Optional<Point> solve(long states, long bytes, int threads, Way way)
            throws IOException, InterruptedException {
        var ended = Child.java(
                heap(states, bytes), Size.class, Long.toString(states), Integer.toString(threads), way.name());
        return ended.code() != 0 || ended.out().isEmpty()
                ? Optional.empty()
                : Optional.of(Point.of(ended.out().getLast()));
    }

    /// Bytes of heap a state that a board needs.
    static long each(long states) {
        return states < LARGE ? EACH : EACH_LARGE;
    }

    /// 1, 3, 10, 30 … times ten thousand.
    static List<Long> sizes(long from, long to) {
        var sizes = new ArrayList<Long>();
        for (long ten = 1; ten <= to; ten *= 10) {
            for (long each : new long[] {ten, 3 * ten}) {
                if (each >= from && each <= to) {
                    sizes.add(each);
                }
            }
        }
        return sizes;
    }

    /// `-Xmx`: `bytes` a state and 200 MB.
    static String heap(long states, long bytes) {
        return (200 + states * bytes / 1_000_000) + "m";
    }

    private static List<Point> read(Path csv) throws IOException {
        return Files.readAllLines(csv, StandardCharsets.UTF_8).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(Point::of)
                .toList();
    }

    private static String csv(List<Point> points) {
        var text = new StringBuilder(Point.HEAD).append('\n');
        points.forEach(point -> text.append(point.csv()).append('\n'));
        return text.toString();
    }
}
