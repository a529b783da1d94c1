package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.casus.app.Golden;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String BROKEN = Scenarios.PRIZE
            .replace("prize is taken: 2", "prise is taken: 2")
            .replace("odds: 5% each week", "odds: 5%")
            .replace("title: A prize", "titel: A prize");

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void aSoundScenarioIsSummedUp() throws IOException {
        var result = shell.run("check", Scenarios.prize(folder));
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("prize: no errors")
                .contains("3 of 6 combinations of levels can be reached")
                .contains("8 judgements: 0 with a source, 7 guesses, 1 without a source");
    }

    @Test
    void errorsComeAllAtOnceOnStandardError() throws IOException {
        String file = Scenarios.write(folder, "broken.yaml", BROKEN);
        var result = shell.run("check", file);
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        Golden.check("check-broken.txt", result.err().replace(file, "broken.yaml"));
        assertThat(shell.run("solve", file)).isEqualTo(new Shell.Result(3, "", result.err()));
    }

    @Test
    void jsonFitsItsSchemaWithAndWithoutErrors() throws IOException {
        var sound = shell.run("check", Scenarios.prize(folder), "--json");
        assertThat(sound.exit()).isZero();
        assertThat(Schemas.complaints("check-1.schema.json", sound.out())).isEmpty();
        var broken = shell.run("check", Scenarios.write(folder, "broken.yaml", BROKEN), "--json");
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(Schemas.complaints("check-1.schema.json", broken.out())).isEmpty();
        assertThat(broken.out()).contains("\"valid\": false").contains("\"line\": 2");
    }
}
