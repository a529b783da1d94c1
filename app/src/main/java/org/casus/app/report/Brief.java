package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.app.report.Document.Reference;
import org.casus.app.report.Document.Section;
import org.casus.app.run.Answer;
import org.casus.app.run.Clean;
import org.casus.app.run.Matters;
import org.casus.app.run.Pathways;
import org.casus.app.run.StudyAnswer;
import org.casus.app.text.Sentences;

/// A brief on a scenario: one document, and the forms in which it is handed on. The same answers give the
/// same bytes.
public final class Brief {

    private final Document document;
    private final List<Citation> citations;

    private Brief(Document document, List<Citation> citations) {
        this.document = document;
        this.citations = citations;
    }

    /// The brief on what was worked out.
    ///
    /// @param study with a comparison of policies and with verdicts
    /// @param middle the middle world, with odds from the start to the horizon
    /// @param told how some outcomes come about, or why that is not told
    /// @param matters what matters to one outcome each, the first one first
    /// @param command that makes the brief again
    /// @throws java.util.NoSuchElementException if the study has no comparison
    public static Brief of(
            StudyAnswer study, Answer middle, Pathways.Told told, List<Matters> matters, String command) {
        var about = new Case(study, middle, told, matters, command);
        List<Reference> sources = about.scenario().sources().stream()
                .map(source -> new Reference(
                        source.id(),
                        Clean.text(source.title()),
                        source.date().map(Object::toString),
                        Clean.text(source.kind()),
                        source.url().map(Clean::text)))
                .toList();
        List<Citation> citations = Citation.of(about, sources);
        List<Section> sections = new ArrayList<>();
        sections.add(BottomLine.of(about));
        TrialSection.of(about).ifPresent(sections::add);
        sections.add(OverTime.of(about));
        PolicySection.of(about).ifPresent(sections::add);
        PathwaySection.of(about).ifPresent(sections::add);
        ClaimSection.of(about).ifPresent(sections::add);
        MattersSection.of(about).ifPresent(sections::add);
        sections.add(JudgementSection.of(about));
        sections.add(MethodSection.method(about));
        sections.add(MethodSection.manifest(about, citations));
        var run = study.about();
        var document = new Document(
                run.title(),
                "Brief · as of " + about.asOf() + " · " + about.span() + " ahead",
                run.question(),
                status(study, middle),
                List.copyOf(sections),
                sources,
                "Casus " + run.version());
        return new Brief(document, citations);
    }

    private static List<String> status(StudyAnswer study, Answer middle) {
        var grounds = study.about().grounds();
        return List.of(
                study.solvedWorlds() + " of " + Sentences.count(study.about().worlds(), "world") + " solved",
                "residual " + Sentences.scientific(middle.figures().residual()),
                grounds.guesses() + " of " + Sentences.count(grounds.all(), "judgement") + " guessed",
                study.several() > 0
                        ? "several equilibria"
                        : study.opinions().isEmpty() ? "" : "no second equilibrium found",
                "scenario " + study.about().hash().substring(0, 12));
    }

    /// One page of HTML that needs nothing beside it.
    public String html() {
        return new HtmlWriter(document).page();
    }

    /// Markdown as Pandoc reads it.
    ///
    /// @param pictures path from the text to the folder of [#pictures]; empty to leave them out
    public String markdown(String pictures) {
        return new MarkdownWriter(document, pictures).text();
    }

    /// Every table as CSV, by the name of its file.
    public Map<String, String> tables() {
        var files = new TreeMap<String, String>();
        document.tables().forEach(table -> files.put(table.name() + ".csv", CsvWriter.of(table)));
        return files;
    }

    /// Every figure as SVG, by the name of its file.
    public Map<String, String> pictures() {
        var files = new TreeMap<String, String>();
        document.figures().forEach(figure -> files.put(figure.id() + ".svg", Svg.file(figure.picture(), figure.id())));
        return files;
    }

    /// Sources, Casus and this run as BibTeX.
    public String bibTex() {
        return BibTex.of(citations);
    }

    /// The same as CSL-JSON.
    public String csl() {
        return CslJson.of(citations);
    }
}
