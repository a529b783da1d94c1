package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.app.report.Document.Reference;

/// Something that can be cited: a source of the scenario, Casus, or the run behind a brief.
///
/// @param id a key without blanks, unlike every other of a brief
/// @param date as ISO 8601, where there is one
/// @param medium what sort of thing it is, in the scenario's words
/// @param note what else is needed to find it; may be empty
record Citation(
        Kind kind,
        String id,
        String title,
        String author,
        Optional<String> date,
        String medium,
        Optional<String> url,
        String version,
        String note) {

    /// What is cited.
    enum Kind {
        SOURCE,
        SOFTWARE,
        RUN
    }

    private static final String AUTHORS = "The Casus authors";

    /// Everything that a brief may cite: its sources in order, Casus, the run.
    static List<Citation> of(Case about, List<Reference> sources) {
        Set<String> taken = sources.stream().map(Reference::id).collect(Collectors.toSet());
        var run = about.study().about();
        List<Citation> all = new ArrayList<>();
        sources.forEach(source -> all.add(new Citation(
                Kind.SOURCE, source.id(), source.title(), "", source.date(), source.kind(), source.url(), "", "")));
        all.add(new Citation(
                Kind.SOFTWARE,
                free("casus", taken),
                "Casus: international crises as stochastic games",
                AUTHORS,
                Optional.empty(),
                "software",
                Optional.empty(),
                run.version(),
                ""));
        all.add(new Citation(
                Kind.RUN,
                free("casus-run-" + run.hash().substring(0, 12), taken),
                run.title() + ": a run of the model",
                "",
                Optional.empty(),
                "run of Casus " + run.version(),
                Optional.empty(),
                "",
                facts(about)));
        return List.copyOf(all);
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        while (taken.contains(free)) {
            free += "-itself";
        }
        return free;
    }

    private static String facts(Case about) {
        var run = about.study().about();
        return "Scenario " + run.scenario() + " as of " + about.scenario().asOf() + ", SHA-256 " + run.hash() + ", "
                + run.worlds() + " worlds, seed " + run.seed() + ", tolerance "
                + exactly(run.tolerance());
    }

    /// A small number with all its digits: `1e-9`.
    static String exactly(double value) {
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /// The run in one sentence, for a footnote.
    static String sentence(Case about) {
        var run = about.study().about();
        return run.title() + ", solved with Casus " + run.version() + ". " + facts(about) + ".";
    }
}
