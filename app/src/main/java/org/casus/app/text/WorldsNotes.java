package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.app.run.Look;
import org.casus.app.run.Reasons;
import org.casus.app.run.StudyAnswer;
import org.casus.study.Ensemble;

/// What is to be known of the worlds before anything they say is quoted: how many, what could not be solved,
/// whether there are several equilibria.
public final class WorldsNotes {

    private WorldsNotes() {}

    /// One line: what was looked at, and how.
    static String line(StudyAnswer answer) {
        var about = answer.about();
        return Sentences.count(about.worlds(), "world") + "   seed " + Long.toHexString(about.seed())
                + about.settings().stream().map(setting -> "   " + setting).reduce("", String::concat);
    }

    /// A sentence each.
    public static List<String> sentences(StudyAnswer answer) {
        List<String> notes = new ArrayList<>();
        var about = answer.about();
        if (answer.failures().isEmpty()) {
            notes.add(about.worlds() == 1 ? "The world is solved." : "All " + about.worlds() + " worlds are solved.");
        } else {
            notes.add(answer.solvedWorlds() + " of " + about.worlds() + " worlds are solved; in the others: "
                    + Reasons.of(answer) + ".");
        }
        if (answer.triedAgain() > 0) {
            notes.add("In " + Sentences.count(answer.triedAgain(), "world")
                    + " a quick solve came to nothing and was tried once more with all care.");
        }
        int opinions = answer.opinions().size();
        boolean middle = answer.opinions().stream().anyMatch(look -> look.world() == Ensemble.CENTRAL);
        if (opinions > 0) {
            int drawn = opinions - (middle ? 1 : 0);
            String where = Stream.of(
                            middle ? "the middle world" : "", drawn > 0 ? Sentences.count(drawn, "drawn world") : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" and "));
            notes.add(
                    answer.several() == 0
                            ? "A second opinion on " + where + " found no further equilibrium."
                            : "Several equilibria: a second opinion on " + where + " found more than one in "
                                    + answer.several() + " of " + opinions
                                    + ". What stands here is the reported one; quote that there are others.");
        }
        if (about.start() == Ensemble.Start.QUICK && !answer.checks().isEmpty()) {
            notes.add(checks(answer));
        }
        notes.add("Of " + Sentences.count(about.grounds().all(), "judgement") + ", "
                + Sentences.guessed(about.grounds()) + ".");
        return notes;
    }

    /// What solving some games with all care as well has shown.
    private static String checks(StudyAnswer answer) {
        List<Look> checks = answer.checks();
        boolean others = checks.stream().anyMatch(look -> !look.variant().equals(answer.looked()));
        String games = Sentences.count(answer.checkedWorlds(), "world") + " solved cold as well"
                + (others ? ", as is and under one policy or claim's setting in turn: " : ": ");
        if (answer.elsewhere().isEmpty()) {
            return games + "the same equilibrium in each.";
        }
        String where = answer.elsewhere().stream()
                .map(look -> look.variant() + " in world " + look.world())
                .collect(Collectors.joining(", "));
        return games + answer.elsewhere().size() + " of " + checks.size() + " ended at another equilibrium (" + where
                + "). Run with --start cold.";
    }
}
