package org.casus.app.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.casus.app.json.BandsJson;
import org.casus.app.json.CompareJson;
import org.casus.app.json.SituationJson;
import org.casus.app.json.TestJson;
import org.casus.app.live.Desk;
import org.casus.app.live.View;
import org.casus.app.run.Account;
import org.casus.app.run.AccountRun;
import org.casus.app.run.Answers;
import org.casus.app.run.Ledger;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.RunFacts;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.run.Target;
import org.casus.app.run.Ties;
import org.casus.app.run.Times;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Claim;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.Score;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.why.Errors;
import tools.jackson.databind.node.ObjectNode;

/// Pages whose numbers take long, each as a job: the work that the command of the same purpose does, with the
/// view's settings in force.
final class Topics {

    private final Settings settings;

    Topics(Settings settings) {
        this.settings = settings;
    }

    /// The names of all topics.
    static final List<String> NAMES = List.of("situation", "bands", "policies", "claims", "matters", "paths", "report");

    /// The work that answers `question` on `topic`.
    ///
    /// @throws Refusal if there is no such topic
    Job.Work work(String topic, Question question, Desk desk) {
        return switch (topic) {
            case "situation" -> feed -> feed.result(situation(question, desk));
            case "bands" -> feed -> bands(feed, question, desk);
            case "policies" -> feed -> policies(feed, question, desk);
            case "claims" -> feed -> claims(feed, question, desk);
            case "matters" -> feed -> matters(feed, question, desk);
            case "paths" -> feed -> paths(feed, question, desk);
            case "report" -> feed -> new ReportTopic(settings).tell(feed, question, file(question, desk));
            default ->
                throw new Refusal(
                        404,
                        "There is no “" + topic + "” of a scenario.",
                        "There are: " + String.join(", ", NAMES) + ".");
        };
    }

    private static ScenarioFile file(Question question, Desk desk) throws Exception {
        return desk.file().always(question.view().settings());
    }

    private static ObjectNode situation(Question question, Desk desk) throws Exception {
        View view = question.view();
        return SituationJson.of(Ties.of(desk.file().with(view.edits())), view.set());
    }

    private void bands(Feed feed, Question question, Desk desk) throws Exception {
        ScenarioFile file = file(question, desk);
        View view = question.view();
        Study study = Study.about(file, new Claim.Setting.Under(view.policy()));
        new Growing(file.scenario(), question, false, false, OptionalDouble.empty())
                .run(
                        feed,
                        (asked, ledger, watcher) ->
                                BandsJson.of(StudyRun.of(study, asked, settings, ledger, watcher), view.policy()));
    }

    private void policies(Feed feed, Question question, Desk desk) throws Exception {
        ScenarioFile file = file(question, desk);
        Scenario scenario = file.scenario();
        double within = Times.soon(scenario.clock());
        var wanted = new Study.Wanted(compared(question, scenario), false, OptionalDouble.of(within));
        Study study = Study.of(file, wanted);
        long begun = System.nanoTime();
        String started = now();
        new Growing(scenario, question, true, false, wanted.recursWithin()).run(feed, (asked, ledger, watcher) -> {
            StudyAnswer answer = StudyRun.of(study, asked, settings, ledger, watcher);
            return Beside.policies(CompareJson.of(answer, facts(begun, started)), answer);
        });
    }

    private static List<String> compared(Question question, Scenario scenario) {
        List<String> all = scenario.policies().stream().map(Policy::id).toList();
        List<String> ids =
                question.first("policies").map(some -> List.of(some.split(","))).orElse(all);
        ids.stream().filter(id -> !all.contains(id)).findFirst().ifPresent(id -> {
            throw new Refusal(
                    400, "The scenario has no policy “" + id + "”.", "Its policies: " + String.join(", ", all) + ".");
        });
        return ids;
    }

    private void claims(Feed feed, Question question, Desk desk) throws Exception {
        ScenarioFile file = file(question, desk);
        Study study = Study.of(file, Study.Wanted.test());
        long begun = System.nanoTime();
        String started = now();
        new Growing(file.scenario(), question, false, true, OptionalDouble.empty())
                .run(feed, (asked, ledger, watcher) -> {
                    StudyAnswer answer = StudyRun.of(study, asked, settings, ledger, watcher);
                    return Beside.claims(TestJson.of(answer, facts(begun, started)), answer);
                });
    }

