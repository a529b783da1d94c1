package org.casus.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class MoversTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    private static Map<String, Double> swings(ScenarioFile file, View view) throws Exception {
        var desk = new Desk(file, SETTINGS);
        var movers = Movers.of(file.with(view.edits()), desk.sharp(view), Optional.of("armed"), SETTINGS);
        return movers.movers().stream()
                .collect(Collectors.toMap(mover -> mover.judgement().id(), Mover::swing));
    }

    private static double sum(Map<String, Double> swings, String... ids) {
        return List.of(ids).stream().mapToDouble(swings::get).sum();
    }

    /// Its swing is that of all of them, moved one by one in the same game with nobody declared alike.
    @Test
    void aNumberOfAlikeActorsMovesOnceAndForAll() throws Exception {
        String text = Files.readString(Path.of("../engine/src/test/resources/alike.yaml"));
        ScenarioFile alike = ScenarioFile.of("x", "x", text);
        var together = swings(alike, View.AS_IS);
        var apart = swings(ScenarioFile.of("x", "x", text.replace("alike: [iran, iraq, kuwait]\n", "")), View.AS_IS);
        assertThat(together).containsOnlyKeys("iran wants arms-iran is high", "iran/arm costs");
        assertThat(together.get("iran/arm costs"))
                .isCloseTo(sum(apart, "iran/arm costs", "iraq/arm costs", "kuwait/arm costs"), within(1e-6));
        assertThat(together.get("iran wants arms-iran is high"))
                .isCloseTo(
                        sum(
                                apart,
                                "iran wants arms-iran is high",
                                "iraq wants arms-iraq is high",
                                "kuwait wants arms-kuwait is high"),
                        within(1e-6))
                .isNotCloseTo(0, within(1e-3));
        // A policy that tells them apart gives each its own.
        assertThat(swings(alike, new View("one-alone", List.of())))
                .containsKeys("iran/arm costs", "kuwait/arm costs", "iraq wants arms-iraq is high");
    }
}
