package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.casus.app.run.Ledger;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.StudyRun;
import org.casus.app.store.StudyTables;
import org.casus.app.text.WorldsNotes;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.WorldResult;
import org.junit.jupiter.api.Test;

/// Worlds that needed all care are counted once each, and said wherever worlds are.
class TriedAgainTest {

    private static final StudyRun.Asked ASKED = new StudyRun.Asked(
            List.of(), 4, 7, Ensemble.Start.QUICK, 0, Optional.empty(), true, false, OptionalDouble.empty());

    private static StudyAnswer answer(Study study, Ledger ledger) {
        return StudyRun.of(study, ASKED, Settings.standard().withThreads(1), ledger, (what, done, failed, all) -> {});
    }

    /// The same results, those of some worlds had at the second try.
    private static Ledger again(Ledger ledger, Set<Integer> worlds) {
        Ledger again = Ledger.inMemory();
        for (WorldResult result : ledger.results()) {
            again.keep(new WorldResult(
                    result.world(),
                    result.variant(),
                    result.failure(),
                    result.outcomes(),
                    result.values(),
                    result.worth(),
                    result.held(),
                    result.deals(),
                    result.residual(),
                    worlds.contains(result.world())));
        }
        return again;
    }

    @Test
    void worldsThatTookASecondTryAreCountedAndSaid() throws Exception {
        var file = ScenarioFile.of("neighbours", "neighbours.yaml", Claims.TEXT);
        var study = Study.of(file, Study.Wanted.compare(List.of()));
        Ledger ledger = Ledger.inMemory();
        StudyAnswer smooth = answer(study, ledger);
        assertThat(smooth.triedAgain()).isZero();
        assertThat(WorldsNotes.sentences(smooth)).noneMatch(note -> note.contains("all care"));
        StudyAnswer rough = answer(study, again(ledger, Set.of(1, 3)));
        assertThat(rough.triedAgain()).isEqualTo(2);
        assertThat(WorldsNotes.sentences(rough))
                .contains("In 2 worlds a quick solve came to nothing and was tried once more with all care.");
        var worlds = StudyTables.of(rough).getFirst();
        assertThat(worlds.columns().get(5).name()).isEqualTo("tried_again");
        assertThat(worlds.rows())
                .filteredOn(row -> row.get(5).equals(true))
                .hasSize(2 * study.variants().size());
    }
}
