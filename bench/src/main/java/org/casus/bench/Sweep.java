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

/// Boards of more and more states, each in a JVM of its own:
///
///     bench/sweep [--from STATES] [--to STATES] [--bytes EACH] [--csv FILE] [--svg FILE]
///
/// Prints CSV as it goes, and at the end draws it. Each JVM gets a heap of EACH bytes a state and 200 MB:
/// 1,150, and 1,300 from three million on, where an array is a large part of the heap.
final class Sweep {

    private static final long FROM = 10_000;
    private static final long TO = 10_000_000;
    private static final long EACH = 1_150;
    private static final long EACH_LARGE = 1_300;
    private static final long LARGE = 3_000_000;

    private Sweep() {}

    public static void main(String[] args) throws Exception {
        long from = FROM;
        long to = TO;
        OptionalLong bytes = OptionalLong.empty();
        Path csv = null;
        Path svg = null;
        Path drawn = null;
        for (int k = 0; k < args.length; k += 2) {
            if (k + 1 == args.length) {
                throw new IllegalArgumentException(args[k] + " needs a value");
            }
            String value = args[k + 1];
            switch (args[k]) {
                case "--from" -> from = states(value);
                case "--to" -> to = states(value);
                case "--bytes" -> bytes = OptionalLong.of(Long.parseLong(value));
                case "--csv" -> csv = Path.of(value);
                case "--svg" -> svg = Path.of(value);
                case "--draw" -> drawn = Path.of(value);
                default ->
                    throw new IllegalArgumentException(
                            args[k] + "? There are --from, --to, --bytes, --csv, --svg, --draw");
            }
        }
        List<Point> points = drawn == null ? run(from, to, bytes, System.out) : read(drawn);
        if (csv != null) {
            Files.writeString(csv, csv(points));
        }
        if (svg != null) {
            Files.writeString(svg, Chart.svg(points));
        }
    }

    /// `100000`, `100_000`, `1e5`
    static long states(String text) {
        return (long) Double.parseDouble(text.replace("_", ""));
    }

    private static List<Point> run(long from, long to, OptionalLong asked, PrintStream out)
            throws IOException, InterruptedException {
        out.println(Point.HEAD);
        var points = new ArrayList<Point>();
        for (long states : sizes(from, to)) {
            long bytes = asked.orElse(each(states));
            Optional<Point> solved = solve(states, bytes);
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

    /// The board of about so many states in a JVM of its own; nothing if it is not solved there.
    static Optional<Point> solve(long states, long bytes) throws IOException, InterruptedException {
        var ended = Child.java(heap(states, bytes), Size.class, Long.toString(states));
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
