package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.app.run.Ledger;
import org.casus.app.run.Look;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyRun;
import org.casus.app.run.Target;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Claim;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.WorldResult;
import org.junit.jupiter.api.Test;

/// What matters, read off worlds that were worked out for something else.
class SharedWorldsTest {

    private static final int WORLDS = 16;
    private static final Settings SETTINGS = Settings.standard().withThreads(1);
    private static final StudyRun.Watcher NOBODY = (what, done, failed, all) -> {};

    /// Knows what has been kept since it was asked last.
    private static final class Book implements Ledger {

        private final Ledger kept = Ledger.inMemory();
        private final List<WorldResult> lately = new ArrayList<>();

        @Override
        public Collection<WorldResult> results() {
            return kept.results();
        }

        @Override
        public void keep(WorldResult result) {
            kept.keep(result);
            lately.add(result);
        }

        @Override
        public Collection<Look> looks() {
            return kept.looks();
        }

        @Override
        public void keep(Look look) {
            kept.keep(look);
        }

        List<WorldResult> lately() {
            List<WorldResult> results = List.copyOf(lately);
            lately.clear();
            return results;
        }
    }

    private static StudyRun.Asked asked(boolean everything) {
        return new StudyRun.Asked(
                List.of(),
                WORLDS,
                7,
                Ensemble.Start.QUICK,
                0,
                Optional.empty(),
                everything,
                everything,
                everything ? OptionalDouble.of(3) : OptionalDouble.empty());
    }

    private static Matters matters(Study study, String outcome, Ledger ledger) {
        var asIs = study.variant(Policy.AS_IS);
        var middle = Solved.of(asIs.scenario(), asIs.structure(), SETTINGS);
        var target = Target.outcome(asIs.scenario(), outcome).orElseThrow();
        var asked = new MattersRun.Asked(asked(false), target, Optional.of(true));
        return MattersRun.of(study, Map.of(Policy.AS_IS, middle), asked, SETTINGS, ledger, NOBODY)
                .matters();
    }

    @Test
    void onlyTheEndsOfBarsAreSolvedAndTheNumbersAreTheSame() throws Exception {
        var file = ScenarioFile.of("neighbours", "neighbours.yaml", Claims.TEXT);
        var everything = Study.of(file, new Study.Wanted(List.of("watched"), true, OptionalDouble.of(3)));
        var book = new Book();
        StudyRun.of(everything, asked(true), SETTINGS, book, NOBODY);
        assertThat(book.lately()).hasSize((WORLDS + 1) * everything.variants().size());

        Matters shared = matters(everything, "fighting", book);
        assertThat(book.lately())
                .hasSize(2 * shared.resolved())
                .allMatch(result ->
                        result.world() < Ensemble.CENTRAL && result.variant().equals(Policy.AS_IS));
        assertThat(shared.kinksCounted()).isFalse();

        Matters other = matters(everything, "peace", book);
        assertThat(book.lately().size()).isLessThan(2 * other.resolved());

        Matters alone = matters(Study.about(file, new Claim.Setting.AsIs()), "fighting", Ledger.inMemory());
        assertThat(alone.kinksCounted()).isTrue();
        assertThat(shared.value()).isEqualTo(alone.value());
        assertThat(shared.slopes()).isEqualTo(alone.slopes());
        assertThat(shared.spread()).isEqualTo(alone.spread());
        assertThat(shared.bars())
                .map(Matters.Bar::low)
                .isEqualTo(alone.bars().stream().map(Matters.Bar::low).toList());
        assertThat(shared.bars())
                .map(Matters.Bar::high)
                .isEqualTo(alone.bars().stream().map(Matters.Bar::high).toList());
    }
}
