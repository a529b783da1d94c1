package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;

/// Reads where moves and events lead: `then` and `else`, as effects or as branches with odds.
final class LeadsReader {

    private static final String REST = "rest";
    static final Leads.Branch NOTHING = new Leads.Branch(Optional.empty(), List.of(), "nothing");

    private final Reading reading;

    LeadsReader(Reading reading) {
        this.reading = reading;
    }

    /// `odds`, `then` and `else` of a move.
    Leads move(Item item, Fields fields) {
        Optional<Judgement> odds = fields.node("odds")
                .map(node -> reading.judgements().read(item.id() + " odds", node, Unit.ODDS, Provenance.NONE));
        Optional<Node> otherwise = fields.node("else");
        if (otherwise.isPresent() && odds.isEmpty()) {
            reading.problems()
                    .add(
                            fields.body().entry("else").orElseThrow().key().spot(),
                            "`else` without `odds`: `then` would always happen.",
                            "`odds` is the chance of `then`; otherwise `else` happens.");
        }
        return new Leads(
                odds,
                then(item, fields),
                otherwise.map(node -> branches(item.id() + " else", node)).orElse(List.of(NOTHING)));
    }

    /// `then` of an event or agreement.
    List<Leads.Branch> then(Item item, Fields fields) {
        return fields.node("then")
                .map(node -> branches(item.id() + " then", node))
                .orElse(List.of(NOTHING));
    }

    private List<Leads.Branch> branches(String id, Node node) {
        return switch (node) {
            case Node.Text text when !Shape.empty(text) -> List.of(branch(Optional.empty(), text));
            case Node.Mapping mapping -> branches(id, mapping);
            default -> List.of(NOTHING);
        };
    }

    private List<Leads.Branch> branches(String id, Node.Mapping mapping) {
        Provenance shared = Provenance.of(mapping, Provenance.NONE);
        List<Leads.Branch> branches = new ArrayList<>();
        Optional<Leads.Branch> rest = Optional.empty();
        double sum = 0;
        for (Node.Entry entry : mapping.entries()) {
            if (Provenance.KEYS.contains(entry.key().words())) {
                continue;
            }
            if (entry.value() instanceof Node.Text text && text.value().equals(REST)) {
                if (rest.isPresent()) {
                    reading.problems().add(text.spot(), "`rest` stands twice.", "One branch takes what is left.");
                }
                rest = Optional.of(branch(Optional.empty(), entry.key()));
                continue;
            }
            String name = id + " " + entry.key().words();
            Judgement odds = reading.judgements().read(name, entry.value(), Unit.BRANCH, shared);
            sum += odds.high();
            branches.add(branch(Optional.of(odds), entry.key()));
        }
        if (branches.size() > Limits.EFFECTS) {
            reading.problems()
                    .add(
                            mapping.entries().getFirst().key().spot(),
                            "There are " + branches.size() + " branches here.",
                            "At most " + Limits.EFFECTS + ".");
        }
        if (sum > 1 + 1e-9) {
            tooMuch(mapping, sum, branches);
        }
        return close(branches, rest, sum);
    }

    private void tooMuch(Node.Mapping mapping, double sum, List<Leads.Branch> branches) {
        boolean ranges = branches.stream()
                .anyMatch(b -> b.odds().filter(Judgement::isRange).isPresent());
        reading.problems()
                .add(
                        mapping.entries().getFirst().key().spot(),
                        "The odds of these branches add up to " + Say.number(100 * sum) + "%"
                                + (ranges ? " where each is highest." : "."),
                        "They may add up to 100% at most, in every world; one branch may take the `rest`.",
                        ranges ? "Maybe write `rest` for one of them." : "");
    }

    /// Puts the branch that takes the rest last: the stated one, `nothing`, or, where points add up to
    /// 100%, the last.
    private static List<Leads.Branch> close(List<Leads.Branch> branches, Optional<Leads.Branch> rest, double sum) {
        List<Leads.Branch> closed = new ArrayList<>(branches);
        boolean ranges = branches.stream()
                .anyMatch(b -> b.odds().filter(Judgement::isRange).isPresent());
        if (rest.isPresent()) {
            closed.add(rest.get());
        } else if (branches.isEmpty() || ranges || sum < 1 - 1e-9) {
            closed.add(NOTHING);
        } else {
            Leads.Branch last = closed.removeLast();
            closed.add(new Leads.Branch(Optional.empty(), last.effects(), last.text()));
        }
        return List.copyOf(closed);
    }

    private Leads.Branch branch(Optional<Judgement> odds, Node.Text text) {
        return new Leads.Branch(odds, reading.effects().read(text), text.words());
    }
}
