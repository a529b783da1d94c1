package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.bench.Size.Point;
import org.casus.bench.Size.Way;

/// Boards of 10⁵, 10⁶ and 10⁷ states, each in a JVM of its own with as much heap as [Sweep#each] says, as far as
/// asked for. One run each, cold, on the threads that users get; the smallest on one thread as well.
final class Sizes implements Row {

    private static final long SMALL = 100_000;
    private static final long MILLION = 1_000_000;
    private static final long TEN_MILLION = 10_000_000;

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public String about() {
        return "boards of 10^5, 10^6 and 10^7 states, as far as --states says";
    }

    @Override
    public List<Line> measure(Setting setting) throws Exception {
        var lines = new ArrayList<Line>();
        double small = Double.NaN;
        for (long states : new long[] {SMALL, MILLION, TEN_MILLION}) {
            String what = "10^" + (Long.toString(states).length() - 1) + " states";
            if (states > setting.states()) {
                lines.add(Line.absent(name(), what, "not asked for: --states " + states));
                continue;
            }
            Optional<Point> solved = Sweep.solve(states, Sweep.each(states), Sweep.threads(), Way.CARE);
            lines.addAll(lines(what, states, solved));
            if (states == MILLION) {
                lines.addAll(lines(
                        what + " by the quick way",
                        states,
                        Sweep.solve(states, Sweep.each(states), Sweep.threads(), Way.QUICK)));
            }
            if (solved.isEmpty()) {
                continue;
            }
            Point point = solved.get();
            if (states == SMALL) {
                small = point.each();
                Optional<Point> alone = Sweep.solve(states, Sweep.each(states), 1, Way.CARE);
                if (alone.isPresent()) {
                    String threads = point.threads() + " threads, on the wall";
                    double one = alone.get().wall();
                    lines.add(new Line(name(), what + ", " + threads, "one", one, point.wall(), "s", Aim.none(), ""));
                }
            } else {
                lines.add(new Line(
                        name(),
                        what + ", time a state",
                        "at 10^5",
                        small,
                        point.each(),
                        "µs",
                        states == TEN_MILLION ? Aim.part(2) : Aim.none(),
                        ""));
            }
        }
        return lines;
    }

    private List<Line> lines(String what, long states, Optional<Point> solved) {
        return solved.map(point -> lines(what, point))
                .orElseGet(() -> List.of(Line.absent(
                        name(), what, "not solved with a heap of " + Sweep.heap(states, Sweep.each(states)))));
    }

    private List<Line> lines(String what, Point point) {
        String note = String.format(
                Locale.ROOT,
                "%,d states, %,d jumps, heap %s, %.1f CPU s on %d threads and %.1f CPU s to compile, %d products, residual"
                        + " %.1e",
                point.states(),
                point.jumps(),
                Sweep.heap(point.states(), Sweep.each(point.states())),
                point.cpu(),
                point.threads(),
                point.compile(),
                point.products(),
                point.residual());
        Aim time = Aim.none();
        Aim memory = Aim.none();
        if (point.states() > TEN_MILLION / 2) {
            time = Aim.most(900);
            memory = Aim.most(14);
        } else if (point.states() > MILLION / 2) {
            time = Aim.most(30);
            memory = Aim.most(1.5);
        }
        return List.of(
                Line.alone(name(), what + ", wall", point.wall(), "s", time, note),
                Line.alone(name(), what + ", memory", point.peak() / 1e9, "GB", memory, ""));
    }
}
