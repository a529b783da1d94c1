package org.casus.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The scenarios that tests read: the sketch of the language with everything in it, and two neighbours
/// to change.
final class Samples {

    static final Path SKETCH = Path.of("src/test/resources/sketch.yaml");

    private Samples() {}

    static String sketch() throws IOException {
        return Files.readString(SKETCH);
    }

    static String neighbours() throws IOException {
        return Files.readString(Path.of("src/test/resources/neighbours.yaml"));
    }

    /// Two neighbours with pieces of the text replaced, each piece by the next.
    static String neighbours(String... changes) throws IOException {
        String text = neighbours();
        for (int k = 0; k < changes.length; k += 2) {
            if (!text.contains(changes[k])) {
                throw new IllegalArgumentException("not in the sample: " + changes[k]);
            }
            text = text.replace(changes[k], changes[k + 1]);
        }
        return text;
    }

    static ScenarioFile read(String text) throws ScenarioException {
        return ScenarioFile.of("sample", "sample.yaml", text);
    }

    static Scenario scenario(String text) throws ScenarioException {
        return read(text).scenario();
    }

    static Policy.Setting setting(String path, String value) {
        return new Policy.Setting(path, value, new Position("--set", 1, 1, 1));
    }

    static Edits set(String path, String value) {
        return new Edits(java.util.Optional.empty(), List.of(setting(path, value)), List.of(), List.of());
    }

    static Row row(Scenario scenario, String id) {
        return scenario.rows().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Move move(Scenario scenario, String id) {
        return scenario.moves().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Chance event(Scenario scenario, String id) {
        return scenario.chance().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Actor actor(Scenario scenario, String id) {
        return scenario.actors().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Judgement judgement(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(j -> j.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The board with rows on named levels, all others on their start.
    static int[] board(Scenario scenario, String... rowsAndLevels) {
        int[] board = scenario.rows().stream().mapToInt(Row::start).toArray();
        for (int k = 0; k < rowsAndLevels.length; k += 2) {
            Row row = row(scenario, rowsAndLevels[k]);
            int level = row.levels().indexOf(rowsAndLevels[k + 1]);
            if (level < 0) {
                throw new IllegalArgumentException(rowsAndLevels[k + 1] + " is none of " + row.levels());
            }
            board[row.index()] = level;
        }
        return board;
    }

    /// The board that the effects of a branch lead to.
    static int[] after(Scenario scenario, List<Effect> effects, int[] board) {
        int[] after = board.clone();
        for (Effect effect : effects) {
            int levels = scenario.rows().get(effect.row()).levels().size();
            after[effect.row()] = effect.apply(after[effect.row()], levels);
        }
        return after;
    }
}
