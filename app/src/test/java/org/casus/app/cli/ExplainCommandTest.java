package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.casus.app.Golden;
import org.casus.app.text.Construct;
import org.casus.app.text.Style;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void template() throws IOException {
        file = Scenarios.write(folder, "border.yaml", InitCommand.template(Shelf.FILE));
    }

    private String explain(String... words) {
        var args = new String[words.length + 2];
        args[0] = "explain";
        args[1] = file;
        System.arraycopy(words, 0, args, 2, words.length);
        var result = shell.run(args);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out().replace(file, "border.yaml");
    }

    @Test
    void anOverviewNamesEverything() {
        Golden.check("explain-overview.txt", explain());
    }

    @Test
    void constructsAreShownInFull() {
        Golden.check("explain-commitment.txt", explain("defence-pact"));
        Golden.check("explain-agreement.txt", explain("truce"));
        Golden.check("explain-actor.txt", explain("eastland"));
        Golden.check("explain-row.txt", explain("border"));
        Golden.check("explain-judgement.txt", explain("northland", "wants", "valley-line", "is", "with-the-north"));
    }

    @Test
    void everyNameHasAPage() throws ScenarioException, IOException {
        var scenario = ScenarioFile.of("border", "border.yaml", InitCommand.template(Shelf.FILE))
                .scenario();
        assertThat(Construct.names(scenario))
                .hasSizeGreaterThan(50)
                .allSatisfy(name ->
                        assertThat(Construct.of(scenario, name, Style.BARE)).isPresent());
    }

    @Test
    void judgementsAreListedWithPathRangeAndSource() {
        Golden.check("explain-judgements.txt", explain("--judgements"));
        var narrow =
                new Shell().terminal(80).run("explain", file, "--judgements").out();
        assertThat(narrow.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(narrow).contains("A default may be set for one actor alone, as `northland acts`.");
        assertThat(narrow).contains("  defaults acts\n      every week; a guess\n");
    }

    @Test
    void aStateIsShownWithOptionsAndValues() {
        Golden.check("explain-state.txt", explain("--state", "border=fighting, ally=arming"));
        String start = explain("--state", "start");
        String number = start.replaceAll("(?s)^State ([0-9,]+) of.*", "$1").replace(",", "");
        assertThat(explain("--state", number)).isEqualTo(start);
    }

    @Test
    void whatDoesNotExistNamesTheNearest() {
        var name = shell.run("explain", file, "defense-pact");
        assertThat(name.exit()).isEqualTo(2);
        assertThat(name.err()).contains("nothing called “defense-pact”").contains("Did you mean defence-pact?");
        assertThat(shell.run("explain", file, "--state", "boarder=quiet").err()).contains("Did you mean border?");
        assertThat(shell.run("explain", file, "--state", "border=loud").err()).contains("quiet, shots, fighting");
        assertThat(shell.run("explain", file, "--state", "border").err()).contains("names no level");
        assertThat(shell.run("explain", file, "--state", "999999").err()).contains("There are states 0 to");
        assertThat(shell.run("explain", file, "--state", "border=quiet, truce=offered")
                        .err())
                .contains("cannot be reached");
        assertThat(shell.run("explain", file, "truce", "--judgements").exit()).isEqualTo(2);
    }

    @Test
    void aStateOutOfReachNamesTheNearestThatIsNot() {
        var named = shell.run("explain", file, "--state", "border=quiet, truce=offered");
        assertThat(named.exit()).isEqualTo(2);
        var advice = Pattern.compile("--state '([^']*)'").matcher(named.err().replaceAll("\\s+", " "));
        assertThat(advice.find()).as(named.err()).isTrue();
        assertThat(named.err()).contains("Nor can any other with these levels.");
        assertThat(shell.run("explain", file, "--state", advice.group(1)).exit())
                .as(advice.group(1))
                .isZero();
    }

    @Test
    void theExampleInTheHelpIsAState() throws Exception {
        var help = Pattern.compile("--state '([^']*, [^']*)'")
                .matcher(shell.run("explain", "--help").out().replaceAll("(?s)^.*Examples:", ""));
        assertThat(help.find()).isTrue();
        var crisis = ScenarioFile.load(Path.of("../scenarios/nagorno-karabakh-2020/scenario.yaml"));
        var space = Structure.compile(crisis.scenario()).space();
        assertThat(StateWords.find(space, help.group(1))).isNotNegative();
        assertThatThrownBy(() -> StateWords.find(space, "line=districts, war=truce"))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.advice())
                        .containsExactly(
                                "Rows not named stand where they start.",
                                "The nearest that can be: --state '" + help.group(1) + "'"));
    }

    @Test
    void hugeNumbersOfStatesAreNone() throws IOException {
        for (String number : new String[] {"3", "12345678901", "9".repeat(200)}) {
            var result = new Shell().run("explain", Scenarios.prize(folder), "--state", number);
            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.err())
                    .contains("There are states 0 to 2, and no " + number.substring(0, Math.min(20, number.length())));
        }
    }
}
