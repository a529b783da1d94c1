package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Clean;
import org.casus.app.text.Sentences;
import org.casus.app.text.WorldsNotes;

/// How the numbers came about, what they cannot say, and what makes them again.
final class MethodSection {

    private final Case about;

    private MethodSection(Case about) {
        this.about = about;
    }

    static Section method(Case about) {
        var section = new MethodSection(about);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of(section.how())));
        blocks.add(new Block.Heading("Two kinds of doubt"));
        blocks.add(new Block.Paragraph(Text.of(section.doubt())));
        blocks.add(new Block.Heading("How well it is solved"));
        List<Text> notes = new ArrayList<>();
        WorldsNotes.sentences(about.study()).forEach(note -> notes.add(Text.of(note)));
        notes.add(Text.of("The middle world: " + Sentences.size(about.middle()) + "; "
                + Sentences.figures(about.middle()) + "."));
        blocks.add(new Block.Bullets(notes));
        blocks.add(new Block.Heading("Limits"));
        List<Text> limits = new ArrayList<>();
        limits.add(Text.of("The odds follow from what was written down. What nobody wrote down cannot happen here: no "
                + "other actor, no other move, no other way to end."));
        limits.add(Text.of(
                "Ranges are independent of each other unless the file moves them together, and have hard ends."));
        limits.add(Text.of("The words for odds are those of ICD 203, which has none below 1 and above 99 in 100. "
                + "Where the middle 90% of worlds cross several, sentences give none, and the table of "
                + "outcomes gives those at both ends."));
        about.middle().warnings().forEach(warning -> limits.add(Text.marked(Clean.text(warning))));
        blocks.add(new Block.Bullets(limits));
        return new Section("method", "Method and limits", List.copyOf(blocks));
    }

    private String how() {
        String choice = switch (about.scenario().choice()) {
            case INTENTIONS ->
                "The odds of a choice grow with what it is worth, and actors foresee no slips of their own";
            case MISTAKES -> "The odds of a choice grow with what it is worth, and actors foresee their own slips";
            case TASTES ->
                "The odds of a choice grow with what it is worth, and having a choice is worth something by itself";
        };
        return "The crisis is a game in continuous time: a board of rows and levels, actors who move when they come to "
                + "act, and chance. " + choice + ". Each actor looks ahead as far as the file says. The game is solved "
                + "until nobody would change a plan, and the odds are read off it exactly, without drawing lots.";
    }

    private String doubt() {
        return "Chance is what the dice and other actors' choices leave open once every judgement has a value; that is a "
                + "world. Doubt about judgements is the range that the file gives each of them: "
                + Sentences.count(about.study().about().worlds(), "world")
                + " were drawn from the ranges and each was solved. “45 in 100 (35–60 across the ranges)” is the odds in "
                + "the median world and, in brackets, in the middle 90% of worlds. Where these are more than 10 points "
                + "apart, odds are rounded to 5 points. 0 and 100 stand only for what is impossible or certain in this "
                + "model.";
    }

    static Section manifest(Case about, List<Citation> cited) {
        var run = about.study().about();
        List<Row> rows = new ArrayList<>();
        fact(rows, "Scenario", run.scenario());
        fact(rows, "Title", run.title());
        fact(rows, "As of", about.scenario().asOf().toString());
        fact(rows, "SHA-256 of the scenario", run.hash());
        run.settings().forEach(setting -> fact(rows, "Set", Clean.text(setting)));
        fact(rows, "Casus", run.version());
        fact(rows, "Worlds", Integer.toString(run.worlds()));
        fact(rows, "Seed", Long.toString(run.seed()));
        fact(rows, "Tolerance", Citation.exactly(run.tolerance()));
        fact(rows, "Command", about.command());
        var table = new Table(
                "manifest",
                "What makes this brief again",
                List.of(Column.left("What", "what"), Column.left("Is", "is")),
                List.copyOf(rows));
        String bib = cited.stream()
                .filter(citation -> citation.kind() != Citation.Kind.SOURCE)
                .map(BibTex::entry)
                .reduce("", (a, b) -> a.isEmpty() ? b : a + "\n" + b);
        return new Section(
                "manifest",
                "How to make this brief again, and cite it",
                List.of(
                        new Block.Grid(table),
                        new Block.Heading("Cite this run"),
                        new Block.Paragraph(Text.of(Citation.sentence(about))),
                        new Block.Folded("BibTeX", List.of(new Block.Verbatim(bib)))));
    }

    private static void fact(List<Row> rows, String what, String is) {
        rows.add(Row.of(Cell.text(what), Cell.of(Text.code(is), is)));
    }
}
