package org.casus.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casus.app.edit.Edit;
import org.casus.app.edit.Editor;
import org.junit.jupiter.api.Test;

class EditJsonTest {

    private static final String TEXT = """
            format: casus/1
            title: One
            as_of: 2024-01-01
            clock: {unit: week, horizon: 4}
            board:
              light: {levels: [off, on], start: off}
            actors:
              ann:
                acts: every week
                drifts: every 4 weeks
                looks ahead: 5 weeks  # not far
                sharpness: 10
                wants: {light is on: 2}
            moves:
              ann/switch: {if: light is off, then: light to on}
            outcomes:
              lit: {if: light is on}
              dark: {if: otherwise}
            """;

    @Test
    void textProblemsAndDifference() {
        var edited = new Editor("one", "one.yaml").apply(TEXT, List.of(Edit.of("ann looks ahead", "6 weeks")));
        assertThat(EditJson.of(TEXT, edited).get("problems").size()).isZero();
        assertThat(EditJson.diff(org.casus.app.edit.LineDiff.of(TEXT, edited.text()))
                        .toString())
                .isEqualTo("[{\"line\":11,\"newLine\":11,\"before\":[\"    looks ahead: 5 weeks  # not far\"],"
                        + "\"after\":[\"    looks ahead: 6 weeks  # not far\"]}]");
        var wrong = new Editor("one", "one.yaml").apply(TEXT, List.of(Edit.of("ann looks ahead", "6")));
        var problem = EditJson.of(TEXT, wrong).get("problems").get(0);
        assertThat(problem.get("severity").asString()).isEqualTo("error");
        assertThat(problem.get("line").asInt()).isEqualTo(11);
        assertThat(problem.get("message").asString()).isEqualTo("This is no length of time.");
        assertThat(problem.get("advice").get(0).asString()).contains("A length of time");
    }
}
