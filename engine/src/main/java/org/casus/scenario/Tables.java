package org.casus.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows that agreements are negotiated on: one for each agreement, or one for all with the same
/// `table`.
///
/// An agreement's stages are `offered` and then `signed-by-A`, `signed-by-A-and-B`, … for every proper
/// part of its
/// parties, by size. Alone, its row is `none` and its stages; on a shared table they are called
/// `ID-offered` and so on.
final class Tables {

    static final String NONE = "none";
    static final String OFFERED = "offered";

    /// An agreement before its expansion.
    ///
    /// @param parties indices of the actors, in the file's order
    /// @param row index of its table
    /// @param first level of the table that is its stage `offered`
    /// @param signed for each stage the parties that have signed, as bits of places in `parties`
    record Spec(Item item, Fields fields, List<Integer> parties, int row, int first, List<Integer> signed) {

        String id() {
            return item.id();
        }

        /// The level of the table on which just these have signed.
        int level(int signatures) {
            return first + signed.indexOf(signatures);
        }

        /// The table's levels that belong to it, as bits.
        long levels() {
            return ((1L << signed.size()) - 1) << first;
        }
    }

    final List<Row> rows = new ArrayList<>();
    final List<Spec> specs = new ArrayList<>();
    private final Names names;
    private final List<String> actors;
    private final Problems problems;

    Tables(Names names, List<String> actors, Problems problems) {
        this.names = names;
        this.actors = actors;
        this.problems = problems;
    }

    /// Lays out the tables of all agreements.
    ///
    /// @param firstRow index of the first row they get
    void lay(List<Item> items, int firstRow, Views views) {
        Map<String, List<Item>> tables = new LinkedHashMap<>();
        for (Item item : items) {
            Optional<Node.Text> table = item.fields("agreement").text("table");
            table.ifPresent(text -> declare(text, tables));
            tables.computeIfAbsent(table.map(Node.Text::value).orElse(item.id()), t -> new ArrayList<>())
                    .add(item);
        }
        tables.forEach((table, on) -> table(table, on, firstRow + rows.size(), views));
        specs.sort(Comparator.comparingInt(spec -> items.indexOf(spec.item())));
    }

    private void declare(Node.Text table, Map<String, List<Item>> tables) {
        if (!tables.containsKey(table.value()) && Naming.name(table, problems)) {
            names.add(table.value(), Names.Kind.TABLE, table.spot());
        }
    }

    private void table(String id, List<Item> items, int row, Views views) {
        boolean shared = items.getFirst().fields("agreement").text("table").isPresent();
        List<String> levels = new ArrayList<>();
        levels.add(NONE);
        List<Spec> here = new ArrayList<>();
        for (Item item : items) {
            Spec spec = spec(item, row, levels.size());
            for (int signatures : spec.signed()) {
                levels.add((shared ? item.id() + "-" : "") + stage(spec, signatures));
            }
            here.add(spec);
        }
        Item first = items.getFirst();
        if (levels.size() > Limits.LEVELS) {
            problems.add(
                    first.key().spot(),
                    "The table " + Say.quoted(id) + " would have " + levels.size() + " levels.",
                    "At most " + Limits.LEVELS + ": give some agreements a table of their own.");
            levels.subList(Limits.LEVELS, levels.size()).clear();
        }
        String title = shared ? id.replace('-', ' ') : first.fields("agreement").title(id);
        rows.add(new Row(
                row,
                id,
                title,
                List.copyOf(levels),
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Row.Kind.TABLE,
                first.position()));
        specs.addAll(here);
        for (Spec spec : here) {
            List<String> stages =
                    spec.signed().stream().map(s -> stage(spec, s)).toList();
            if (spec.first() + stages.size() <= Limits.LEVELS) {
                views.add(View.of(spec.id(), row, stages, spec.first(), levels.size()));
            }
        }
        views.add(View.of(rows.getLast()));
    }

    private Spec spec(Item item, int row, int first) {
        Fields fields = item.fields("agreement");
        List<Integer> parties = new ArrayList<>();
        for (Node.Text text : fields.texts("between")) {
            int actor = actors.indexOf(text.value());
            if (!names.actor(text)) {
                continue;
            }
            if (parties.contains(actor)) {
                problems.add(text.spot(), Say.quoted(text.value()) + " stands twice.", "");
            } else if (parties.size() == Limits.PARTIES) {
                problems.add(text.spot(), "Too many parties.", "An agreement has 2 to " + Limits.PARTIES + " parties.");
            } else {
                parties.add(actor);
            }
        }
        boolean stated =
                fields.node("between").filter(Node.Sequence.class::isInstance).isPresent();
        if (stated && fields.texts("between").size() < 2) {
            problems.add(
                    item.key().spot(),
                    Say.quoted(item.id()) + " has fewer than two parties.",
                    "An agreement has 2 to " + Limits.PARTIES + " parties.");
        }
        return new Spec(item, fields, List.copyOf(parties), row, first, stages(parties.size()));
    }

    /// Every proper part of so many parties, as bits: the empty one first, then by size, then in the
    /// file's order.
    private static List<Integer> stages(int parties) {
        return IntStream.range(0, Math.max(1, (1 << parties) - 1))
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .toList();
    }

    private String stage(Spec spec, int signatures) {
        if (signatures == 0) {
            return OFFERED;
        }
        List<String> signers = new ArrayList<>();
        for (int k = 0; k < spec.parties().size(); k++) {
            if ((signatures >>> k & 1) != 0) {
                signers.add(actors.get(spec.parties().get(k)));
            }
        }
        return "signed-by-" + String.join("-and-", signers);
    }
}
