package org.casus.chain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import org.casus.game.StateSpace;
import org.casus.scenario.Outcome;
import org.casus.scenario.Row;

/// The chain of a solved game in the explicit format of the model checker PRISM (Kwiatkowska, Norman &
/// Parker 2011).
///
/// * `model.tra`: number of states and jumps, then source, target and rate of each jump, sorted.
/// States that are never
///   left have a jump to themselves at rate 1, as PRISM gives them itself: no odds change by it.
/// * `model.sta`: the level of each row, counted from 0; rows are variables.
/// * `model.lab`: `init`, `deadlock` (states never left), a label for each outcome and one,
/// `ROW_is_LEVEL`, for each
/// level.
///   Names are the scenario's with `_` for what PRISM does not take.
/// * `model.srew` and `model-NAME.srew`: a file holds one reward structure, so there is one for each
/// label, earning 1 a
///   clock unit while it holds; the first outcome's is `model.srew`, which PRISM finds by itself.
///
/// The rates do not say that they are rates: run PRISM with `-ctmc`.
public final class PrismExport {

    private record Label(String name, BitSet where) {}

    private final Chain chain;
    private final Sink sink;

    private PrismExport(Chain chain, Sink sink) {
        this.chain = chain;
        this.sink = sink;
    }

    /// Writes the files of `chain`, whose states are those of `space`.
    public static void write(Chain chain, StateSpace space, Sink sink) throws IOException {
        var export = new PrismExport(chain, sink);
        export.transitions();
        List<Row> rows = space.scenario().rows();
        export.states(rows.stream().map(Row::id).toList(), space::level);
        List<Label> labels = export.labels(space);
        export.labels(labels);
        export.rewards(labels);
    }

    /// Writes the files of any `chain`, without rewards.
    ///
    /// @param variables names of the numbers that make a state
    /// @param level of a state and the index of a variable, which number that is
    /// @param labels names of sets of states, in order
    public static void write(
            Chain chain,
            List<String> variables,
            IntBinaryOperator level,
            SequencedMap<String, BitSet> labels,
            Sink sink)
            throws IOException {
        var export = new PrismExport(chain, sink);
        export.transitions();
        export.states(variables, level);
        var names = new PrismNames();
        export.labels(labels.entrySet().stream()
                .map(label -> new Label(names.fresh(label.getKey()), label.getValue()))
                .toList());
    }

    private interface Body {
        void write(StringBuilder line, Flush flush) throws IOException;
    }

    private interface Flush {
        void run() throws IOException;
    }

    /// Opens a file and lets `body` fill it line by line.
    private void file(String name, Body body) throws IOException {
        try (Writer writer = sink.open(name)) {
            var lines = new StringBuilder();
            body.write(lines, () -> {
                if (lines.length() > 1 << 16) {
                    writer.append(lines);
                    lines.setLength(0);
                }
            });
            writer.append(lines);
        }
    }

    private void transitions() throws IOException {
        Jumps outOf = chain.into().transposed();
        long still = deadlocks().cardinality();
        file("model.tra", (out, flush) -> {
            out.append(chain.states()).append(' ').append(outOf.size() + still).append('\n');
            for (int x = 0; x < chain.states(); x++) {
                for (int k = outOf.start()[x]; k < outOf.start()[x + 1]; k++) {
                    out.append(x).append(' ').append(outOf.other()[k]).append(' ');
                    out.append(outOf.rate()[k]).append('\n');
                }
                if (outOf.start()[x] == outOf.start()[x + 1]) {
                    out.append(x).append(' ').append(x).append(" 1.0\n");
                }
                flush.run();
            }
        });
    }

    private BitSet deadlocks() {
        var still = new BitSet();
        for (int x = 0; x < chain.states(); x++) {
            still.set(x, chain.outflow(x) == 0);
        }
        return still;
    }

    private void states(List<String> variables, IntBinaryOperator level) throws IOException {
        var names = new PrismNames();
        file("model.sta", (out, flush) -> {
            out.append(variables.stream().map(names::fresh).collect(Collectors.joining(",", "(", ")\n")));
            for (int x = 0; x < chain.states(); x++) {
                out.append(x).append(":(");
                for (int v = 0; v < variables.size(); v++) {
                    out.append(v == 0 ? "" : ",").append(level.applyAsInt(x, v));
                }
                out.append(")\n");
                flush.run();
            }
        });
    }

    private List<Label> labels(StateSpace space) {
        var names = new PrismNames();
        var labels = new ArrayList<Label>();
        for (Outcome outcome : space.scenario().outcomes()) {
            labels.add(new Label(names.fresh(outcome.id()), space.where(outcome)));
        }
        for (Row row : space.scenario().rows()) {
            for (int level = 0; level < row.levels().size(); level++) {
                var where = new BitSet();
                for (int x = 0; x < chain.states(); x++) {
                    where.set(x, space.level(x, row.index()) == level);
                }
                labels.add(
                        new Label(names.fresh(row.id() + "_is_" + row.levels().get(level)), where));
            }
        }
        return labels;
    }

    private void labels(List<Label> labels) throws IOException {
        BitSet still = deadlocks();
        file("model.lab", (out, flush) -> {
            out.append("0=\"init\" 1=\"deadlock\"");
            for (int k = 0; k < labels.size(); k++) {
                out.append(' ')
                        .append(k + 2)
                        .append("=\"")
                        .append(labels.get(k).name)
                        .append('"');
            }
            out.append('\n');
            var here = new StringBuilder();
            for (int x = 0; x < chain.states(); x++) {
                here.setLength(0);
                here.append(x == chain.start() ? " 0" : "").append(still.get(x) ? " 1" : "");
                for (int k = 0; k < labels.size(); k++) {
                    if (labels.get(k).where.get(x)) {
                        here.append(' ').append(k + 2);
                    }
                }
                // PRISM takes no line without labels.
                if (!here.isEmpty()) {
                    out.append(x).append(':').append(here).append('\n');
                }
                flush.run();
            }
        });
    }

    private void rewards(List<Label> labels) throws IOException {
        for (int k = 0; k < labels.size(); k++) {
            Label label = labels.get(k);
            String name = k == 0 ? "model.srew" : "model-" + label.name + ".srew";
            file(name, (out, flush) -> {
                out.append("# Reward structure \"time_").append(label.name).append("\"\n# State rewards\n");
                out.append(chain.states())
                        .append(' ')
                        .append(label.where.cardinality())
                        .append('\n');
                for (int x = label.where.nextSetBit(0); x >= 0; x = label.where.nextSetBit(x + 1)) {
                    out.append(x).append(" 1\n");
                    flush.run();
                }
            });
        }
    }
}
