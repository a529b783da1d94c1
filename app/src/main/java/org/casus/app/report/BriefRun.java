package org.casus.app.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.casus.app.run.Answer;
import org.casus.app.run.Answers;
import org.casus.app.run.Ledger;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.Opinions;
import org.casus.app.run.Pathways;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.run.Target;
import org.casus.app.run.Times;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.study.Study;

/// Works out all that a brief tells: what many worlds say, what the odds hang on, how it may unfold. Whoever writes a
/// brief, a command or the browser app, does it here.
///
/// @param middle the middle world of the scenario as it is, solved with all care
/// @param asked of the worlds, with comparison and verdicts
/// @param outcomes ids of those of which to say what matters; none for the likeliest in the median world
public record BriefRun(Study study, Solved middle, StudyRun.Asked asked, List<String> outcomes) {

    /// Fewer worlds than this do not tell judgements apart; slopes do.
    private static final int ENOUGH = 64;

    /// What the worlds say, and what matters to each outcome that was asked about.
    public record Found(StudyAnswer study, List<Matters> matters) {

        /// Whether there is no world in which every policy is solved, so that there is nothing to tell.
        public boolean unsolved() {
            return study.comparison().orElseThrow().worlds() == 0;
        }
    }

    /// What a brief on `scenario` wants of a study: all policies and claims.
    public static Study.Wanted wanted(Scenario scenario) {
        List<String> policies = scenario.policies().stream()
                .map(Policy::id)
                .filter(id -> !id.equals(Policy.AS_IS))
                .toList();
        double within = Times.soon(scenario.clock());
        return new Study.Wanted(policies, true, OptionalDouble.of(within));
    }

    /// The work on worlds, which takes longest and may be kept in `ledger`.
    public Found worlds(Settings settings, Ledger ledger, StudyRun.Watcher watcher) {
        StudyAnswer answer = StudyRun.of(study, asked, settings, ledger, watcher);
        boolean unsolved = answer.comparison().orElseThrow().worlds() == 0;
        return new Found(answer, unsolved ? List.of() : matters(answer, settings, ledger, watcher));
    }

    /// The brief on what was `found`.
    ///
    /// @param settings for the rest of the work
    /// @param command that makes the brief again
    /// @param watcher is told what is being worked on
    /// @param untold is told why there are no pathways, where what values are made of cannot be solved
    /// @throws org.casus.chain.TooFastException if the chain is too fast to follow to the horizon
    public Brief brief(
            Found found,
            Settings settings,
            String command,
            Consumer<String> watcher,
            Consumer<NotSolvedException> untold) {
        watcher.accept("odds over time");
        Answer overTime = overTime(found.study, settings);
        Pathways.Told told;
        try {
            told = Pathways.of(middle, asked.settings(), asked.seed(), settings, watcher);
        } catch (NotSolvedException e) {
            untold.accept(e);
            told = Pathways.Told.unsolved();
        }
        return Brief.of(found.study, overTime, told, found.matters, command);
    }

    Answer overTime(StudyAnswer answer, Settings settings) {
        var times = new Answers.Asked(
                asked.settings(),
                Times.even(middle.scenario().clock()),
                settings.threads(),
                answer.about().seed(),
                settings.tolerance(),
                List.of());
        return Answers.of(middle, times, Opinions.none(), () -> 0);
    }

    private List<Target> targets(StudyAnswer answer) {
        Scenario scenario = study.variant(Policy.AS_IS).scenario();
        var odds = answer.comparison().orElseThrow().policies().getFirst().outcomes();
        List<String> ids = outcomes.isEmpty()
                ? scenario.outcomes().stream()
                        .max(Comparator.comparingDouble(
                                (Outcome ending) -> odds.get(ending.index()).median()))
                        .map(ending -> List.of(ending.id()))
                        .orElseThrow()
                : outcomes.stream().map(String::strip).distinct().toList();
        return ids.stream()
                .map(id -> Target.outcome(scenario, id).orElseThrow())
                .toList();
    }

    /// What matters to each target: the ends of bars are solved, and what the worlds say is told where there are
    /// enough of them. These are in the ledger, and have been looked at for other equilibria.
    private List<Matters> matters(StudyAnswer answer, Settings settings, Ledger ledger, StudyRun.Watcher watcher) {
        int worlds = asked.worlds() < ENOUGH ? 0 : asked.worlds();
        var run = new StudyRun.Asked(
                asked.settings(),
                worlds,
                asked.seed(),
                asked.start(),
                0,
                Optional.empty(),
                false,
                false,
                OptionalDouble.empty());
        var middles = Map.of(Policy.AS_IS, middle);
        return targets(answer).stream()
                .map(target -> MattersRun.of(
                                study,
                                middles,
                                new MattersRun.Asked(run, target, Optional.of(true)),
                                settings,
                                ledger,
                                (what, done, failed, all) ->
                                        watcher.at(what + " for what matters to " + target.id(), done, failed, all))
                        .matters())
                .toList();
    }
}
