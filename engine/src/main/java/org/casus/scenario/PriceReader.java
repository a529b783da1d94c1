package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import org.casus.scenario.Vocabulary.Unit;

/// Reads prices: one, or prices by condition that add up.
final class PriceReader {

    private final Reading reading;

    PriceReader(Reading reading) {
        this.reading = reading;
    }

    /// @param id the words that lead to `node`
    List<Price> read(String id, Node node, Provenance around) {
        if (!(node instanceof Node.Mapping mapping) || mapping.value("range").isPresent()) {
            return List.of(new Price(Guard.ALWAYS, price(id, node, around)));
        }
        Provenance shared = Provenance.of(mapping, around);
        List<Price> prices = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (!Provenance.KEYS.contains(entry.key().words())) {
                Guard when = reading.conditions().read(entry.key());
                prices.add(new Price(when, price(id + " " + entry.key().words(), entry.value(), shared)));
            }
        }
        return List.copyOf(prices);
    }

    private Judgement price(String id, Node node, Provenance around) {
        return reading.judgements().read(id, node, Unit.PRICE, around);
    }
}
