package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SketchTest {

    static final Path SKETCH = Path.of("src/test/resources/sketch.yaml");

    @Test
    void reads() throws Exception {
        Scenario scenario = ScenarioFile.load(SKETCH).scenario();
        assertThat(scenario.name()).isEqualTo("sketch");
        assertThat(scenario.rows()).hasSize(8);
    }
}
