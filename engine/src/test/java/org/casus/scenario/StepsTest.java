package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.scenario.Change.Touch;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static Revision edited(String... changes) throws IOException, ScenarioException {
        return Revision.of(Samples.read(Samples.neighbours()), Samples.read(Samples.neighbours(changes)));
    }

    /// The steps in words: paths of the changes.
    private static List<List<String>> paths(Revision revision) {
        List<Change> changes = revision.changes();
        return revision.steps().stream()
                .map(step -> step.stream().map(k -> changes.get(k).path()).toList())
                .toList();
    }

    @Test
    void aNumberTakesTheSourceItNowCitesWithItAndLeavesOtherEditsAlone() throws IOException, ScenarioException {
        Revision revision = edited(
                "date: 2020-10-10}",
                "date: 2020-10-10}\n  report: A report",
                "2 to 4 per article",
                "3 to 5 per report",
                "5% each week per guess",
                "8% each week per report",
                "horizon: 26",
                "horizon: 30",
                "title: Two neighbours",
                "title: Three neighbours");
        assertThat(paths(revision))
                .containsExactly(
                        List.of("clock horizon"),
                        List.of("north wants war is truce", "report"),
                        List.of("incident odds", "report"));
        for (List<Integer> step : revision.steps()) {
            assertThat(revision.with(step)).isPresent();
            assertThat(revision.changes().get(step.getFirst()).touch()).isEqualTo(Touch.GAME);
        }
        assertThat(revision.with(List.of(1, 1, 0)).orElseThrow().moves())
                .hasSameSizeAs(revision.before().moves());
    }

    @Test
    void aMoveThatIsGoneTakesWhatPoliciesSaidOfItWithIt() throws IOException, ScenarioException {
        String before = Samples.neighbours("forbid: [east/broker-deal]", "forbid: [east/broker-deal, east/swear]");
        String after = Samples.neighbours(
                "  east/swear: {if: pact is due, then: {stance to sworn: 60% to 80% per guess, nothing: rest}}\n",
                "", "horizon: 26", "horizon: 30", "scores:", "  loud: {allow: [east/recognise]}\nscores:");
        Revision revision = Revision.of(Samples.read(before), Samples.read(after));
        assertThat(paths(revision)).containsExactly(List.of("clock horizon"), List.of("east/swear", "mild forbid"));
    }

    @Test
    void everyChangeOfTheGameIsInOneStepAndEveryStepMakesAScenario() throws IOException, ScenarioException {
        Revision revision = edited(
                "date: 2020-10-10}", "date: 2020-10-10}\n  report: A report",
                "[silent, public, sworn]", "[silent, public, sworn, loud]",
                "kept by: stance is sworn", "kept by: stance is loud",
                "costs: 1 to 2 per guess", "costs: 1 to 3 per report",
                "2 to 4 per article", "2 to 6 per report");
        List<Change> changes = revision.changes();
        assertThat(revision.steps().stream()
                        .flatMap(List::stream)
                        .filter(k -> changes.get(k).touch() == Touch.GAME))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, changes.size())
                        .filter(k -> changes.get(k).touch() == Touch.GAME)
                        .boxed()
                        .toList());
        assertThat(revision.steps())
                .hasSize(3)
                .allSatisfy(step -> assertThat(revision.with(step)).isPresent());
    }

    @Test
    void whatNeedsAnotherChangeGoesWithIt() throws IOException, ScenarioException {
        Revision revision = edited(
                "actors:\n",
                "  mood: {levels: [calm, angry], start: calm}\nactors:\n",
                "chance:\n",
                "  south/rage: {if: mood is calm, costs: 1, then: mood to angry}\nchance:\n",
                "horizon: 26",
                "horizon: 27",
                "kept by: stance is sworn",
                "kept by: stance is sworn or mood is angry");
        List<String> lines = revision.changes().stream().map(Change::path).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("clock horizon");
        assertThat(revision.steps()).containsExactly(List.of(0), List.of(1, 2, 3));
        assertThat(revision.with(List.of(3))).isEmpty();
        assertThat(revision.with(List.of(1, 2, 3)).orElseThrow().rows()).hasSize(5);
    }
}
