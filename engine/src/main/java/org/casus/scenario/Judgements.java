package org.casus.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.scenario.Vocabulary.Unit;

/// Every number of the file, named by the words that lead to it.
final class Judgements {

    private final TimeUnit clock;
    private final Problems problems;
    private final List<Judgement> list = new ArrayList<>();
    private final Map<String, Judgement> byId = new HashMap<>();
    private final Collection<String> sources;

    /// @param sources the ids that may stand after `per`, besides `guess`
    Judgements(TimeUnit clock, Collection<String> sources, Problems problems) {
        this.clock = clock;
        this.sources = sources;
        this.problems = problems;
    }

    /// Reads the number at `node`, short or in full. Where that fails, problems say so and the number
    /// returned is of
    /// no use: no scenario is made of a file with problems.
    Judgement read(String id, Node node, Unit unit, Provenance around) {
        return switch (node) {
            case Node.Text text -> read(id, text, unit, text.edited() ? Provenance.NONE : around, false);
            case Node.Mapping full -> {
                Provenance own = Provenance.of(full, around);
                Optional<Node> range = full.value("range");
                if (range.isPresent() && range.get() instanceof Node.Text text && !Shape.empty(text)) {
                    yield read(id, text, unit, own, true);
                }
                yield none(id, full);
            }
            case Node.Sequence list -> none(id, list);
        };
    }

    /// @param full whether `around` is the number's own long form
    private Judgement read(String id, Node.Text text, Unit unit, Provenance around, boolean full) {
        if (Shape.empty(text)) {
            return none(id, text);
        }
        Optional<Measures.Draft> draft = Measures.read(text, unit, clock, this::check, problems);
        if (draft.isEmpty()) {
            return none(id, text);
        }
        Measures.Draft d = draft.get();
        Optional<Node.Text> per = d.per().or(around::per);
        around.per().filter(p -> per.equals(Optional.of(p))).ifPresent(this::check);
        if (full && d.per().isPresent() && around.own()) {
            problems.add(
                    d.per().get().spot(),
                    "The source stands in the range and beside it.",
                    "In full: {range: 3 to 6, per: article, at: p4, why: …}.");
        }
        boolean own = d.per().isPresent() && !full;
        Optional<String> at = d.at().or(() -> own ? Optional.empty() : around.at());
        return add(new Judgement(
                list.size(),
                id,
                d.measure(),
                d.low(),
                d.high(),
                d.around(),
                per.map(Node.Text::value),
                at,
                own ? Optional.empty() : around.why(),
                text.spot().position()));
    }

    private void check(Node.Text per) {
        if (per.value().equals(Judgement.GUESS) || sources.contains(per.value())) {
            return;
        }
        List<String> names = new ArrayList<>(sources);
        names.add(Judgement.GUESS);
        problems.unknown(per.spot(), per.value(), "source", "sources", names);
    }

    private Judgement add(Judgement judgement) {
        byId.put(judgement.id(), judgement);
        list.add(judgement);
        return judgement;
    }

    /// Stands in for a number that could not be read; of no use but to go on.
    Judgement none(String id, Node node) {
        return new Judgement(
                -1,
                id,
                Measure.PLAIN,
                0,
                0,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                node.spot().position());
    }

    Optional<Judgement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<String> ids() {
        return list.stream().map(Judgement::id).toList();
    }

    List<Judgement> list() {
        return List.copyOf(list);
    }
}
