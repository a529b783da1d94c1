package org.casus.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.app.Version;
import org.casus.app.json.Json;
import org.casus.app.json.StudyManifest;
import org.casus.app.run.Answers;
import org.casus.app.run.Ledger;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.store.Question;
import org.casus.app.store.RunFolder;
import org.casus.app.store.StudyTables;
import org.casus.game.SizeException;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Study;

/// Works a study out as the options say, in a folder or not. Without a folder no database is started.
final class StudyWork {

    /// What came out, and facts of the run.
    record Done(StudyAnswer answer, RunFacts facts) {}

    private final Talk talk;
    private final ScenarioFile file;
    private final SetOption set;
    private final WorldsOptions worlds;
    private final SolverOptions solver;
    private final Progress progress;

    /// @param file with the settings in force
    StudyWork(
            Talk talk,
            ScenarioFile file,
            SetOption set,
            WorldsOptions worlds,
            SolverOptions solver,
            Progress progress) {
        this.talk = talk;
        this.file = file;
        this.set = set;
        this.worlds = worlds;
        this.solver = solver;
        this.progress = progress;
    }

    /// Works out what is `wanted`.
    ///
    /// @param command the command with the options of its own, as typed
    /// @param question the same in words that stay the same however it is typed
    Done run(Study.Wanted wanted, List<String> command, String question) throws ScenarioException {
        Study study = compile(wanted);
        long seed = worlds.seed().orElseGet(() -> Answers.seed(file.scenario()));
        var asked = new StudyRun.Asked(
                set.asGiven(),
                worlds.worlds(),
                seed,
                worlds.start(),
                worlds.checks(),
                worlds.opinions(),
                !wanted.claims() || wanted.recursWithin().isPresent(),
                wanted.recursWithin());
        String now = now();
        Optional<Path> folder = worlds.folder();
        if (folder.isEmpty()) {
            StudyAnswer answer = solve(study, asked, Ledger.inMemory());
            return new Done(answer, facts(Optional.empty(), List.of(), now, Optional.of(now())));
        }
        var plan = plan(asked, command, folder.get());
        try (RunFolder run = RunFolder.open(folder.get(), question(plan, asked, question), asked.worlds(), now)) {
            talk.interruption.leaves(
                    "what was finished is kept in " + folder.get() + ", and the same command goes on.");
            int known = run.results().size();
            run.manifest(
                    Json.text(StudyManifest.begun(plan, facts(folder, run.starts(), now, Optional.empty()), known)));
            StudyAnswer answer = solve(study, asked, run);
            progress.at(file.scenario().name() + ": writing tables");
            run.write(StudyTables.of(answer));
            RunFacts facts = facts(folder, run.starts(), now, Optional.of(now()));
            run.manifest(Json.text(StudyManifest.finished(plan, facts, answer)));
            return new Done(answer, facts);
        }
    }

    private Study compile(Study.Wanted wanted) throws ScenarioException {
        try {
            progress.at(file.scenario().name() + ": compiling");
            return Study.of(file, wanted);
        } catch (SizeException e) {
            throw SolverOptions.tooLarge(file.scenario(), e);
        }
    }

    private StudyAnswer solve(Study study, StudyRun.Asked asked, Ledger ledger) {
        var pace = new Pace(progress, file.scenario().name());
        var settings = solver.settings().withProgress((phase, horizon, residual) -> pace.again());
        return StudyRun.of(study, asked, settings, ledger, pace);
    }

    /// Says how far a run is and how long the rest will take if it goes on like this.
    private static final class Pace implements StudyRun.Watcher {

        private final Progress progress;
        private final String name;
        private final double from;
        private volatile String line;

        Pace(Progress progress, String name) {
            this.progress = progress;
            this.name = name;
            this.from = progress.seconds();
            this.line = name + ": solving the first worlds";
        }

        @Override
        public void at(String what, int done, int failed, int all) {
            double left = done == 0 ? Double.NaN : (progress.seconds() - from) / done * (all - done);
            line = name + ": " + done + " of " + all + " " + what
                    + (failed == 0 ? "" : ", " + failed + " failed")
                    + (what.equals(StudyRun.SOLVES) && done > 0 ? ", " + left(left) : "");
            again();
        }

        void again() {
            progress.at(line);
        }

        private static String left(double seconds) {
            if (seconds < 90) {
                return String.format(Locale.ROOT, "about %.0f s left", seconds);
            }
            return seconds < 5400
                    ? String.format(Locale.ROOT, "about %.0f min left", seconds / 60)
                    : String.format(Locale.ROOT, "about %.1f h left", seconds / 3600);
        }
    }

    private StudyManifest.Plan plan(StudyRun.Asked asked, List<String> command, Path folder) {
        var scenario = file.scenario();
        var settings = solver.settings();
        var words = new ArrayList<>(List.of("casus"));
        words.addAll(command);
        words.addAll(List.of("--worlds", Integer.toString(asked.worlds()), "--seed", Long.toString(asked.seed())));
        words.addAll(List.of("--tolerance", Double.toString(settings.tolerance())));
        words.addAll(List.of("--start", asked.start().toString().toLowerCase(Locale.ROOT)));
        words.addAll(List.of("--check", Integer.toString(asked.checks())));
        words.addAll(List.of(
                "--second-opinion",
                asked.opinions().map(n -> Integer.toString(n)).orElse("none")));
        set.asGiven().forEach(setting -> words.addAll(List.of("--set", setting)));
        words.addAll(List.of("--run", folder.toString()));
        return new StudyManifest.Plan(
                words.stream().map(ExportCommand::quoted).collect(Collectors.joining(" ")),
                scenario.name(),
                scenario.hash(),
                Version.current(),
                asked.seed(),
                settings.tolerance(),
                asked.worlds(),
                file.text());
    }

    /// All that the results depend on but the number of worlds, which may grow.
    private static Question question(StudyManifest.Plan plan, StudyRun.Asked asked, String question) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("question", question);
        facts.put("scenario", plan.scenario());
        facts.put("hash", plan.hash());
        facts.put("version", plan.version());
        facts.put("seed", Long.toString(plan.seed()));
        facts.put("tolerance", Double.toString(plan.tolerance()));
        facts.put("start", asked.start().toString().toLowerCase(Locale.ROOT));
        facts.put("check", Integer.toString(asked.checks()));
        facts.put(
                "second-opinion", asked.opinions().map(n -> Integer.toString(n)).orElse("none"));
        return new Question(facts);
    }

    private RunFacts facts(Optional<Path> folder, List<String> starts, String now, Optional<String> finished) {
        List<String> all = new ArrayList<>(starts);
        all.add(now);
        return new RunFacts(
                progress.seconds(),
                solver.settings().threads(),
                folder.map(Path::toString),
                all.getFirst(),
                finished,
                List.copyOf(all.subList(1, all.size())));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
