package org.casus.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.app.text.SampleAnswers;
import org.junit.jupiter.api.Test;

class SolveJsonTest {

    @Test
    void everyAnswerFitsItsSchema() {
        for (var answer : java.util.List.of(
                SampleAnswers.solved(), SampleAnswers.unsolved(), SampleAnswers.several(), SampleAnswers.alone())) {
            assertThat(Schemas.complaints("solve-1.schema.json", Json.text(SolveJson.of(answer))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNotOne() {
        String text = Json.text(SolveJson.of(SampleAnswers.solved()));
        assertThat(Schemas.complaints("solve-1.schema.json", text.replace("\"residual\"", "\"rest\"")))
                .isNotEmpty();
        assertThat(Schemas.complaints("solve-1.schema.json", text.replace("0.43", "\"43%\"")))
                .isNotEmpty();
    }

    @Test
    void numbersComeBackAsTheyWere() {
        String text = Json.text(SolveJson.of(SampleAnswers.solved()));
        assertThat(text)
                .contains("\"residual\": 3.1E-11")
                .contains("\"equilibria\": 1,")
                .contains("\"iterations\": 44,")
                .contains("\"war\": 0.43,")
                .endsWith("}\n");
    }
}
