package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.StudyRun;
import org.casus.study.Ensemble;
import org.casus.study.Ensemble.Task;
import org.junit.jupiter.api.Test;

/// What is said of the time left, by a clock that is set by hand.
class PaceTest {

    private double clock;
    private String said = "";
    private int done;
    private final Pace pace = new Pace("crisis", () -> clock, line -> said = line);

    private static List<Task> tasks(int from, int worlds, String... variants) {
        List<Task> tasks = new ArrayList<>();
        for (int world = from; world < worlds; world++) {
            for (String variant : variants) {
                tasks.add(new Task(world, variant));
            }
        }
        return tasks;
    }

    private String after(double seconds, Task task, int all) {
        clock += seconds;
        pace.solved(task);
        pace.at(StudyRun.SOLVES, ++done, 0, all);
        return said;
    }

    /// Two variants in the middle world, at a minute each, and in ten drawn worlds at 1 and 9 seconds.
    @Test
    void theMiddleWorldTellsNothingOfTheOthers() {
        List<Task> tasks = tasks(Ensemble.CENTRAL, 10, "as-is", "dear");
        clock = 100;
        pace.open(tasks);
        assertThat(said).isEqualTo("crisis: working out the middle world (1 of 2)");
        assertThat(after(60, tasks.get(0), 22)).isEqualTo("crisis: working out the middle world (2 of 2)");
        assertThat(after(60, tasks.get(1), 22)).isEqualTo("crisis: 2 of 22 solves");
        assertThat(after(1, tasks.get(2), 22)).isEqualTo("crisis: 3 of 22 solves, about 19 s left");
        assertThat(after(9, tasks.get(3), 22)).isEqualTo("crisis: 4 of 22 solves, about 2 min left");
        assertThat(after(1, tasks.get(4), 22)).isEqualTo("crisis: 5 of 22 solves, about 89 s left");
        assertThat(after(9, tasks.get(5), 22)).isEqualTo("crisis: 6 of 22 solves, about 80 s left");
    }

    /// On two threads a drawn world may be done before the last solve of the middle one.
    @Test
    void aDrawnWorldBeforeTheLastOfTheMiddleCounts() {
        List<Task> tasks = tasks(Ensemble.CENTRAL, 2, "as-is", "dear");
        pace.open(tasks);
        after(30, tasks.get(0), 6);
        assertThat(after(2, tasks.get(2), 6)).isEqualTo("crisis: 2 of 6 solves, about 6 s left");
        assertThat(after(50, tasks.get(1), 6)).isEqualTo("crisis: 3 of 6 solves, about 6 s left");
    }

    /// The first of each variant works the middle world out again.
    @Test
    void whatIsGoneOnWithStartsFromTheMiddleAgain() {
        List<Task> tasks = tasks(3, 6, "as-is", "dear");
        pace.open(tasks);
        assertThat(after(60, tasks.get(0), 6)).isEqualTo("crisis: 1 of 6 solves");
        assertThat(after(60, tasks.get(1), 6)).isEqualTo("crisis: 2 of 6 solves");
        assertThat(after(3, tasks.get(2), 6)).isEqualTo("crisis: 3 of 6 solves, about 9 s left");
        assertThat(after(5, tasks.get(3), 6)).isEqualTo("crisis: 4 of 6 solves, about 8 s left");
    }

    @Test
    void otherWorkHasNoTimeLeft() {
        pace.open(tasks(Ensemble.CENTRAL, 1, "as-is"));
        pace.at("second looks", 1, 1, 3);
        assertThat(said).isEqualTo("crisis: 1 of 3 second looks, 1 failed");
        pace.again();
        assertThat(said).endsWith("1 failed");
    }
}
