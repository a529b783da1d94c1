package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.app.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {

    /// A scenario in which whoever wrote it means harm.
    static final String NASTY = Claims.TEXT
            .replace("title: Two neighbours", "title: '</title><script>document.title=\"owned\"</script>'")
            .replace(
                    "title: A report, date",
                    "title: '\"><img src=x onerror=alert(1)> & more', url: 'javascript:alert(1)', date")
            .replace("title: Fighting goes on", "title: '<svg onload=alert(1)>'")
            .replace("title: Nobody brokers", "title: '--><b>bold</b> | *x* $y$'");

    @TempDir
    Path folder;

    private String scenario = "";

    @BeforeEach
    void write() throws Exception {
        scenario = Scenarios.write(folder, "neighbours.yaml", Claims.TEXT);
    }

    private static Shell.Result run(String... args) {
        return new Shell().run(args);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void theBriefIsAsItWas() throws Exception {
        var result = run(
                "report",
                scenario,
                "--worlds",
                "16",
                "-o",
                at("brief.html").toString(),
                "--csv",
                at("tables").toString(),
                "--pictures",
                at("figures").toString(),
                "--bib",
                at("brief.bib").toString(),
                "--csl",
                at("brief.json").toString());
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Wrote the brief to");
        Golden.check("brief.html", steady(Files.readString(at("brief.html"))));
        Golden.check("brief.bib", Files.readString(at("brief.bib")));
        Golden.check("brief.csl.json", Files.readString(at("brief.json")));
        Golden.check("brief-outcomes.csv", steady(Files.readString(at("tables/outcomes.csv"))));
        Golden.check("brief-policies.csv", steady(Files.readString(at("tables/policies.csv"))));
        Golden.check("brief-claims.csv", steady(Files.readString(at("tables/claims.csv"))));
        try (Stream<Path> tables = Files.list(at("tables"))) {
            assertThat(tables.map(file -> file.getFileName().toString()))
                    .contains(
                            "over-time.csv",
                            "ends.csv",
                            "judgements.csv",
                            "manifest.csv",
                            "matters-fighting.csv",
                            "lanes-fighting.csv",
                            "storylines-dictated.csv",
                            "score-quiet.csv");
        }
        try (Stream<Path> figures = Files.list(at("figures"))) {
            assertThat(figures.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "dots.svg",
                            "areas.svg",
                            "tornado-fighting.svg",
                            "lanes-fighting.svg",
                            "lanes-dictated.svg");
        }
    }

    @Test
    void markdownIsAsItWas() {
        var result = run("report", scenario, "--worlds", "4", "--format", "md");
        assertThat(result.exit()).as(result.err()).isZero();
        Golden.check("brief.md", steady(result.out()));
    }

    /// Without figures that only say how good an answer is, and to six digits.
    private static String steady(String text) {
        Matcher digits = Pattern.compile("(\\d+\\.\\d{5})\\d{3,}(E-?\\d+)?").matcher(text);
        return digits.replaceAll("$1$2")
                .replaceAll("\\b[0-9]e-[0-9]+", "#")
                .replaceAll("\\b[0-9]+ products", "# products");
    }

    @Test
    void threadsLeaveNoTrace() {
        String one = run("report", scenario, "--worlds", "4", "--threads", "1").out();
        String two = run("report", scenario, "--worlds", "4", "--threads", "2").out();
        assertThat(one).startsWith("<!DOCTYPE html>").isEqualTo(two);
    }

    @Test
    void aRunFolderIsGoneOnWith() {
        String[] command = {
            "report", scenario, "--worlds", "4", "--run", at("run").toString()
        };
        String first = run(command).out();
        assertThat(run(command).out()).isEqualTo(first).contains("4 of 4 worlds solved", "Few worlds.");
        var other = run("compare", scenario, "--worlds", "4", "--run", at("run").toString());
        assertThat(other.exit()).isEqualTo(2);
    }

    @Test
    void outcomesAndPoliciesMayBeChosen() {
        String html = run("report", scenario, "--worlds", "2", "--outcome", "peace,dictated", "--policies", "watched")
                .out();
        assertThat(html)
                .contains("id=\"tornado-peace\"", "id=\"tornado-dictated\"")
                .doesNotContain("Nobody brokers");
        assertThat(html).contains("--outcome peace,dictated --policies watched --worlds 2");
        var unknown = run("report", scenario, "--outcome", "peac");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean peace?");
    }

    @Test
    void aScenarioWithoutPoliciesClaimsOrScoresHasABriefWithoutThem() throws Exception {
        String plain = Claims.TEXT.replaceAll("(?s)policies:\n.*", "");
        String file = Scenarios.write(folder, "plain.yaml", plain);
        var result = run("report", file, "--worlds", "2");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("id=\"bottom-line\"")
                .doesNotContain("id=\"policies\"")
                .doesNotContain("id=\"claims\"");
    }

    @Test
    void whatMovesNothingIsNotToBeTried() throws Exception {
        String moved =
                Scenarios.write(folder, "prize.yaml", Scenarios.PRIZE.replace("5% each week", "2% to 9% each week"));
        assertThat(run("report", moved, "--worlds", "1").out())
                .contains("id=\"try\"", "type=\"module\"", "How often “Theft” happens</label>", "casus open prize");
        String fixed = Scenarios.write(folder, "fixed.yaml", Scenarios.PRIZE.replace("2 to 4 around 3", "3"));
        assertThat(run("report", fixed, "--worlds", "1").out())
                .contains("id=\"bottom-line\"")
                .doesNotContain("id=\"try\"", "type=\"module\"", "#try-it");
    }

    @Test
    void severalEquilibriaStandSideBySide() throws Exception {
        String file = Scenarios.write(folder, "follow.yaml", Scenarios.FOLLOW);
        String html = run("report", file, "--worlds", "1").out();
        assertThat(html).contains("several equilibria", "At equilibrium 2", "More than one answer.");
    }

    @Test
    void aVerdictThatTurnsOnTheEquilibriumSaysSo() throws Exception {
        String two = Scenarios.write(folder, "two.yaml", TestCommandTest.TWO);
        String tables = at("tables").toString();
        String html = run("report", two, "--worlds", "4", "--csv", tables).out();
        assertThat(html).doesNotContain("no single judgement splits the worlds");
        assertThat(html.split("Equilibria differ: in the middle world it comes out otherwise", -1))
                .as(html)
                .hasSize(4);
        assertThat(Files.readAllLines(at("tables/claims.csv")).get(1)).matches(".*,depends,[1-9],[1-9],.*");
    }

    @Test
    void whatIsThereIsLeftAlone() throws Exception {
        Path brief = Files.writeString(at("brief.html"), "mine");
        var result = run("report", scenario, "-o", brief.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("is there already; nothing was written", "--force replaces it");
        assertThat(brief).hasContent("mine");
        assertThat(run("report", scenario, "--worlds", "1", "-o", brief.toString(), "--force")
                        .exit())
                .isZero();
        assertThat(Files.readString(brief)).startsWith("<!DOCTYPE html>");
        Files.createDirectories(at("tables"));
        Files.writeString(at("tables/notes.txt"), "mine");
        var tables = run("report", scenario, "--csv", at("tables").toString());
        assertThat(tables.exit()).isEqualTo(2);
        assertThat(tables.err()).contains("leaves others alone");
    }

    @Test
    void namesThatCannotBeAreRefusedAtOnce() throws Exception {
        assertThat(run("report", scenario, "-o", "brief.docx").err()).contains("does not say what to write", "Pandoc");
        assertThat(run("report", scenario, "-o", "brief.docx").exit()).isEqualTo(2);
        assertThat(run("report", scenario, "-o", folder.toString(), "--format", "md")
                        .err())
                .contains("is a folder");
        var lost = run(
                "report",
                scenario,
                "--worlds",
                "1",
                "-o",
                at("no/such/brief.html").toString());
        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.err()).contains("There is no folder", "Make it first").doesNotContain("world");
        String twice = at("twice.bib").toString();
        assertThat(run(
                                "report",
                                scenario,
                                "--bib",
                                twice,
                                "--csl",
                                at("./twice.bib").toString())
                        .err())
                .contains("twice.bib is named for two things; nothing was written");
        assertThat(run(
                                "report",
                                scenario,
                                "--csv",
                                at("a.html/tables").toString(),
                                "-o",
                                at("a.html").toString())
                        .err())
                .contains("a.html is named for two things");
        String file = at("plain").toString();
        Files.writeString(at("plain"), "mine");
        assertThat(run("report", scenario, "--csv", file + "/tables").err())
                .contains("plain is there already, and is no folder");
    }

    @Test
    void whatAScenarioSaysIsNeverMarkup() throws Exception {
        String file = Scenarios.write(folder, "nasty.yaml", NASTY);
        String html = run("report", file, "--worlds", "2").out();
        assertThat(html.split("<script>", -1)).hasSize(2);
        assertThat(html).doesNotContain("<img", "<svg onload", "<b>", "href=\"javascript");
        JsonNode csl = csl(file);
        assertThat(csl.get(0).path("title").asString()).isEqualTo("\"><img src=x onerror=alert(1)> & more");
    }

    private JsonNode csl(String file) throws Exception {
        String target = at("nasty.json").toString();
        assertThat(run(
                                "report",
                                file,
                                "--worlds",
                                "1",
                                "--csl",
                                target,
                                "-o",
                                at("n.md").toString())
                        .exit())
                .isZero();
        return JsonMapper.shared().readTree(Files.readString(Path.of(target)));
    }
}
