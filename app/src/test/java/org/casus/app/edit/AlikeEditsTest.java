package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.casus.app.json.Json;
import org.casus.app.json.Schemas;
import org.casus.app.json.SheetJson;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// One number of several actors that are alike: what the editor writes, the sheet shows and `--set` does.
class AlikeEditsTest {

    private static final String TEXT = """
            # Two neighbours and a third.
            format: casus/1
            title: Neighbours
            as_of: 2020-10-12
            clock: {unit: week, horizon: 12}
            sources: {report: {title: A report}}
            defaults: {drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
            alike: [iran, iraq]
            board:
              arms-iran: {levels: [low, high], start: low}
              arms-iraq: {levels: [low, high], start: low}
            actors:
              iran:
                acts: every 2 weeks per guess  # nobody knows
                wants: {arms-iran is high: &gain 2 to 3}
                fears: {arms-iraq is high: 1}
              iraq:
                acts: { range: 'every 2 weeks', why: Said so }
                wants: {arms-iraq is high: *gain}
                fears: {arms-iran is high: "1 per report p2"}
              usa: {acts: every 2 weeks, wants: {arms-iran is low and arms-iraq is low: 3}}
            moves:
              iran/arm: &arm {if: arms-iran is low, costs: 1 to 2 , then: arms-iran up 1}
              iraq/arm: {if: arms-iraq is low, costs: 1 to 2, then: arms-iraq up 1}
            outcomes:
              armed: "arms-iran is high and arms-iraq is high"
              open: otherwise
            policies:
              apart: {set: {alike: [], iraq/arm costs: 3}}
            """;

    private static ScenarioFile file(String text) throws ScenarioException {
        return ScenarioFile.of("neighbours", "neighbours.yaml", text);
    }

    private static String edited(String text, Edit edit) {
        Edited edited = new Editor("neighbours", "neighbours.yaml").apply(text, List.of(edit));
        assertThat(edited.problems()).isEmpty();
        assertThat(edited.sound()).isTrue();
        return edited.text();
    }

