package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class InitAndExportTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void aNewCrisisChecksAndSolvesAndFitsItsSchema() throws IOException {
        Path crisis = folder.resolve("my-crisis");
        var made = shell.run("init", crisis.toString());
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).isEmpty();
        assertThat(names(crisis)).containsExactly("README.md", "casus-1.schema.json", "scenario.yaml");
        assertThat(Files.readString(crisis.resolve("scenario.yaml")))
                .startsWith(
                        "# yaml-language-server: $schema=./casus-1.schema.json\n# $schema: ./casus-1.schema.json\n");
        assertThat(Files.readString(crisis.resolve("README.md")))
                .contains("# my-crisis")
                .doesNotContain("${");
        assertThat(shell.run("check", crisis.toString()).err()).isEmpty();
        assertThat(shell.run("solve", crisis.toString(), "--json").out()).contains("\"scenario\": \"my-crisis\"");
        var tested = shell.run("test", crisis.toString(), "--worlds", "4", "--check", "0", "--second-opinion", "none");
        assertThat(tested.err()).isEmpty();
        assertThat(tested.out()).contains("pact-deters", "3 claims: ");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        String crisis = folder.resolve("my-crisis").toString();
        shell.run("init", crisis);
        Path file = folder.resolve("my-crisis/scenario.yaml");
        Files.writeString(file, "mine");
        var again = shell.run("init", crisis);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is there already; nothing was written");
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(names(folder)).as("nothing half done is left").containsExactly("my-crisis");
    }

    @Test
    void anyScenarioMayBeTheTemplate() throws IOException {
        String prize = Scenarios.prize(folder);
        var made = shell.run("init", folder.resolve("mine").toString(), "--from", prize);
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.readString(folder.resolve("mine/scenario.yaml")))
                .startsWith("# yaml-language-server:")
                .endsWith(Scenarios.PRIZE);
        var unknown = shell.run("init", folder.resolve("other").toString(), "--from", "no-such-thing");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Templates: border-crisis");
    }

    @Test
    void namesAreLowerCaseWords() {
        for (String name : new String[] {"My Crisis", "/", "..", "a_b", ""}) {
            assertThat(shell.run("init", name).exit()).as(name).isEqualTo(2);
        }
    }

    @Test
    void tablesComeWithWhatMadeThem() throws IOException {
        String prize = Scenarios.prize(folder);
        Path tables = folder.resolve("out/tables");
        var done = shell.run("export", prize, "--format", "csv", tables.toString(), "--policy", "guarded");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).isEmpty();
        assertThat(names(tables))
                .containsExactly(
                        "about.csv", "actors.csv", "chance.csv", "leads.csv", "moves.csv", "run.json", "states.csv");
        var run = JsonMapper.shared().readTree(Files.readString(tables.resolve("run.json")));
        assertThat(run.at("/command").stringValue()).isEqualTo("casus export prize --format csv --policy guarded DIR");
        assertThat(run.at("/hash").stringValue()).hasSize(64);
        assertThat(run.at("/residual").doubleValue()).isLessThan(1e-9);
        assertThat(Files.readString(tables.resolve("run.json"))).doesNotContain(folder.toString());
    }

    @Test
    void theOtherOrderIsUnderstood() throws IOException {
        String prize = Scenarios.prize(folder);
        Path model = folder.resolve("model");
        var done = shell.run("export", "--format", "prism", model.toString(), prize);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(names(model)).contains("model.tra", "model.sta", "model.lab", "model.srew", "run.json");
    }

    @Test
    void anExportReplacesOnlyAnExportAndOnlyWhenForced() throws IOException {
        String prize = Scenarios.prize(folder);
        Path tables = folder.resolve("tables");
        Files.createDirectory(tables);
        Files.writeString(tables.resolve("keep.txt"), "mine");
        assertThat(shell.run("export", prize, "--format", "csv", tables.toString())
                        .exit())
                .isEqualTo(2);
        var forced = shell.run("export", prize, "--format", "csv", tables.toString(), "--force");
        assertThat(forced.exit()).isEqualTo(2);
        assertThat(forced.err()).contains("this is something else");
        assertThat(Files.readString(tables.resolve("keep.txt"))).isEqualTo("mine");

        Files.delete(tables.resolve("keep.txt"));
        assertThat(shell.run("export", prize, "--format", "csv", tables.toString())
                        .exit())
                .isZero();
        assertThat(shell.run("export", prize, "--format", "prism", tables.toString())
                        .exit())
                .isEqualTo(2);
        var again = shell.run("export", prize, "--format", "prism", tables.toString(), "--force");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(names(tables)).contains("model.tra", "run.json").doesNotContain("states.csv");
        assertThat(names(folder)).containsExactly("prize.yaml", "tables");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        String prize = Scenarios.prize(folder);
        var onAFile = shell.run("export", prize, "--format", "csv", prize);
        assertThat(onAFile.exit()).isEqualTo(2);
        var belowAFile = shell.run("export", prize, "--format", "csv", prize + "/tables");
        assertThat(belowAFile.exit()).isEqualTo(5);
        assertThat(belowAFile.err()).contains("could not be written").doesNotContain("Exception");
        assertThat(shell.run("export", prize, "--format", "xlsx", "out").err())
                .contains("“xlsx” is none of csv, prism");
        assertThat(shell.run("export", prize, "out").exit()).isEqualTo(2);
    }

    private static java.util.List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void schemasArePrinted() {
        assertThat(shell.run("schema").out()).contains("draft-07").contains("\"clock\"");
        assertThat(shell.run("schema", "solve").out()).contains("casus-solve/1");
        assertThat(shell.run("schema", "check").out()).contains("casus-check/1");
        String template = shell.run("schema").out();
        assertThat(Schemas.complaintsOf(template, "{}")).isNotEmpty();
    }

    @Test
    void completionAndDoctorWork() {
        assertThat(shell.run("completion").out()).contains("_complete_casus").contains("second-opinion");
        var doctor = shell.run("doctor");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.out()).contains("Java: ").contains("Trial: solved a crisis of");
        assertThat(shell.run("doctor", "--plain").out()).contains("ok: Java").doesNotContain("✓");
    }

    @Test
    void theCommandInTheManifestCanBeRunAgain() throws IOException {
        Path tables = folder.resolve("tables");
        var done = shell.run(
                "export",
                Scenarios.prize(folder),
                "--format",
                "csv",
                tables.toString(),
                "--tolerance",
                "1e-8",
                "--set",
                "prize title=Ann's prize");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(tables.resolve("run.json")))
                        .at("/command")
                        .stringValue())
                .isEqualTo(
                        "casus export prize --format csv --set 'prize title=Ann'\\''s prize' --tolerance 1.0E-8 DIR");
        assertThat(ExportCommand.quoted("$(x)")).isEqualTo("'$(x)'");
        assertThat(ExportCommand.quoted("")).isEqualTo("''");
    }

    @Test
    void whatSomebodyAddedToAnExportIsKept() throws IOException {
        String prize = Scenarios.prize(folder);
        Path tables = folder.resolve("tables");
        shell.run("export", prize, "--format", "csv", tables.toString());
        Files.writeString(tables.resolve("notes.csv"), "mine");
        var forced = shell.run("export", prize, "--format", "csv", tables.toString(), "--force");
        assertThat(forced.exit()).isEqualTo(2);
        assertThat(Files.readString(tables.resolve("notes.csv"))).isEqualTo("mine");
        Files.delete(tables.resolve("notes.csv"));
        Files.writeString(tables.resolve("run.json"), "casus-run/1");
        assertThat(shell.run("export", prize, "--format", "csv", tables.toString(), "--force")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void anExportThatCannotBeReplacedStays() throws IOException {
        Path tables = folder.resolve("tables");
        shell.run("export", Scenarios.prize(folder), "--format", "csv", tables.toString());
        String before = Files.readString(tables.resolve("states.csv"));
        // The new folder is gone when its turn comes: the second of the two moves fails.
        assertThatThrownBy(() -> Folder.write(tables, true, Files::delete)).isInstanceOf(Failure.class);
        assertThat(Files.readString(tables.resolve("states.csv"))).isEqualTo(before);
        assertThat(names(folder)).containsExactly("prize.yaml", "tables");
    }
}
