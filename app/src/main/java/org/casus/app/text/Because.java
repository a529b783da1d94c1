package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Account;

/// Why the likeliest outcome comes about, in a few sentences: the commonest way there.
public final class Because {

    private static final int STEPS = 4;

    private Because() {}

    /// The commonest storyline of `how`, which needs to tell no more than stories; empty where there is none.
    public static List<String> of(Account how) {
        var lines = how.stories().lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        var words = new WhyWords(how);
        var line = lines.getFirst();
        var said = new ArrayList<String>();
        said.add("Of the runs that end at “" + how.about().outcome().title() + "”, " + WhyWords.percent(line.share())
                + (line.steps().isEmpty() ? " see nothing decisive change for good." : " go the commonest way."));
        line.steps().stream().limit(STEPS).map(words::step).forEach(said::add);
        int more = line.steps().size() - STEPS;
        if (more > 0) {
            said.add("Then " + Sentences.count(more, "step") + " more.");
        }
        return List.copyOf(said);
    }
}
