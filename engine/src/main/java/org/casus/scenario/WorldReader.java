package org.casus.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads sources and places.
final class WorldReader {

    private final Names names;
    private final Problems problems;

    WorldReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /// @param asOf the day the scenario speaks from: nothing later may be known to it
    List<Source> sources(List<Item> items, LocalDate asOf, HeadReader head) {
        List<Source> sources = new ArrayList<>();
        for (Item item : items) {
            Fields fields = item.fields("source");
            Optional<LocalDate> date = fields.text("date").flatMap(head::day);
            if (date.isPresent() && date.get().isAfter(asOf)) {
                problems.add(
                        fields.text("date").orElseThrow().spot(),
                        "This source is of " + date.get() + ", after the scenario's `as_of` of " + asOf + ".",
                        "A scenario knows nothing from after its day: no hindsight.",
                        "Maybe leave the source out, or move `as_of`.");
            }
            String title = Fields.text(item.value()).map(Node.Text::words).orElse(fields.title(item.id()));
            sources.add(new Source(
                    item.id(), title, date, fields.words("kind").orElse(""), fields.words("url"), item.position()));
        }
        return List.copyOf(sources);
    }

    List<Place> places(List<Item> items) {
        List<Place> places = new ArrayList<>();
        for (Item item : items) {
            Fields fields = item.fields("place");
            List<String> claimedBy = fields.texts("claimed_by").stream()
                    .filter(names::actor)
                    .map(Node.Text::value)
                    .toList();
            places.add(new Place(item.id(), fields.title(item.id()), claimedBy, item.position()));
        }
        return List.copyOf(places);
    }
}
