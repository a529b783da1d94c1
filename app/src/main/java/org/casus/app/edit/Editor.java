package org.casus.app.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.scenario.Judgement;
import org.casus.scenario.Problem;
import org.casus.scenario.Rewrite;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.Written;

/// Changes values of a scenario's text and leaves everything else of it alone, byte by byte: comments, order, layout,
/// the style of quotes. See docs/decisions/0155.
///
/// Cost: the text is read again after each edit, with all its policies: some milliseconds, tens for a large case.
public final class Editor {

    private final String name;
    private final String label;

    /// @param name what the scenario is called
    /// @param label what positions call the text
    public Editor(String name, String label) {
        this.name = name;
        this.label = label;
    }

    /// `text` with the edits made in order. The first that cannot be made, or leaves no scenario, is the last tried:
    /// its problems say why.
    public Edited apply(String text, List<Edit> edits) {
        try {
            return apply(ScenarioFile.of(name, label, text), edits);
        } catch (ScenarioException e) {
            return new Edited(text, e.problems(), 0, Optional.empty());
        }
    }

    /// The same for a text that has been read already.
    public Edited apply(ScenarioFile read, List<Edit> edits) {
        ScenarioFile file = read;
        int made = 0;
        for (Edit edit : edits) {
            String changed;
            try {
                changed = one(file, edit);
            } catch (ScenarioException e) {
                return new Edited(file.text(), e.problems(), made, Optional.of(file));
            } catch (Refused e) {
                return new Edited(file.text(), List.of(e.problem), made, Optional.of(file));
            }
            try {
                file = ScenarioFile.of(name, label, changed);
            } catch (ScenarioException e) {
                return new Edited(changed, e.problems(), made, Optional.empty());
            }
            made++;
        }
        return new Edited(file.text(), List.of(), made, Optional.of(file));
    }

