package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies and settings: paths in the file's own words.
class EditingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "azerbaijan wants line all | 3 | azerbaijan wants line all | 3",
                "azerbaijan wants line line-of-1994 | 3 | azerbaijan wants line line-of-1994 | 3",
                "azerbaijan fears moscow is fighting | 1 to 3 | azerbaijan fears moscow is fighting | 2",
                "usa/restrain costs | 2 | usa/restrain costs | 2",
                "usa/restrain then clash down 1 | 90% | usa/restrain then clash down 1 | .9",
                "truce brokers usa | 55% | truce brokers usa | .55",
                "truce brokers turkey | 55% | truce brokers turkey | .55",
                "truce signing costs azerbaijan line below districts | 1 | truce signing costs azerbaijan line below districts | 1",
                "truce signing costs armenia | 0.5 | truce signing costs armenia | .5",
                "truce lapses | every 8 weeks | truce lapses | 8",
                "breakthrough odds | 20% each week | breakthrough odds | .2",
                "breakthrough times ankara at least drones | 1 | breakthrough times ankara at least drones | 1",
                "csto answer within | 4 weeks | csto answer within | 4",
                "defaults looks ahead | 12 months | defaults looks ahead | 12",
                "azerbaijan looks ahead | 6 months | azerbaijan looks ahead | 6",
                "actors usa acts | every week | usa acts | 1",
                "azerbaijan/attack costs moscow is peacekeepers | {range: 1 to 2, per: guess} | azerbaijan/attack costs moscow is peacekeepers | 1.5",
            })
    void aPathLeadsToANumber(String path, String value, String id, double middle) throws Exception {
        Scenario scenario = ScenarioFile.load(Samples.SKETCH).with(Samples.set(path, value));
        Judgement judgement = Samples.judgement(scenario, id);
        assertThat(judgement.middle()).isEqualTo(middle);
        assertThat(judgement.position().file()).isEqualTo("--set");
    }

    @Test
    void whatAlwaysHoldsComesAfterEveryPolicy() throws Exception {
        ScenarioFile file = Samples.read(Samples.neighbours());
        var setting = Samples.setting("north/attack costs", "4");
        var more = Samples.setting("deal brokers east", "90%");
        ScenarioFile always = file.always(List.of(setting)).always(List.of(more));
        var same = new Edits(Optional.of("mild"), List.of(setting, more), List.of(), List.of());
        assertThat(always.with(Edits.policy("mild"))).isEqualTo(file.with(same));
        assertThat(always.with(Edits.none())).isEqualTo(always.scenario());
        assertThat(always.scenario().hash())
                .isEqualTo(file.with(new Edits(Optional.empty(), List.of(setting, more), List.of(), List.of()))
                        .hash())
                .isNotEqualTo(file.scenario().hash());
        assertThat(always.text()).isEqualTo(file.text());
        assertThat(file.always(List.of())).isSameAs(file);
        assertThat(catchThrowableOfType(
                        ScenarioException.class, () -> file.always(List.of(Samples.setting("nobody costs", "4")))))
                .isNotNull();
    }

    @Test
    void everyJudgementCanBeSetByItsId() throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        for (Judgement judgement : file.scenario().judgements()) {
            String value = switch (judgement.measure().form()) {
                case NUMBER -> "2";
                case SHARE -> "2%";
                case SHARE_EACH -> "2% each week";
                case EVERY -> judgement.id().matches(".*(acts|drifts)") ? "every 2 weeks" : "2 weeks";
                case POINTS_EACH -> "2 each week";
            };
            Scenario edited = file.with(Samples.set(judgement.id(), value));
            Judgement changed = Samples.judgement(edited, judgement.id());
            assertThat(changed.index()).isEqualTo(judgement.index());
            assertThat(changed.high()).as(judgement.id()).isIn(2.0, 0.02);
            assertThat(changed.per())
                    .as(judgement.id() + " shares no source it did not have")
                    .isEmpty();
            assertThat(edited.judgements()).hasSameSizeAs(file.scenario().judgements());
        }
    }

    @Test
    void structureMayChange() throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        assertThat(file.with(Samples.set("war start", "truce")).rows().get(1).start())
                .isZero();
        assertThat(file.with(Samples.set("clock horizon", "6 months")).clock().horizon())
                .isGreaterThan(26);
        assertThat(file.with(Samples.set("as_of", "2021-01-01")).asOf().getYear())
                .isEqualTo(2021);
        assertThat(file.with(Samples.set("choice", "tastes")).choice()).isEqualTo(Choice.TASTES);
        assertThat(file.with(Samples.set("usa fears", "{}")).actors().getLast().worths())
                .hasSize(1);
        Scenario wide = file.with(Edits.policy("wide-csto"));
        assertThat(wide.commitments().getFirst().covers()).containsExactly("armenia", "karabakh");
        assertThat(wide.commitments().getFirst().due().test().holds(Samples.board(wide, "war", "offensive")))
                .isTrue();
        assertThat(file.with(Samples.set("usa/restrain dormant", "true"))
                        .moves()
                        .get(5)
                        .dormant())
                .isTrue();
        assertThat(file.with(Samples.set("armenia claimed_by", "[usa]"))
                        .places()
                        .getFirst()
                        .claimedBy())
                .containsExactly("usa");
    }

    @Test
    void aNumberWithoutOwnerIsEverybodys() throws Exception {
        Scenario scenario = ScenarioFile.load(Samples.SKETCH).with(Samples.set("acts", "every month"));
        assertThat(scenario.actors().stream().map(actor -> actor.acts().id()).distinct())
                .containsExactly("defaults acts");
        String bare = Samples.neighbours(
                "defaults: {acts: every week, drifts: every 1 to 3 months per guess, looks ahead: 6 months per guess,"
                        + " sharpness: 20 to 200 per guess}\n",
                "",
                "actors:\n  north: {",
                "actors:\n  north: {acts: every week, drifts: every month, looks ahead: 1 year, sharpness: 20, ",
                "  south: {",
                "  south: {acts: every week, drifts: every month, looks ahead: 1 year, sharpness: 20, ",
                "east: {",
                "east: {drifts: every month, looks ahead: 1 year, sharpness: 20, ");
        Scenario sharper = Samples.read(bare).with(Samples.set("sharpness", "100"));
        assertThat(sharper.actors().stream()
                        .map(actor -> actor.sharpness().high())
                        .distinct())
                .containsExactly(100.0);
    }

    @Test
    void aPolicyIsAppliedFirstAndSettingsAfterIt() throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        Scenario channel = file.with(Edits.policy("channel"));
        assertThat(channel.policy()).isEqualTo("channel");
        assertThat(Samples.judgement(channel, "usa/restrain then clash down 1").high())
                .isEqualTo(.9);
        assertThat(Samples.judgement(channel, "usa/restrain then clash down 1").per())
                .contains("guess");
        assertThat(Samples.move(channel, "usa/broker-truce").dormant()).isTrue();
        Scenario after = file.with(new Edits(
                Optional.of("channel"),
                List.of(Samples.setting("usa acts", "every 3 weeks")),
                List.of("csto"),
                List.of("usa/broker-truce")));
        assertThat(Samples.judgement(after, "usa acts").high()).isEqualTo(3);
        assertThat(Samples.move(after, "usa/broker-truce").dormant()).isFalse();
        assertThat(after.commitments().getFirst().dormant()).isTrue();
    }

    @Test
    void hashesTellReadingsApart() throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        assertThat(List.of(
                        file.scenario().hash(),
                        file.with(Edits.policy("channel")).hash(),
                        file.with(Samples.set("usa acts", "every 3 weeks")).hash(),
                        file.with(Samples.set("usa acts", "every 4 weeks")).hash()))
                .doesNotHaveDuplicates();
        assertThat(file.with(Edits.none())).isSameAs(file.scenario());
        assertThat(file.with(Edits.policy("as-is"))).isEqualTo(file.scenario());
    }

    @Test
    void groupsThatLoseAMemberUnderAPolicyArePassedOver() throws Exception {
        String text = Samples.neighbours(
                "scores:",
                "together: [[north/attack costs, east acts], [incident odds, incident times war is truce]]\nscores:");
        ScenarioFile file = Samples.read(text);
        assertThat(file.scenario().together()).hasSize(2);
        Scenario edited = file.with(Samples.set("north/attack costs", "{always: 1, war is truce: 2}"));
        assertThat(edited.together()).hasSize(1);
    }

    private static String refusal(String path, String value) throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        return catchThrowableOfType(ScenarioException.class, () -> file.with(Samples.set(path, value)))
                .getMessage();
    }

    @Test
    void settingsThatCannotWorkSayWhy() throws Exception {
        assertThat(refusal("azerbajan looks ahead", "6 months")).isEqualTo("""
                --set:1:1
                    azerbajan looks ahead=6 months
                    ^^^^^^^^^^^^^^^^^^^^^
                  `azerbajan looks ahead` leads nowhere.
                  A path begins with a name of this file, or with `defaults` or `clock`.
                  Maybe `azerbaijan looks ahead`.
                """);
        assertThat(refusal("azerbaijan looks ahead", "6")).isEqualTo("""
                --set:1:24
                    azerbaijan looks ahead=6
                                           ^
                  This is no length of time.
                  A length of time, such as `2 weeks` or `4 to 9 months`.
                  Maybe `6 weeks`.
                """);
        assertThat(refusal("csto covers", "[armenia, karabach]"))
                .startsWith("--set:1:23\n")
                .contains("Maybe `karabakh`");
        assertThat(refusal("csto covers", "[armenia")).contains("This `[` is never closed");
        assertThat(refusal("csto covers", "")).contains("A setting without a value");
        assertThat(refusal("", "x")).contains("A setting without a path");
        assertThat(refusal("usa/restrain then clash down 2", "10%")).contains("there is: clash down 1, nothing");
        assertThat(refusal("usa/restrain", "often")).contains("takes a mapping, and this is a text");
        assertThat(refusal("war-goes-on if", "war is truce")).contains("`war-goes-on` is one value: it is set whole");
        assertThat(refusal("clock unit hour", "3")).contains("leads nowhere");
        assertThat(refusal("policies channel", "{}")).contains("A policy cannot change `policies`");
    }

    @Test
    void unknownPoliciesAndNamesSayWhatThereIs() throws Exception {
        ScenarioFile file = ScenarioFile.load(Samples.SKETCH);
        var policy = catchThrowableOfType(ScenarioException.class, () -> file.with(Edits.policy("chanel")));
        assertThat(policy.getMessage()).isEqualTo("""
                --policy:1:1
                    chanel
                    ^^^^^^
                  `chanel` is no policy.
                  Policies: as-is, channel, wide-csto.
                  Maybe `channel`.
                """);
        var forbid = catchThrowableOfType(
                ScenarioException.class,
                () -> file.with(new Edits(Optional.empty(), List.of(), List.of("usa/brokertruce"), List.of("war"))));
        assertThat(forbid.getMessage()).contains("Maybe `usa/broker-truce`").contains("`war` is no move");
    }

    @Test
    void onlyAnUnknownFirstWordIsStillGuessed() throws Exception {
        assertThat(refusal("azerbajan ever so far", "6 months")).contains("Maybe `azerbaijan`.");
        assertThat(refusal("azerbajan acts", "every day")).contains("Maybe `azerbaijan acts`.");
    }

    @Test
    void whatASettingBreaksElsewhereIsToldAtTheSetting() throws Exception {
        ScenarioFile file = Samples.read(Samples.neighbours());
        var one = catchThrowableOfType(
                ScenarioException.class, () -> file.with(Samples.set("stance levels", "[silent, public]")));
        assertThat(one.getMessage()).isEqualTo("""
                --set:1:1
                    stance levels=[silent, public]
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  With this setting, line 18 no longer works: `sworn` is no level of `stance`.
                  Its levels: silent, public.

                --set:1:1
                    stance levels=[silent, public]
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  With this setting, line 23 no longer works: `sworn` is no level of `stance`.
                  Its levels: silent, public.
                """);
        var many = catchThrowableOfType(ScenarioException.class, () -> file.with(Samples.set("war levels", "[a, b]")));
        assertThat(many.problems())
                .hasSize(4)
                .allMatch(problem -> problem.position().file().equals("--set"));
        assertThat(many.problems().getLast().found()).startsWith("With this setting, more no longer works, on lines 1");
    }

    @Test
    void ofSeveralSettingsTheOneThatBreaksALineIsBlamed() throws Exception {
        ScenarioFile file = Samples.read(Samples.neighbours());
        var settings = List.of(
                Samples.setting("east acts", "every 3 weeks"),
                Samples.setting("stance levels", "[silent, public]"),
                Samples.setting("north/attack costs", "1"));
        var thrown = catchThrowableOfType(
                ScenarioException.class, () -> file.with(new Edits(Optional.empty(), settings, List.of(), List.of())));
        assertThat(thrown.problems())
                .hasSize(2)
                .allMatch(problem -> problem.line().startsWith("stance levels="));
    }

    @Test
    void aPartOfADormantAgreementIsNotOpenedAlone() throws Exception {
        ScenarioFile file = Samples.read(
                Samples.neighbours("then: war to truce}\nmoves", "then: war to truce, dormant: true}\nmoves"));
        for (String part : List.of("south/sign-deal", "east/broker-deal")) {
            var edits = new Edits(Optional.empty(), List.of(), List.of(), List.of(part));
            var thrown = catchThrowableOfType(ScenarioException.class, () -> file.with(edits));
            assertThat(thrown.getMessage())
                    .contains("`" + part + "` is a part of the agreement `deal`, which is dormant as a whole.")
                    .contains("Allow `deal` instead");
        }
        Scenario open = file.with(new Edits(Optional.empty(), List.of(), List.of("east/broker-deal"), List.of("deal")));
        assertThat(Samples.move(open, "south/sign-deal").dormant()).isFalse();
        assertThat(Samples.move(open, "east/broker-deal").dormant()).isTrue();
    }
}
