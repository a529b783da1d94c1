package org.casus.app.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.casus.app.run.AccountRun;
import org.casus.app.run.Answers;
import org.casus.app.run.Solved;
import org.casus.app.text.Because;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.why.Errors;

/// How the likeliest outcome of a view comes about, in sentences.
final class Reasons {

    private Reasons() {}

    /// Of `sight` at its equilibrium; none where alike actors cannot be told apart again.
    static List<String> of(Sight sight, Solution solution, Settings settings) {
        var solved = new Solved(sight.scenario(), sight.structure(), solution, Optional.empty());
        var asked = new AccountRun.Asked(
                sight.view().set(),
                Optional.empty(),
                OptionalInt.empty(),
                AccountRun.RUNS,
                Answers.seed(sight.scenario()),
                Errors.CLEAR,
                1,
                true);
        return solved.whole(settings)
                .map(whole -> Because.of(new AccountRun(whole, asked, settings).how()))
                .orElse(List.of());
    }
}