    /// An edit that cannot be made without harm to what stands around it.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.found());
            this.problem = problem;
        }
    }

    private String one(ScenarioFile file, Edit edit) throws ScenarioException, Refused {
        var layout = new Layout(label, file.text());
        // Numbers of alike actors are written at each of them; where an anchor stands for several, once.
        List<Rewrite> rewrites = file.rewrites(edit.path());
        var anchors = new Anchors(layout, rewrites);
        Set<Splice> splices = new LinkedHashSet<>();
        for (Rewrite rewrite : rewrites) {
            alone(layout, anchors, rewrite);
            if (rewrite instanceof Rewrite.Replace replace
                    && anchors.followed(replace.way().getLast())) {
                continue;
            }
            splices.addAll(
                    switch (rewrite) {
                        case Rewrite.Replace replace -> replaced(file, layout, replace, edit);
                        case Rewrite.Add add -> List.of(added(file, layout, add, edit));
                        case Rewrite.Drop drop -> List.of(dropped(file, layout, drop));
                    });
        }
        return Splice.apply(file.text(), List.copyOf(splices));
    }

    /// Refuses what would change, through an anchor, what stands elsewhere.
    private static void alone(Layout layout, Anchors anchors, Rewrite rewrite) throws Refused {
        List<Written.Entry> way = rewrite.way();
        for (int k = 0; k < way.size(); k++) {
            Written.Entry entry = way.get(k);
            boolean last = k + 1 == way.size() && !(rewrite instanceof Rewrite.Add);
            if (Layout.aliased(entry)) {
                if (last || anchors.followed(entry)) {
                    continue;
                }
                throw repeated(layout, entry, layout.aliasStart(entry), layout.end(entry));
            }
            String anchor = layout.properties(entry.value()).strip();
            if (!anchor.isEmpty() && layout.text().contains("*" + anchor.substring(1)) && !anchors.whole(entry)) {
                int from = entry.value().from();
                throw repeated(layout, entry, from, from + anchor.length());
            }
        }
    }

    private static Refused repeated(Layout layout, Written.Entry entry, int from, int to) {
        return new Refused(layout.problem(
                from,
                to,
                "What stands at `" + entry.key().value() + "` is written once and repeated elsewhere, by `"
                        + layout.raw(from, to) + "`: a change here would change that too.",
                "Write it out in each place first."));
    }

    private List<Splice> replaced(ScenarioFile file, Layout layout, Rewrite.Replace replace, Edit edit)
            throws ScenarioException, Refused {
        Written.Entry entry = replace.way().getLast();
        boolean flow = between(file, layout, replace.way());
        Optional<Scalars.Given> given = given(layout, entry, edit);
        Optional<Judgement> number = Layout.number(entry.value()).flatMap(text -> number(file, layout, text, edit));
        boolean words = given.isEmpty() || given.get().scalar().isPresent();
        if (number.isPresent() && words) {
            Optional<List<Splice>> splices = new NumberEdit(layout, entry, flow, number.get())
                    .splices(given.flatMap(Scalars.Given::scalar), edit);
            return splices.orElseThrow(() -> new Refused(layout.problem(
                    entry.key().from(),
                    entry.key().to(),
                    "Its source or reason is given for several numbers at once, further up, and stays theirs.",
                    "Give it one of its own, such as `guess`.")));
        }
        if (edit.source().isPresent() || edit.why().isPresent() || given.isEmpty()) {
            throw new Refused(layout.problem(
                    entry.key().from(),
                    entry.key().to(),
                    "`" + entry.key().value() + "` is no single number, so it has no source or reason of its own.",
                    "Such as `" + edit.path() + "=…` with all of its value."));
        }
        int from =
                Layout.aliased(entry) ? layout.aliasStart(entry) : entry.value().from();
        int start = Layout.aliased(entry)
                ? from
                : from + layout.properties(entry.value()).length();
        int end = Math.max(start, layout.end(entry));
        String raw = layout.raw(start, end);
        String by = given.get()
                .scalar()
                .map(text -> Scalars.like(Layout.aliased(entry) ? "" : raw, text, flow))
                .orElse(given.get().raw());
        boolean empty = entry.value() instanceof Written.Words text && text.from() == text.to();
        int colon = layout.afterColon(entry);
        if (empty) {
            return List.of(new Splice(colon, colon, " " + by));
        }
        boolean own = start > colon && layout.raw(colon, start).isBlank();
        return List.of(own ? new Splice(colon, end, " " + by) : new Splice(start, end, by));
    }

    private Splice added(ScenarioFile file, Layout layout, Rewrite.Add add, Edit edit)
            throws ScenarioException, Refused {
        Written.Entry none = add.last().orElseGet(() -> file.written().list().getFirst());
        Scalars.Given given = given(layout, none, edit)
                .orElseThrow(() -> new Refused(layout.problem(
                        none.key().from(),
                        none.key().to(),
                        "`" + edit.path() + "` has no value of its own yet, so there is nothing to give a source to.",
                        "Give it a value as well.")));
        Written into = add.last().map(Written.Entry::value).orElse(file.written());
        boolean flow = between(file, layout, add.way()) || (add.last().isPresent() && layout.flow(into));
        boolean nested = add.keys().size() > 1;
        boolean empty = into instanceof Written.Words
                || (into instanceof Written.Entries e && e.list().isEmpty());
        String value = value(given, edit, flow || nested || (empty && !(into instanceof Written.Words)));
        for (int k = add.keys().size() - 1; k > 0; k--) {
            value = "{" + add.keys().get(k) + ": " + value + "}";
        }
        var additions = new Additions(layout);
        String key = add.keys().getFirst();
        return into instanceof Written.Entries entries
                ? additions.add(entries, key, value, add.order())
                : additions.below(add.way().getLast(), flow, key, value);
    }

    /// A new number in short, or in full where a reason comes with it.
    private static String value(Scalars.Given given, Edit edit, boolean flow) {
        if (given.scalar().isEmpty() || (edit.source().isEmpty() && edit.why().isEmpty())) {
            return given.in(flow);
        }
        NumberWords words = NumberWords.of(given.scalar().get());
        NumberWords from =
                edit.source().map(NumberWords::source).map(words::from).orElse(words);
        return edit.why()
                .filter(why -> !why.isBlank())
                .map(why -> NumberEdit.full(from, why.strip()))
                .orElseGet(() -> Scalars.plain(from.words(), flow));
    }

    private static Splice dropped(ScenarioFile file, Layout layout, Rewrite.Drop drop) {
        List<Written.Entry> way = drop.way();
        Written parent =
                way.size() < 2 ? file.written() : way.get(way.size() - 2).value();
        return new Additions(layout).drop((Written.Entries) parent, way.getLast());
    }

    /// Whether what the last of `way` holds stands between brackets.
    private static boolean between(ScenarioFile file, Layout layout, List<Written.Entry> way) {
        return layout.flow(file.written())
                || way.stream().limit(Math.max(0, way.size() - 1L)).anyMatch(entry -> layout.flow(entry.value()));
    }

    /// The judgement whose number is written there.
    private static Optional<Judgement> number(ScenarioFile file, Layout layout, Written.Words words, Edit edit) {
        var position = layout.position(words.from(), words.to());
        List<Judgement> there = file.scenario().judgements().stream()
                .filter(j ->
                        j.position().line() == position.line() && j.position().column() == position.column())
                .toList();
        return there.stream()
                .filter(j -> j.id().equals(edit.path().strip().replaceAll("\\s+", " ")))
                .findFirst()
                .or(() -> there.stream().findFirst());
    }

    private static Optional<Scalars.Given> given(Layout layout, Written.Entry entry, Edit edit)
            throws ScenarioException, Refused {
        if (edit.value().isEmpty()) {
            return Optional.empty();
        }
        String raw = edit.value().get();
        Optional<Scalars.Given> given = Scalars.Given.of(Written.read("value", raw), raw);
        if (given.isEmpty() && entry.value() instanceof Written.Words && !raw.contains("\n")) {
            return Optional.of(new Scalars.Given(Optional.of(raw.strip()), raw));
        }
        if (given.isEmpty()) {
            throw new Refused(layout.problem(
                    entry.key().from(),
                    entry.key().to(),
                    "A value of several lines cannot be put here.",
                    "Several values are put in `{…}` or `[…]`, on one line."));
        }
        return given;
    }
}
