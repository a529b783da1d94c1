package org.casus.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Builds [Node]s from the events of the YAML parser, within [Limits], every scalar a text.
///
/// Works on events rather than on the library's own tree: depth and size are refused before anything
/// is built, tags
/// are seen as written, and a key that a stray comma made is told from one without a value
/// (docs/decisions/020).
final class YamlText {

    private final Document document;
    private final int base;
    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private final Map<Anchor, Integer> sizes = new HashMap<>();
    private int nodes;
    private int aliases;

    /// Stops reading after a problem that leaves no sense in what follows.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private YamlText(Document document, int base, Problems problems) {
        this.document = document;
        this.base = base;
        this.problems = problems;
        var settings = LoadSettings.builder()
                .setLabel(document.label)
                .setSchema(new FailsafeSchema())
                .setParseComments(false)
                .setCodePointLimit(Limits.BYTES)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, document.text.substring(base)));
    }

    /// The one value the document holds; empty where there is none or problems forbid to go on.
    static Optional<Node> read(Document document, Problems problems) {
        return read(document, 0, problems);
    }

    /// The same of what begins at the offset `base`.
    static Optional<Node> read(Document document, int base, Problems problems) {
        try {
            return new YamlText(document, base, problems).document();
        } catch (YamlEngineException e) {
            YamlErrors.explain(e, document, base, problems);
            return Optional.empty();
        } catch (Stop e) {
            return Optional.empty();
        }
    }

    private Optional<Node> document() {
        events.next(); // start of the stream
        if (!(events.next() instanceof DocumentStartEvent)) {
            return Optional.empty();
        }
        Node root = node(events.next(), 0);
        events.next(); // end of the document
        Event more = events.next();
        if (more instanceof DocumentStartEvent) {
            problems.add(spot(more), "A second document begins here.", "One file holds one scenario.");
        }
        return Optional.of(root);
    }

    private Node node(Event event, int depth) {
        if (++nodes > Limits.NODES) {
            stop(event, "The file holds too many values.", "At most " + Limits.NODES + ", aliases written out.");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        if (depth > Limits.NESTING) {
            stop(event, "Too many brackets or indents inside one another.", "At most " + Limits.NESTING + ".");
        }
        int before = nodes;
        Node node =
                event instanceof ScalarEvent scalar ? text(scalar) : collection((CollectionStartEvent) event, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> {
            anchors.put(anchor, node);
            sizes.put(anchor, nodes - before);
        });
        return node;
    }

    private Node aliased(AliasEvent alias) {
        Node node = anchors.get(alias.getAlias());
        if (node == null) {
            stop(
                    alias,
                    "`*" + alias.getAlias() + "` refers to nothing above it, or to a value it is part of.",
                    "An alias repeats a complete value marked `&name` further up.");
        }
        if (++aliases > Limits.ALIASES) {
            stop(alias, "Too many aliases.", "At most " + Limits.ALIASES + ".");
        }
        nodes += sizes.getOrDefault(alias.getAlias(), 0);
        if (nodes > Limits.NODES) {
            stop(alias, "Aliases make this file too large.", "At most " + Limits.NODES + " values, written out.");
        }
        return java.util.Objects.requireNonNull(node);
    }

    private Node.Text text(ScalarEvent scalar) {
        scalar.getTag().ifPresent(tag -> tagged(scalar));
        Spot spot = spot(scalar);
        if (scalar.getValue().length() > Limits.TEXT) {
            problems.add(
                    spot,
                    "This text has " + scalar.getValue().length() + " characters.",
                    "At most " + Limits.TEXT + ".");
        }
        return new Node.Text(scalar.getValue().strip(), spot, false);
    }

    private Node collection(CollectionStartEvent start, int depth) {
        start.getTag().ifPresent(tag -> tagged(start));
        return start instanceof MappingStartEvent ? mapping(start, depth) : sequence(start, depth);
    }

    private void tagged(Event event) {
        problems.add(
                spot(event),
                "A scenario has no tags, and " + Say.quoted(spot(event).raw().split("\\s", 2)[0]) + " is one.",
                "Values are plain text, lists and mappings.",
                "Maybe put the text in quotes if the `!` belongs to it.");
    }

    private Node sequence(CollectionStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        Spot spot = spot(start, event);
        tooMany(items.size(), spot);
        return new Node.Sequence(List.copyOf(items), spot, false);
    }

    private Node mapping(CollectionStartEvent start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<Node.Text> alone = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (key instanceof Node.Text text && start.isFlow() && standsAlone(text, value)) {
                alone.add(text);
            } else if (key instanceof Node.Text text) {
                comma(alone, entries);
                entry(new Node.Entry(text, value), entries, keys);
            } else {
                problems.add(key.spot(), "A key is a text, not a list or a mapping.", "", braces(key));
            }
            event = events.next();
        }
        comma(alone, entries);
        Spot spot = spot(start, event);
        tooMany(entries.size(), spot);
        return new Node.Mapping(List.copyOf(entries), spot, false);
    }

    private static String braces(Node key) {
        return key instanceof Node.Mapping ? "Maybe one pair of `{}` too many." : "";
    }

    private void entry(Node.Entry entry, List<Node.Entry> entries, Set<String> keys) {
        if (!keys.add(entry.key().words())) {
            Spot first = entries.stream()
                    .filter(e -> e.key().words().equals(entry.key().words()))
                    .findFirst()
                    .orElseThrow()
                    .key()
                    .spot();
            problems.add(
                    entry.key().spot(),
                    Say.quoted(entry.key().words()) + " is said twice; first on line "
                            + first.position().line() + ".",
                    "Each key stands once in its mapping.");
            return;
        }
        entries.add(entry);
    }

    /// In `{a: b, c}` the key `c` has neither colon nor value.
    private boolean standsAlone(Node.Text key, Node value) {
        Spot spot = key.spot();
        if (!(value instanceof Node.Text text) || !text.value().isEmpty() || spot.from() == spot.to()) {
            return false;
        }
        int at = spot.to();
        while (at < document.text.length() && Character.isWhitespace(document.text.charAt(at))) {
            at++;
        }
        return at < document.text.length() && document.text.charAt(at) != ':';
    }

    /// Complains about keys that stray commas made, and forgets them.
    private void comma(List<Node.Text> alone, List<Node.Entry> entries) {
        if (alone.isEmpty()) {
            return;
        }
        List<String> parts = alone.stream().map(Node.Text::words).toList();
        String advice = "Maybe a colon and a value are missing.";
        if (!entries.isEmpty() && entries.getLast().value() instanceof Node.Text before) {
            String whole = before.words() + ", " + String.join(", ", parts);
            boolean decimal =
                    before.words().matches(".*[0-9]") && parts.getFirst().matches("[0-9].*");
            advice = decimal
                    ? "Maybe a point is meant: " + Say.quoted(before.words() + "." + parts.getFirst()) + "."
                    : "Maybe put the text in quotes: " + entries.getLast().key().words() + ": \""
                            + whole.replace("\"", "\\\"") + "\"";
        }
        Spot first = alone.getFirst().spot();
        problems.add(
                document.spot(first.from(), alone.getLast().spot().to()),
                "The comma before it ended the text, so " + Say.quoted(parts.getFirst())
                        + " became a key without a value.",
                "Inside `{}` and `[]` a text with a comma, colon or bracket is put in quotes.",
                advice);
        alone.clear();
    }

    private void tooMany(int entries, Spot spot) {
        if (entries > Limits.ENTRIES) {
            problems.add(spot, "There are " + entries + " entries here.", "At most " + Limits.ENTRIES + ".");
        }
    }

    private void stop(Event event, String found, String legal) {
        problems.add(spot(event), found, legal);
        throw new Stop();
    }

    private Spot spot(Event event) {
        return spot(event, event);
    }

    private Spot spot(Event from, Event to) {
        int start = from.getStartMark().map(Mark::getIndex).orElse(0);
        int end = to.getEndMark().map(Mark::getIndex).orElse(start);
        return document.spot(document.offset(start, base), document.offset(end, base));
    }
}
