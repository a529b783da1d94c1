package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.casus.app.text.Spelling;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Random edits of every scenario that ships.
class EditorPropertyTest {

    private static final int EDITS = 8;

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> scenarios = Files.walk(Path.of("../scenarios"));
                Stream<Path> examples = Files.walk(Path.of("../examples"));
                Stream<Path> templates = Files.walk(Path.of("src/main/resources/org/casus/app/templates"))) {
            return Stream.of(scenarios, examples, templates)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(EditorPropertyTest::isScenario)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isScenario(Path file) {
        try {
            return Files.readString(file).contains("format: casus/1");
        } catch (IOException e) {
            return false;
        }
    }

    /// What a judgement says, wherever it stands.
    private record Said(
            Measure measure,
            double low,
            double high,
            Object around,
            Optional<String> per,
            Optional<String> at,
            Optional<String> why) {
        static Said of(Judgement j) {
            return new Said(j.measure(), j.low(), j.high(), j.around(), j.per(), j.at(), j.why());
        }
    }

    private static Judgement named(ScenarioFile file, String id) {
        return file.scenario().judgements().stream()
                .filter(j -> j.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Another range within the old one, which no limit forbids.
    private static String value(Judgement j, Random random) {
        double low = j.low() + (j.high() - j.low()) * random.nextInt(50) / 100.0;
        double high = j.isRange() ? low + (j.high() - low) * (50 + random.nextInt(50)) / 100.0 : low;
        String text = Spelling.number(new Judgement(
                0,
                j.id(),
                j.measure(),
                low,
                high,
                java.util.OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                j.position()));
        return text;
    }

    @Test
    void anEditChangesOneJudgementAndWhatIsOneWithItAndItsUndoingGivesTheOldBytes()
            throws IOException, ScenarioException {
        List<Path> files = shipped();
        assertThat(files).hasSizeGreaterThan(12);
        for (Path path : files) {
            long seed = System.nanoTime();
            var random = new Random(seed);
            ScenarioFile file = ScenarioFile.load(path);
            var editor = new Editor("x", "x");
            List<Judgement> judgements = file.scenario().judgements();
            for (int k = 0; k < EDITS; k++) {
                Judgement j = judgements.get(random.nextInt(judgements.size()));
                String value = value(j, random);
                String what = path + " seed " + seed + ": " + j.id() + "=" + value;
                Edited edited = editor.apply(file, List.of(Edit.of(j.id(), value)));
                assertThat(edited.problems()).as(what).isEmpty();
                ScenarioFile now = edited.file().orElseThrow();
                var set = new Policy.Setting(j.id(), value, new Position("--set", 1, 1, 1));
                var asSet = file.with(new Edits(Optional.empty(), List.of(set), List.of(), List.of()));
                Judgement wanted = asSet.judgements().stream()
                        .filter(other -> other.id().equals(j.id()))
                        .findFirst()
                        .orElseThrow();
                Judgement got = named(now, j.id());
                assertThat(List.of(got.low(), got.high(), got.around(), got.measure()))
                        .as(what)
                        .isEqualTo(List.of(wanted.low(), wanted.high(), wanted.around(), wanted.measure()));
                assertThat(List.of(got.per(), got.at(), got.why()))
                        .as(what)
                        .isEqualTo(List.of(j.per(), j.at(), j.why()));
                List<String> tied = file.scenario().tied(j.id());
                for (Judgement other : judgements) {
                    Judgement like = tied.contains(other.id()) ? got : other;
                    assertThat(Said.of(named(now, other.id()))).as(what).isEqualTo(Said.of(like));
                }
                assertThat(LineDiff.of(file.text(), now.text()))
                        .as(what)
                        .hasSizeLessThanOrEqualTo(tied.size())
                        .allSatisfy(hunk -> assertThat(hunk.before()).hasSameSizeAs(hunk.after()));
                String old = NumberWords.of(rawOf(file, j)).number();
                Edited back = editor.apply(now, List.of(Edit.of(j.id(), old)));
                assertThat(back.text()).as(what).isEqualTo(file.text());
            }
        }
    }

    @Test
    void sourcesAndReasonsOfAnyJudgementCanBeGiven() throws IOException, ScenarioException {
        for (Path path : shipped()) {
            long seed = System.nanoTime();
            var random = new Random(seed);
            ScenarioFile file = ScenarioFile.load(path);
            List<Judgement> judgements = file.scenario().judgements();
            for (int k = 0; k < EDITS; k++) {
                Judgement j = judgements.get(random.nextInt(judgements.size()));
                String what = path + " seed " + seed + ": " + j.id();
                var edit = new Edit(
                        j.id(), Optional.empty(), Optional.of("guess"), Optional.of("Said: [so], \"" + k + "\" #1"));
                Edited edited = new Editor("x", "x").apply(file.text(), List.of(edit));
                assertThat(edited.problems()).as(what).isEmpty();
                Judgement got = named(edited.file().orElseThrow(), j.id());
                assertThat(got.isGuess()).as(what).isTrue();
                assertThat(got.why()).as(what).contains("Said: [so], \"" + k + "\" #1");
                assertThat(List.of(got.low(), got.high(), got.around()))
                        .as(what)
                        .isEqualTo(List.of(j.low(), j.high(), j.around()));
                List<String> tied = file.scenario().tied(j.id());
                for (Judgement other : judgements) {
                    assertThat(Said.of(named(edited.file().get(), other.id())))
                            .as(what)
                            .isEqualTo(Said.of(tied.contains(other.id()) ? got : other));
                }
            }
        }
    }

    private static String rawOf(ScenarioFile file, Judgement j) throws ScenarioException {
        var rewrite = file.rewrites(j.id()).get(file.scenario().tied(j.id()).indexOf(j.id()));
        return Layout.number(rewrite.last().orElseThrow().value()).orElseThrow().value();
    }
}
