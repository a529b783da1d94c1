package org.casus.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.Vocabulary;
import org.casus.scenario.Written;

/// Puts a policy that was tried out into a text, at the end of its `policies:`, in the style of those that are there.
public final class PolicyText {

    private static final String SECTION = "policies";
    /// Longer ones take a line for each setting.
    private static final int WIDTH = 120;

    private final String name;
    private final String label;

    /// @param name what the scenario is called
    /// @param label what positions call the text
    public PolicyText(String name, String label) {
        this.name = name;
        this.label = label;
    }

    /// What a policy does: settings by path, what it forbids and allows.
    private record Body(String title, Map<String, String> set, List<String> forbid, List<String> allow) {}

    /// `text` with one policy more.
    ///
    /// @param id its name
    /// @param title for people; empty for none
    /// @param base id of the policy that the settings were tried under; what it does becomes part of the new one
    /// @param set paths and values as `--set` takes them, later ones winning
    public Edited keep(String text, String id, String title, Optional<String> base, List<Edit> set) {
        try {
            ScenarioFile file = ScenarioFile.of(name, label, text);
            var layout = new Layout(label, text);
            var values = new LinkedHashMap<String, String>();
            Optional<Written.Entries> under = base.flatMap(policy -> policy(file, policy));
            under.ifPresent(policy -> values.putAll(settings(layout, policy)));
            for (Edit edit : set) {
                String value = edit.value().orElse("").strip();
                file.rewrites(edit.path());
                values.put(edit.path().strip().replaceAll("\\s+", " "), value);
            }
            var body = new Body(
                    title.strip(),
                    values,
                    under.map(policy -> list(policy, "forbid")).orElse(List.of()),
                    under.map(policy -> list(policy, "allow")).orElse(List.of()));
            String kept = Splice.apply(text, List.of(splice(file, layout, id, body)));
            return new Edited(kept, List.of(), 1, Optional.of(ScenarioFile.of(name, label, kept)));
        } catch (ScenarioException e) {
            return new Edited(text, e.problems(), 0, Optional.empty());
        }
    }

    private static Optional<Written.Entries> policies(ScenarioFile file) {
        return file.written().entry(SECTION).flatMap(entry -> entries(entry.value()));
    }

    private static Optional<Written.Entries> entries(Written value) {
        return value instanceof Written.Entries entries ? Optional.of(entries) : Optional.empty();
    }

    private static Optional<Written.Entries> policy(ScenarioFile file, String id) {
        return id.equals(Policy.AS_IS)
                        && policies(file).flatMap(p -> p.entry(id)).isEmpty()
                ? Optional.empty()
                : policies(file).flatMap(policies -> policies.entry(id)).flatMap(entry -> entries(entry.value()));
    }

    private static Map<String, String> settings(Layout layout, Written.Entries policy) {
        var values = new LinkedHashMap<String, String>();
        policy.entry("set")
                .flatMap(entry -> entries(entry.value()))
                .ifPresent(set -> set.list()
                        .forEach(entry -> values.put(
                                entry.key().value(),
                                entry.value() instanceof Written.Words words
                                        ? words.value()
                                        : layout.raw(entry.value().from(), layout.end(entry.value())))));
        return values;
    }

    private static List<String> list(Written.Entries policy, String key) {
        return policy.entry(key)
                .filter(entry -> entry.value() instanceof Written.Items)
                .map(entry -> ((Written.Items) entry.value())
                        .list().stream()
                                .filter(Written.Words.class::isInstance)
                                .map(item -> ((Written.Words) item).value())
                                .toList())
                .orElse(List.of());
    }