    /// First the slopes, which take one solve; then the worlds.
    private void matters(Feed feed, Question question, Desk desk) throws Exception {
        ScenarioFile file = file(question, desk);
        View view = question.view();
        Study study = Study.about(file, new Claim.Setting.Under(view.policy()));
        Scenario scenario = study.variants().getFirst().scenario();
        feed.progress("slopes", 0, 0, 1);
        Target target = target(question, scenario, desk);
        Solved solved = solved(desk, view);
        feed.result(Beside.matters(slopes(study, view, solved, target)));
        if (question.worlds() == 0) {
            return;
        }
        new Growing(file.scenario(), question, false, false, OptionalDouble.empty())
                .run(feed, (asked, ledger, watcher) -> {
                    Matters matters = MattersRun.of(
                                    study,
                                    Map.of(view.policy(), solved),
                                    new MattersRun.Asked(asked, target, Optional.of(true)),
                                    settings,
                                    ledger,
                                    watcher)
                            .matters();
                    return Beside.matters(matters);
                });
    }

    /// What matters to first order: no world is drawn and no end of a bar solved.
    private Matters slopes(Study study, View view, Solved solved, Target target) throws Exception {
        var none = new StudyRun.Asked(
                view.set(),
                0,
                Answers.seed(study.scenario()),
                Ensemble.Start.QUICK,
                0,
                Optional.empty(),
                false,
                false,
                OptionalDouble.empty());
        return MattersRun.of(
                        study,
                        Map.of(view.policy(), solved),
                        new MattersRun.Asked(none, target, Optional.of(false)),
                        settings,
                        Ledger.inMemory(),
                        (what, done, failed, all) -> {})
                .matters();
    }

    /// A score, an outcome, or where none is named the likeliest one.
    private static Target target(Question question, Scenario scenario, Desk desk) throws Exception {
        Optional<String> score = question.first("score");
        if (score.isPresent()) {
            return Target.score(scenario, score.get())
                    .orElseThrow(() -> unknown(
                            "score",
                            score.get(),
                            scenario.scores().stream().map(Score::id).toList()));
        }
        String id = question.first("outcome").isPresent()
                ? outcome(question, scenario).id()
                : desk.solved(question.view()).likeliest();
        return Target.outcome(scenario, id).orElseThrow();
    }

    private static Refusal unknown(String kind, String id, List<String> ids) {
        String advice =
                ids.isEmpty() ? "It has no " + kind + "s." : "Its " + kind + "s: " + String.join(", ", ids) + ".";
        return new Refusal(400, "The scenario has no " + kind + " “" + id + "”.", advice);
    }

    /// The outcome that is asked about.
    ///
    /// @throws Refusal if there is none, or none is named
    static Outcome outcome(Question question, Scenario scenario) {
        String id = question.first("outcome").orElseThrow(() -> new Refusal(400, "Of which outcome? Add outcome=ID."));
        return scenario.outcomes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "outcome",
                        id,
                        scenario.outcomes().stream().map(Outcome::id).toList()));
    }

    private void paths(Feed feed, Question question, Desk desk) throws Exception {
        View view = question.view();
        feed.progress("solving with all care", 0, 0, 3);
        Solved solved = solved(desk, view)
                .whole(settings)
                .orElseThrow(() -> new Refusal(
                        400,
                        "Alike actors have too many orders to be told apart.",
                        "How it comes to an outcome is told actor by actor."));
        Optional<Outcome> outcome = question.first("outcome").map(id -> outcome(question, solved.scenario()));
        var asked = new AccountRun.Asked(
                view.set(),
                outcome,
                OptionalInt.empty(),
                AccountRun.RUNS,
                Answers.seed(solved.scenario()),
                Errors.CLEAR,
                1,
                true);
        var run = new AccountRun(solved, asked, settings);
        feed.progress("stories", 1, 0, 3);
        Account how = run.how();
        feed.result(Beside.paths(how));
        feed.result(Beside.paths(run.why(how, what -> feed.progress(what, 2, 0, 3))));
    }

    /// The view with the digits that slopes and splits need.
    private static Solved solved(Desk desk, View view) throws Exception {
        Desk.Solved sharp = desk.sharp(view);
        return new Solved(sharp.sight().scenario(), sharp.sight().structure(), sharp.solution(), Optional.empty());
    }

    private RunFacts facts(long begun, String started) {
        return new RunFacts(
                (System.nanoTime() - begun) / 1e9,
                settings.threads(),
                Optional.empty(),
                started,
                Optional.of(now()),
                List.of());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
