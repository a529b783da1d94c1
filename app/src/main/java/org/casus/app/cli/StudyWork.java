package org.casus.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.app.Version;
import org.casus.app.json.Json;
import org.casus.app.json.StudyManifest;
import org.casus.app.run.Ledger;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.store.Question;
import org.casus.app.store.RunFolder;
import org.casus.app.store.StudyTables;
import org.casus.app.store.Table;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Study;

/// Works a study out as the options say, in a folder or not. Without a folder no database is started.
final class StudyWork {

    /// What came out, and facts of the run.
    record Done<T>(T found, RunFacts facts) {}

    /// How something is worked out.
    @FunctionalInterface
    interface Work<T> {
        T of(Settings settings, Ledger ledger, StudyRun.Watcher watcher);
    }

    /// What is worked out.
    ///
    /// @param command the command with the options of its own, as typed
    /// @param question the same in words that stay the same however it is typed
    /// @param answer what the worlds say of what was found
    /// @param tables what is written of it
    record Topic<T>(
            List<String> command,
            String question,
            Work<T> work,
            Function<T, StudyAnswer> answer,
            Function<T, List<Table>> tables) {}

    private final Talk talk;
    private final ScenarioFile file;
    private final StudyOptions options;
    private final Progress progress;

    /// @param file with the settings in force
    StudyWork(Talk talk, ScenarioFile file, StudyOptions options, Progress progress) {
        this.talk = talk;
        this.file = file;
        this.options = options;
        this.progress = progress;
    }

    /// Compares policies or tests claims, as is `wanted`.
    ///
    /// @param command the command with the options of its own, as typed
    /// @param question the same in words that stay the same however it is typed
    Done<StudyAnswer> run(Study.Wanted wanted, List<String> command, String question) throws ScenarioException {
        Study study = compiled(() -> Study.of(file, wanted));
        var asked = options.asked(file.scenario(), wanted, wanted.claims());
        return run(
                asked,
                new Topic<>(
                        command,
                        question,
                        (settings, ledger, watcher) -> StudyRun.of(study, asked, settings, ledger, watcher),
                        Function.identity(),
                        StudyTables::of));
    }

    /// Works `topic` out, in the folder that the options name or in none.
    <T> Done<T> run(StudyRun.Asked asked, Topic<T> topic) {
        String now = now();
        Optional<Path> folder = options.worlds().folder();
        if (folder.isEmpty()) {
            T found = solve(topic.work, Ledger.inMemory());
            return new Done<>(found, facts(Optional.empty(), List.of(), now, Optional.of(now())));
        }
        var plan = plan(asked, topic.command, folder.get());
        try (RunFolder run = RunFolder.open(folder.get(), question(plan, topic.question), asked.worlds(), now)) {
            talk.interruption.leaves(
                    "what was finished is kept in " + folder.get() + ", and the same command goes on.");
            int known = run.results().size();
            run.manifest(
                    Json.text(StudyManifest.begun(plan, facts(folder, run.starts(), now, Optional.empty()), known)));
            T found = solve(topic.work, run);
            progress.at(file.scenario().name() + ": writing tables");
            run.write(topic.tables.apply(found));
            RunFacts facts = facts(folder, run.starts(), now, Optional.of(now()));
            run.manifest(Json.text(StudyManifest.finished(plan, facts, topic.answer.apply(found))));
            return new Done<>(found, facts);
        }
    }

    /// What is to be compiled.
    @FunctionalInterface
    interface Compiling {
        Study study() throws ScenarioException, SizeException;
    }

    /// A study, compiled.
    ///
    /// @throws Failure if a board is too large
    Study compiled(Compiling compiling) throws ScenarioException {
        try {
            progress.at(file.scenario().name() + ": compiling");
            return compiling.study();
        } catch (SizeException e) {
            throw SolverOptions.tooLarge(file.scenario(), e);
        }
    }

    private <T> T solve(Work<T> work, Ledger ledger) {
        var pace = new Pace(file.scenario().name(), progress::seconds, progress::at);
        var settings = options.solver.settings().withProgress((phase, horizon, residual, rest) -> pace.again());
        return work.of(settings, ledger, pace);
    }

    private StudyManifest.Plan plan(StudyRun.Asked asked, List<String> command, Path folder) {
        var scenario = file.scenario();
        var settings = options.solver.settings();
        var words = new ArrayList<>(List.of("casus"));
        words.addAll(command);
        words.addAll(options.words(asked));
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
    private Question question(StudyManifest.Plan plan, String question) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("question", question);
        facts.put("scenario", plan.scenario());
        facts.put("hash", plan.hash());
        facts.put("version", plan.version());
        facts.put("seed", Long.toString(plan.seed()));
        facts.put("tolerance", Double.toString(plan.tolerance()));
        facts.putAll(options.worlds().kept());
        return new Question(facts);
    }

    private RunFacts facts(Optional<Path> folder, List<String> starts, String now, Optional<String> finished) {
        List<String> all = new ArrayList<>(starts);
        all.add(now);
        return new RunFacts(
                progress.seconds(),
                options.solver.settings().threads(),
                folder.map(Path::toString),
                all.getFirst(),
                finished,
                List.copyOf(all.subList(1, all.size())));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
