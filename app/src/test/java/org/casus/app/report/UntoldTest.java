package org.casus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.casus.app.run.Ledger;
import org.casus.app.run.Pathways;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyRun;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.junit.jupiter.api.Test;

/// What a brief says where it has no stories.
class UntoldTest {

    @Test
    void aBriefWithoutStoriesSaysWhy() throws Exception {
        var file = ScenarioFile.load(Path.of("../engine/src/test/resources/alike.yaml"));
        var settings = Settings.standard().withThreads(1);
        Study study = Study.of(file, BriefRun.wanted(file.scenario()));
        var asked = new StudyRun.Asked(
                List.of(), 1, 7, Ensemble.Start.QUICK, 0, Optional.of(0), true, true, OptionalDouble.of(3));
        var middle = Solved.of(study.scenario(), study.variant("as-is").structure(), settings);
        var run = new BriefRun(study, middle, asked, List.of());
        BriefRun.Found found = run.worlds(settings, Ledger.inMemory(), (what, done, failed, all) -> {});
        var told = run.brief(found, settings, "casus report", what -> {}, e -> {});
        assertThat(told.markdown("")).contains("# How it may unfold", "Whose choices matter most");
        var untold = Brief.of(
                found.study(), run.overTime(found.study(), settings), Pathways.Told.unsolved(), found.matters(), "x");
        assertThat(untold.markdown("")).contains("# How it may unfold", "No stories are told here: ");
        assertThat(untold.html()).contains("No stories are told here: ").doesNotContain("Whose choices matter most");
    }
}
