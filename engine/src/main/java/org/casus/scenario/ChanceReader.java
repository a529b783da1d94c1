package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;

/// Reads the stated chance events.
final class ChanceReader {

    private final Reading reading;

    ChanceReader(Reading reading) {
        this.reading = reading;
    }

    void read(List<Item> items, List<Chance> chance) {
        var leads = new LeadsReader(reading);
        for (Item item : items) {
            Fields fields = item.fields("event");
            Guard when = fields.text("if").map(reading.conditions()::read).orElse(Guard.ALWAYS);
            Judgement rate = rate(item, fields);
            List<Chance.Factor> times = times(item, fields);
            chance.add(new Chance(
                    chance.size(),
                    item.id(),
                    fields.title(item.id()),
                    when,
                    rate,
                    times,
                    new Leads(Optional.empty(), leads.then(item, fields), List.of(LeadsReader.NOTHING)),
                    Chance.Origin.STATED,
                    reading.switches().closes(item.id(), fields.flag("dormant")),
                    item.position()));
        }
    }

    private Judgement rate(Item item, Fields fields) {
        Optional<Node.Entry> odds = fields.body().entry("odds");
        Optional<Node.Entry> rate = fields.body().entry("rate");
        if (odds.isPresent() && rate.isPresent()) {
            reading.problems()
                    .add(
                            rate.get().key().spot(),
                            "Both `odds` and `rate` say how often this happens.",
                            "One of them: `odds: 5% each week` or `rate: every 4 weeks`.");
        }
        if (odds.isEmpty() && rate.isEmpty()) {
            reading.problems()
                    .add(
                            item.key().spot(),
                            Say.quoted(item.id()) + " does not say how often it happens.",
                            "Such as `odds: 5% to 10% each week`, or `rate: every 4 weeks`.");
        }
        Optional<Node.Entry> entry = odds.or(() -> rate);
        return entry.map(e -> reading.judgements()
                        .read(item.id() + " " + e.key().words(), e.value(), Unit.RATE, Provenance.NONE))
                .orElseGet(() -> reading.judgements().none(item.id() + " odds", item.key()));
    }

    private List<Chance.Factor> times(Item item, Fields fields) {
        List<Chance.Factor> factors = new ArrayList<>();
        Optional<Node.Mapping> mapping = fields.mapping("times");
        Provenance shared = mapping.map(m -> Provenance.of(m, Provenance.NONE)).orElse(Provenance.NONE);
        for (Node.Entry entry : mapping.map(Node.Mapping::entries).orElse(List.of())) {
            String words = entry.key().words();
            if (!Provenance.KEYS.contains(words)) {
                Guard when = reading.conditions().read(entry.key());
                Judgement factor =
                        reading.judgements().read(item.id() + " times " + words, entry.value(), Unit.FACTOR, shared);
                factors.add(new Chance.Factor(when, factor));
            }
        }
        return List.copyOf(factors);
    }
}