    private static Splice splice(ScenarioFile file, Layout layout, String id, Body body) {
        Optional<Written.Entries> there =
                policies(file).filter(list -> !list.list().isEmpty());
        boolean bracketed =
                layout.flow(file.written()) || there.map(layout::flow).orElse(false);
        boolean inFlow =
                there.map(list -> layout.flow(list.list().getLast().value())).orElse(true);
        int column = there.map(list -> layout.column(list.list().getLast().key().from()))
                .orElse(2);
        String flow = flow(body);
        boolean fits = column + id.length() + 2 + flow.length() <= WIDTH && inFlow;
        if (there.isPresent()) {
            String value = bracketed || fits ? flow : block(layout, body, column + 2);
            Splice splice = new Additions(layout).add(there.get(), id, value, List.of());
            return new Splice(
                    splice.from(),
                    splice.to(),
                    splice.by().replace(": " + layout.lineBreak(), ":" + layout.lineBreak()));
        }
        return section(file, layout, id, fits ? " " + flow : block(layout, body, 4), flow);
    }

    /// A section of its own, in its place among the others.
    private static Splice section(ScenarioFile file, Layout layout, String id, String body, String flow) {
        List<String> order =
                Vocabulary.root().keys().stream().map(Vocabulary.Key::name).toList();
        String end = layout.lineBreak();
        Optional<Written.Entry> empty = file.written().entry(SECTION);
        if (layout.flow(file.written())) {
            return new Additions(layout).add(file.written(), SECTION, "{" + id + ": " + flow + "}", order);
        }
        String policy = "  " + id + ":" + body;
        if (empty.isPresent()) {
            int colon = layout.afterColon(empty.get());
            boolean brackets = empty.get().value() instanceof Written.Entries;
            int at = brackets ? colon : layout.lineEnd(colon);
            return new Splice(at, brackets ? layout.end(empty.get()) : at, end + policy);
        }
        boolean airy = layout.text().contains(end + end);
        Splice splice = new Additions(layout).add(file.written(), SECTION, "", order);
        return new Splice(splice.from(), splice.to(), (airy ? end : "") + end + SECTION + ":" + end + policy);
    }

    private static String flow(Body body) {
        List<String> parts = new ArrayList<>();
        if (!body.title.isEmpty()) {
            parts.add("title: " + Scalars.plain(body.title, true));
        }
        if (!body.set.isEmpty()) {
            parts.add("set: "
                    + body.set.entrySet().stream()
                            .map(one -> Scalars.plain(one.getKey(), true) + ": " + value(one.getValue(), true))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        lists(body).forEach((key, ids) -> parts.add(key + ": [" + String.join(", ", ids) + "]"));
        return "{" + String.join(", ", parts) + "}";
    }

    private static Map<String, List<String>> lists(Body body) {
        var lists = new LinkedHashMap<String, List<String>>();
        if (!body.forbid.isEmpty()) {
            lists.put("forbid", body.forbid);
        }
        if (!body.allow.isEmpty()) {
            lists.put("allow", body.allow);
        }
        return lists;
    }

    /// A value as it was given, quoted where the place needs it.
    private static String value(String raw, boolean flow) {
        try {
            return Scalars.Given.of(Written.read("value", raw), raw)
                    .map(given -> given.in(flow))
                    .orElseGet(() -> Scalars.plain(raw, flow));
        } catch (ScenarioException e) {
            return Scalars.plain(raw, flow);
        }
    }

    private static String block(Layout layout, Body body, int column) {
        String line = layout.lineBreak() + " ".repeat(column);
        var block = new StringBuilder();
        if (!body.title.isEmpty()) {
            block.append(line).append("title: ").append(Scalars.plain(body.title, false));
        }
        if (!body.set.isEmpty()) {
            block.append(line).append("set:");
            body.set.forEach((path, value) -> block.append(line)
                    .append("  ")
                    .append(Scalars.plain(path, false))
                    .append(": ")
                    .append(value(value, false)));
        }
        lists(body)
                .forEach((key, ids) -> block.append(line)
                        .append(key)
                        .append(": [")
                        .append(String.join(", ", ids))
                        .append("]"));
        return block.toString();
    }
}
