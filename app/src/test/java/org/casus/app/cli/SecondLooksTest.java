package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.app.json.TestJson;
import org.casus.app.run.Ledger;
import org.casus.app.run.Look;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.text.WorldsNotes;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.Variant;
import org.casus.study.WorldResult;
import org.junit.jupiter.api.Test;

/// What is solved with all care as well, and what is said where that ends elsewhere.
class SecondLooksTest {

    private static final int CHECKS = 5;

    private static StudyAnswer answer(Study study, Ledger ledger) {
        var asked = new StudyRun.Asked(
                List.of(), 8, 7, Ensemble.Start.QUICK, CHECKS, Optional.empty(), false, true, OptionalDouble.empty());
        return StudyRun.of(study, asked, Settings.standard().withThreads(1), ledger, (what, done, failed, all) -> {});
    }

    private static Study study() throws Exception {
        return Study.of(ScenarioFile.of("neighbours", "neighbours.yaml", Claims.TEXT), Study.Wanted.test());
    }

    /// Each world as it is and one other variant in turn, twins once; a ledger that has some takes the others.
    @Test
    void variantsAreCheckedInTurn() throws Exception {
        Study study = study();
        List<String> games = study.games().stream().map(Variant::id).toList();
        assertThat(games).startsWith("as-is").hasSizeBetween(2, study.variants().size());
        Ledger ledger = Ledger.inMemory();
        StudyAnswer answer = answer(study, ledger);
        assertThat(answer.looks()).hasSize(2 * CHECKS);
        for (int world = 0; world < CHECKS; world++) {
            assertThat(answer.looks().get(2 * world).variant()).isEqualTo("as-is");
            Look other = answer.looks().get(2 * world + 1);
            assertThat(other.world()).isEqualTo(world);
            assertThat(other.variant()).isEqualTo(games.get(1 + world % (games.size() - 1)));
        }
        assertThat(answer.elsewhere()).isEmpty();
        assertThat(WorldsNotes.sentences(answer))
                .contains("5 worlds solved cold as well, as is and under one policy or claim's setting in turn: the "
                        + "same equilibrium in each.");
        Ledger some = Ledger.inMemory();
        ledger.results().forEach(some::keep);
        ledger.looks().stream().skip(3).forEach(some::keep);
        assertThat(answer(study, some).looks()).usingRecursiveComparison().isEqualTo(answer.looks());
        assertThat(some.looks()).hasSize(2 * CHECKS);
    }

    @Test
    void whatEndedElsewhereIsNamed() throws Exception {
        Study study = study();
        Ledger ledger = Ledger.inMemory();
        String variant = answer(study, ledger).looks().get(3).variant();
        Ledger moved = Ledger.inMemory();
        for (WorldResult result : ledger.results()) {
            boolean other = result.world() == 1 && result.variant().equals(variant);
            moved.keep(other ? leapt(result) : result);
        }
        StudyAnswer answer = answer(study, moved);
        assertThat(answer.elsewhere()).hasSize(1);
        assertThat(WorldsNotes.sentences(answer))
                .contains(
                        "5 worlds solved cold as well, as is and under one policy or claim's setting in turn: 1 of 10 "
                                + "ended at another equilibrium (" + variant + " in world 1). Run with --start cold.");
        var check = TestJson.of(answer, new RunFacts(0, 1, Optional.empty(), "", Optional.empty(), List.of()))
                .path("check");
        assertThat(check.path("sample").asInt()).isEqualTo(CHECKS);
        assertThat(check.path("games").asInt()).isEqualTo(2 * CHECKS);
        assertThat(check.path("elsewhere").asInt()).isEqualTo(1);
        assertThat(check.path("disagreed").path(0).path("world").asInt()).isEqualTo(1);
        assertThat(check.path("disagreed").path(0).path("variant").asString()).isEqualTo(variant);
    }

    /// Half a hundredth of odds goes from one outcome to another.
    private static WorldResult leapt(WorldResult result) {
        double[] odds = result.outcomes().clone();
        odds[0] += 0.005;
        odds[1] -= 0.005;
        return new WorldResult(
                result.world(),
                result.variant(),
                result.failure(),
                odds,
                result.values(),
                result.worth(),
                result.held(),
                result.deals(),
                result.residual(),
                false);
    }
}