    private static Judgement named(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(j -> j.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNumberIsWrittenForAllThatHaveItAndNothingElseChanges() {
        String both = TEXT.replace("costs: 1 to 2 ,", "costs: 1 to 5 ,").replace("costs: 1 to 2,", "costs: 1 to 5,");
        assertThat(edited(TEXT, Edit.of("iran/arm costs", "1 to 5"))).isEqualTo(both);
        assertThat(edited(TEXT, Edit.of("iraq/arm costs", "1 to 5"))).isEqualTo(both);
        assertThat(edited(both, Edit.of("iraq/arm costs", "1 to 2"))).isEqualTo(TEXT);
    }

    @Test
    void eachIsWrittenAsItStands() {
        assertThat(edited(TEXT, Edit.of("iran acts", "every 3 to 4 weeks")))
                .isEqualTo(TEXT.replace("acts: every 2 weeks per guess  #", "acts: every 3 to 4 weeks per guess  #")
                        .replace("range: 'every 2 weeks'", "range: 'every 3 to 4 weeks'"));
        assertThat(edited(TEXT, Edit.of("iraq fears arms-iran is high", "2").per("report p3")))
                .isEqualTo(TEXT.replace("arms-iraq is high: 1}", "arms-iraq is high: 2 per report p3}")
                        .replace("\"1 per report p2\"", "\"2 per report p3\""));
    }

    @Test
    void whatAnAnchorRepeatsForThemAloneIsWrittenOnce() {
        String once = TEXT.replace("&gain 2 to 3", "&gain 4");
        assertThat(edited(TEXT, Edit.of("iran wants arms-iran is high", "4"))).isEqualTo(once);
        assertThat(edited(TEXT, Edit.of("iraq wants arms-iraq is high", "4"))).isEqualTo(once);
    }

    @Test
    void whatAnAnchorRepeatsForOthersTooIsStillRefused() {
        String shared = TEXT.replace("arms-iraq is low: 3}", "arms-iraq is low: *gain}");
        Edited edited = new Editor("x", "x").apply(shared, List.of(Edit.of("iraq wants arms-iraq is high", "4")));
        assertThat(edited.made()).isZero();
        assertThat(edited.text()).isEqualTo(shared);
        assertThat(edited.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("is written once and repeated elsewhere"));
    }

    @Test
    void aFormThatTheyShareIsWrittenOnce() {
        String shared = TEXT.replace(
                        "acts: every 2 weeks per guess  # nobody knows", "acts: &pace {range: every 2 weeks}")
                .replace("acts: { range: 'every 2 weeks', why: Said so }", "acts: *pace");
        assertThat(edited(shared, Edit.of("iraq acts", "every 3 weeks").because("Slow")))
                .isEqualTo(shared.replace("{range: every 2 weeks}", "{range: every 3 weeks, why: Slow}"));
        String fears = TEXT.replace("fears: {arms-iraq is high: 1}", "fears: &fear {both-armed is yes: 1}")
                .replace("fears: {arms-iran is high: \"1 per report p2\"}", "fears: *fear")
                .replace("board:\n", "board:\n  both-armed: {levels: [no, yes], start: no}\n");
        assertThat(edited(fears, Edit.of("iraq fears both-armed is yes", "2")))
                .isEqualTo(fears.replace("{both-armed is yes: 1}", "{both-armed is yes: 2}"));
    }

    @Test
    void aFormThatMeansOtherNumbersToEachIsStillRefused() {
        String crossed = TEXT.replace(
                        "wants: {arms-iran is high: &gain 2 to 3}",
                        "wants: &both {arms-iran is high: 2, arms-iraq is high: 2}")
                .replace("wants: {arms-iraq is high: *gain}", "wants: *both");
        Edited edited = new Editor("x", "x").apply(crossed, List.of(Edit.of("iran wants arms-iran is high", "4")));
        assertThat(edited.text()).isEqualTo(crossed);
        assertThat(edited.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("is written once and repeated elsewhere"));
    }

    @Test
    void theEditorDoesWhatASettingDoes() throws ScenarioException {
        ScenarioFile file = file(TEXT);
        for (Judgement judgement : file.scenario().judgements()) {
            String value = judgement.id().endsWith("acts") || judgement.id().endsWith("drifts")
                    ? "every 5 to 6 weeks"
                    : judgement.id().endsWith("ahead") ? "30 weeks" : "5 to 6";
            Scenario written =
                    file(edited(TEXT, Edit.of(judgement.id(), value))).scenario();
            var set = new Policy.Setting(judgement.id(), value, new Position("--set", 1, 1, 1));
            Scenario asSet = file.with(new Edits(Optional.empty(), List.of(set), List.of(), List.of()));
            for (Judgement each : file.scenario().judgements()) {
                Judgement one = named(written, each.id());
                Judgement two = named(asSet, each.id());
                assertThat(List.of(one.low(), one.high(), one.measure()))
                        .as(judgement.id() + ": " + each.id())
                        .isEqualTo(List.of(two.low(), two.high(), two.measure()));
            }
        }
    }

    @Test
    void theSheetSaysWhoHasItTooAndThatItCanBeSet() throws ScenarioException {
        FactSheet sheet = FactSheet.of(file(TEXT), "neighbours.yaml");
        assertThat(sheet.numbers())
                .allSatisfy(line ->
                        assertThat(line.settable()).as(line.judgement().id()).isTrue());
        var iraq = sheet.numbers().stream()
                .filter(line -> line.judgement().id().equals("iraq/arm costs"))
                .findFirst()
                .orElseThrow();
        assertThat(iraq.same())
                .contains(new FactSheet.Same(
                        List.of("iran/arm costs", "iraq/arm costs"),
                        List.of("iran", "iraq"),
                        "same for Iran and Iraq"));
        assertThat(sheet.numbers().stream()
                        .filter(line -> line.same().isEmpty())
                        .map(line -> line.judgement().id()))
                .contains("usa acts", "usa wants arms-iran is low and arms-iraq is low")
                .doesNotContain("iran acts", "iraq acts");
        String json = Json.text(SheetJson.of(sheet));
        assertThat(Schemas.complaints("sheet-1.schema.json", json)).isEmpty();
        assertThat(json).contains("\"words\": \"same for Iran and Iraq\"");
    }

    @Test
    void aPolicyThatTellsThemApartIsKeptAsItIs() throws ScenarioException {
        Edited kept = new PolicyText("x", "x")
                .keep(TEXT, "dearer", "", Optional.empty(), List.of(Edit.of("iran/arm costs", "5")));
        assertThat(kept.sound()).isTrue();
        Scenario dearer = kept.file().orElseThrow().with(Edits.policy("dearer"));
        assertThat(named(dearer, "iraq/arm costs").low()).isEqualTo(5);
        Scenario apart = file(TEXT).with(Edits.policy("apart"));
        assertThat(named(apart, "iran/arm costs").low()).isEqualTo(1);
        assertThat(named(apart, "iraq/arm costs").low()).isEqualTo(3);
    }
}
