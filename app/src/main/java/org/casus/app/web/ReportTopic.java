package org.casus.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.app.report.Brief;
import org.casus.app.report.BriefRun;
import org.casus.app.run.Answers;
import org.casus.app.run.Ledger;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyRun;
import org.casus.app.run.Times;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.Variant;

/// The brief as a job.
final class ReportTopic {

    private final Settings settings;

    ReportTopic(Settings settings) {
        this.settings = settings;
    }

    /// The brief, of the scenario as it is and of all its policies; of the view, its settings. The result holds the
    /// page itself, which [LongAnswers] hands out at its address.
    ///
    /// @param file with the view's settings in force
    void tell(Feed feed, Question question, ScenarioFile file) throws Exception {
        Scenario scenario = file.scenario();
        List<String> set = question.view().set();
        feed.progress("the middle world", 0, 0, question.worlds());
        Study study = Study.of(file, BriefRun.wanted(scenario));
        // From nothing, as the command does: the same brief, byte by byte, whatever was looked at before.
        Variant asIs = study.variant(Policy.AS_IS);
        Solved solved = Solved.of(asIs.scenario(), asIs.structure(), settings);
        solved.failure().ifPresent(why -> {
            throw new Refusal(422, "The middle world is not solved. " + why, "casus solve shows how far it went.");
        });
        var asked = new StudyRun.Asked(
                set,
                question.worlds(),
                Answers.seed(scenario),
                Ensemble.Start.QUICK,
                Math.min(StudyRun.CHECKS, question.worlds()),
                Optional.of(0),
                true,
                true,
                OptionalDouble.of(Times.soon(scenario.clock())));
        List<String> outcomes = question.first("outcome")
                .map(id -> List.of(Topics.outcome(question, scenario).id()))
                .orElse(List.of());
        var run = new BriefRun(study, solved, asked, outcomes);
        BriefRun.Found found = run.worlds(settings, Ledger.inMemory(), feed::progress);
        if (found.unsolved()) {
            throw new Refusal(422, "There is no world in which every policy is solved, so there is nothing to tell.");
        }
        Brief brief = run.brief(
                found,
                settings,
                again(scenario, asked, outcomes),
                what -> feed.progress(what, question.worlds(), 0, question.worlds()),
                untold -> {});
        feed.result(Reports.document(question, brief.html()));
    }

    /// The command that makes the same brief.
    private static String again(Scenario scenario, StudyRun.Asked asked, List<String> outcomes) {
        var words = new ArrayList<>(List.of("casus", "report", scenario.name()));
        outcomes.forEach(id -> words.addAll(List.of("--outcome", id)));
        words.addAll(List.of("--worlds", Integer.toString(asked.worlds()), "--seed", Long.toString(asked.seed())));
        asked.settings().forEach(one -> words.addAll(List.of("--set", "'" + one.replace("'", "'\\''") + "'")));
        return String.join(" ", words);
    }
}
