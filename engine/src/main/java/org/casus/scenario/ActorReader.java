package org.casus.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;

/// Reads actors: their pace and sight, own or by default, and what they want and fear.
final class ActorReader {

    private final Reading reading;
    private final Fields defaults;
    private final Map<Dial, List<Item>> missing = new EnumMap<>(Dial.class);

    ActorReader(Reading reading) {
        this.reading = reading;
        this.defaults = reading.root()
                .value("defaults")
                .map(node -> Fields.of("defaults", node))
                .orElse(Fields.of("defaults", reading.root()));
        if (reading.root().value("defaults").isPresent()) {
            for (Dial dial : Dial.values()) {
                defaults.node(dial.key).ifPresent(node -> dial("defaults", dial, node));
            }
        }
    }

    /// What is one number for an actor, and may come from `defaults`.
    enum Dial {
        ACTS("acts", Unit.PACE),
        DRIFTS("drifts", Unit.PACE),
        LOOKS_AHEAD("looks ahead", Unit.DURATION),
        SHARPNESS("sharpness", Unit.SHARPNESS);

        final String key;
        final Unit unit;

        Dial(String key, Unit unit) {
            this.key = key;
            this.unit = unit;
        }
    }

    Actor read(int index, Item item) {
        Fields fields = item.fields("actor");
        List<Worth> worths = new ArrayList<>();
        worths(item, fields, "wants", 1, Worth.Kind.WANT, worths);
        worths(item, fields, "fears", -1, Worth.Kind.FEAR, worths);
        return new Actor(
                index,
                item.id(),
                fields.title(item.id()),
                dial(item, fields, Dial.ACTS),
                dial(item, fields, Dial.DRIFTS),
                dial(item, fields, Dial.LOOKS_AHEAD),
                dial(item, fields, Dial.SHARPNESS),
                List.copyOf(worths),
                item.position());
    }

    private Judgement dial(Item item, Fields fields, Dial dial) {
        Optional<Node> own = fields.node(dial.key);
        if (own.isPresent()) {
            return dial(item.id(), dial, own.get());
        }
        Optional<Judgement> shared = reading.judgements().find("defaults " + dial.key);
        boolean stated = reading.root().value("defaults").isPresent()
                && defaults.node(dial.key).isPresent();
        if (shared.isEmpty() && !stated) {
            missing.computeIfAbsent(dial, d -> new ArrayList<>()).add(item);
        }
        return shared.orElseGet(() -> reading.judgements().none("defaults " + dial.key, item.key()));
    }

    /// Says which numbers are nowhere stated, once for all the actors that lack one.
    void complain() {
        missing.forEach((dial, items) -> {
            List<String> names = items.stream().map(Item::id).toList();
            reading.problems()
                    .add(
                            items.getFirst().key().spot(),
                            Say.all(names) + (names.size() == 1 ? " has no " : " have no ") + Say.quoted(dial.key)
                                    + ", and `defaults` has none either.",
                            "Such as " + Say.quoted(dial.key + ": " + dial.unit.example())
                                    + ", here or in `defaults`.");
        });
    }

    private Judgement dial(String owner, Dial dial, Node node) {
        return reading.judgements().read(owner + " " + dial.key, node, dial.unit, Provenance.NONE);
    }

    private void worths(Item item, Fields fields, String key, int sign, Worth.Kind kind, List<Worth> worths) {
        Optional<Node.Mapping> mapping = fields.mapping(key);
        if (mapping.isEmpty()) {
            return;
        }
        Provenance shared = Provenance.of(mapping.get(), Provenance.NONE);
        for (Node.Entry entry : mapping.get().entries()) {
            String words = entry.key().words();
            if (Provenance.KEYS.contains(words)) {
                continue;
            }
            String label = key + " " + words;
            Optional<View> view = reading.views().find(words);
            if (view.isPresent()) {
                levels(item, label, view.get(), entry, shared, sign, kind, worths);
            } else if (entry.value() instanceof Node.Mapping map
                    && map.value("range").isEmpty()) {
                notARow(entry.key());
            } else {
                Guard when = reading.conditions().read(entry.key());
                worths.add(worth(item, label, when, entry.value(), shared, sign, kind));
            }
        }
    }

    private void notARow(Node.Text key) {
        if (new Words(key).peek(1).isEmpty()) {
            reading.names()
                    .check(
                            key.spot(),
                            key.words(),
                            "row or agreement",
                            "rows and agreements",
                            Names.Kind.ROW,
                            Names.Kind.AGREEMENT);
        } else {
            reading.problems()
                    .add(
                            key.spot(),
                            "Points by level belong to a row, and " + Say.quoted(key.words()) + " is a condition.",
                            "`ROW: {LEVEL: points, …}` or `CONDITION: points`.");
        }
    }

    private void levels(
            Item item,
            String label,
            View view,
            Node.Entry entry,
            Provenance around,
            int sign,
            Worth.Kind kind,
            List<Worth> worths) {
        if (!(entry.value() instanceof Node.Mapping mapping)
                || mapping.value("range").isPresent()) {
            reading.problems()
                    .add(
                            entry.key().spot(),
                            Say.quoted(view.id()) + " is a row: at which of its levels?",
                            ConditionText.levelsOf(view),
                            "Maybe "
                                    + Say.quoted(
                                            view.id() + ": {" + view.levels().getLast() + ": 3 to 6}") + " or "
                                    + Say.quoted(
                                            view.id() + " is " + view.levels().getLast() + ": 3 to 6") + ".");
            return;
        }
        Provenance shared = Provenance.of(mapping, around);
        for (Node.Entry level : mapping.entries()) {
            String word = level.key().words();
            if (Provenance.KEYS.contains(word)) {
                continue;
            }
            int place = view.level(word);
            if (place < 0) {
                reading.problems()
                        .add(
                                level.key().spot(),
                                Say.quoted(word) + " is no level of " + Say.quoted(view.id()) + ".",
                                ConditionText.levelsOf(view),
                                Nearest.of(word, view.levels())
                                        .map(n -> "Maybe " + Say.quoted(n) + ".")
                                        .orElse(""));
                continue;
            }
            Guard when = new Guard(view.id() + " is " + word, view.on(place, place + 1));
            worths.add(worth(item, label + " " + word, when, level.value(), shared, sign, kind));
        }
    }

    private Worth worth(Item item, String label, Guard when, Node node, Provenance shared, int sign, Worth.Kind kind) {
        Judgement points = reading.judgements().read(item.id() + " " + label, node, Unit.WORTH, shared);
        return new Worth(label, when, points, sign, kind);
    }
}
