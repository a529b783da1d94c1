package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {

    private static List<String> warnings(String id, String... changes) throws Exception {
        assertThat(Lint.RULES).contains(id);
        return Lint.of(Samples.scenario(Samples.neighbours(changes))).stream()
                .filter(warning -> warning.id().equals(id))
                .map(Warning::text)
                .toList();
    }

    @Test
    void aRunningCostIsLarge() throws Exception {
        assertThat(warnings("running-cost")).isEmpty();
        assertThat(warnings("running-cost", "0.1 each week per guess", "0.3 to 0.7 each week per guess"))
                .containsExactly(
                        "`east fears war is offensive`: 0.5 each week is 13.04 points over the 26.09 weeks that"
                                + " east looks ahead, more than all it could gain or lose (10). State what living with it for"
                                + " ever is worth, or a smaller flow.");
    }

    @Test
    void aMoveAndItsReverseShouldCostSomething() throws Exception {
        String[] there = {"  east/recognise:", """
              south/rise: {if: war below offensive, costs: 0.1, then: war up 1}
              south/sink: {if: war above truce, costs: 0.1, then: {war down 1: 50%, nothing: rest}}
              east/recognise:""".indent(2).stripTrailing()};
        assertThat(warnings("free-reversal", there))
                .containsExactly(
                        "`south/sink` undoes `south/rise`, and there and back cost 0.2 points: such pairs flap."
                                + " A way there and back at 0.3 to 0.8 points is usual.");
        there[1] = there[1].replace("0.1", "0.3");
        assertThat(warnings("free-reversal", there)).isEmpty();
        there[1] = there[1].replace("0.3", "0").replace("war above truce", "war is truce");
        assertThat(warnings("free-reversal", there)).isEmpty();
    }

    @Test
    void sayingAMoveTwiceChangesNothing() throws Exception {
        String twice = "  north/push: {if: war is truce, costs: 3, then: war up 1}\n  east/recognise:";
        assertThat(warnings("equal-effect", "  east/recognise:", twice)).hasSize(1);
        assertThat(warnings("equal-effect", "  east/recognise:", twice.replace("war is truce", "war is offensive")))
                .isEmpty();
        assertThat(warnings("equal-effect", "  east/recognise:", twice.replace("war up 1", "war up 2")))
                .isEmpty();
    }

    @Test
    void aFreeOneWayMoveIsDriftedInto() throws Exception {
        String free = "east/recognise: {then: stance to public}";
        assertThat(oneWay(free))
                .containsExactly("`east/recognise` costs nothing, changes nothing that east wants or fears, and cannot"
                        + " be undone. A move worth nothing is drifted into sooner or later: give it a price, a worth or"
                        + " a way back.");
        assertThat(oneWay("east/recognise: {costs: 1, then: stance to public}")).isEmpty();
        assertThat(oneWay("east/recognise: {if: stance is sworn, then: stance to public}"))
                .isEmpty();
        assertThat(oneWay(free, "war is offensive: 0.1 each week per guess", "stance is public: 1"))
                .isEmpty();
        assertThat(oneWay(free, "binds: south, to: defend east", "binds: east, to: defend south"))
                .isEmpty();
    }

    private static List<String> oneWay(String move, String... changes) throws Exception {
        String[] all = {
            "east/recognise: {dormant: true, costs: 1, then: stance to public}", move,
            "binds: east, to: defend south", "binds: south, to: defend east",
            "{if: pact is due, then", "{if: pact is due, costs: 1, then"
        };
        String[] together = java.util.Arrays.copyOf(all, all.length + changes.length);
        System.arraycopy(changes, 0, together, all.length, changes.length);
        return warnings("one-way", together);
    }

    @Test
    void rowsThatNothingDependsOn() throws Exception {
        assertThat(warnings("idle-row")).isEmpty();
        assertThat(warnings("idle-row", "kept by: stance is sworn", "kept by: war is truce"))
                .containsExactly("Nothing depends on `stance`: no condition mentions it. It multiplies the states by up"
                        + " to 3.");
    }

    @Test
    void commitmentsThatNobodyCanTest() throws Exception {
        assertThat(warnings("never-due")).isEmpty();
        assertThat(warnings("never-due", "offensive by north", "offensive by south"))
                .hasSize(1);
    }

    @Test
    void signaturesShouldCostSomething() throws Exception {
        assertThat(warnings("free-signature")).isEmpty();
        assertThat(warnings("free-signature", "signing costs: {north: 0.5}, ", ""))
                .hasSize(1);
        assertThat(warnings("free-signature", "signing costs: {north: 0.5}, ", "dormant: true, "))
                .isEmpty();
    }

    @Test
    void drifts() throws Exception {
        assertThat(warnings("point-drifts", "drifts: every 1 to 3 months per guess", "drifts: every month"))
                .hasSize(1);
        assertThat(warnings("drifts-faster-than-acts", "drifts: every 1 to 3 months per guess", "drifts: every day"))
                .hasSize(3);
    }

    @Test
    void guessesAreCounted() throws Exception {
        assertThat(warnings("guesses"))
                .containsExactly("Of 17 numbers: 2 per article, 9 guesses, 6 without source (defaults acts, east acts,"
                        + " pact answer within, deal signing costs north, east/recognise costs, …).");
    }

    @Test
    void sourcesThatNothingRefersTo() throws Exception {
        assertThat(warnings("unused-source")).isEmpty();
        assertThat(warnings("unused-source", "sources:\n", "sources:\n  other: Another one\n"))
                .containsExactly("No number and no claim refers to `other`.");
    }

    private static List<String> assumed(String test, String... changes) throws Exception {
        String[] all = java.util.Arrays.copyOf(changes, changes.length + 2);
        all[changes.length] = "test: under mild odds of peace fall";
        all[changes.length + 1] = "test: " + test;
        return warnings("assumed", all);
    }

    @Test
    void claimsThatFollowFromOneInput() throws Exception {
        assertThat(warnings("assumed")).isEmpty();
        assertThat(assumed("without north/attack odds ever of north/attack fall"))
                .containsExactly("`talk` follows from one input: without `north/attack` there is no `north/attack`."
                        + " It will be reported as assumed, not as found.");
        assertThat(assumed("without deal north/sign-deal is played less")).hasSize(1);
        assertThat(assumed("under mild odds ever of east/broker-deal fall")).hasSize(1);
        assertThat(assumed("north/attack is played less when war is offensive than when war is truce"))
                .first()
                .asString()
                .contains("its `if` closes");
        assertThat(assumed("north/attack is played more when war is offensive than when war is truce"))
                .isEmpty();
        assertThat(assumed(
                        "north/attack is played less when stance is sworn than when stance is public",
                        "costs: 1 to 2 per guess",
                        "costs: {always: 1, stance is sworn: 2}",
                        "{set: {north/attack costs: 3 per guess}, forbid: [east/broker-deal]}",
                        "{}"))
                .first()
                .asString()
                .contains("the price of `north/attack` is higher there");
        assertThat(assumed("under mild north/attack is played less"))
                .first()
                .asString()
                .contains("the policy sets `north/attack costs`");
    }

    @Test
    void warningsComeInTheOrderOfTheFile() throws Exception {
        List<Warning> warnings = Lint.of(ScenarioFile.load(Samples.SKETCH).scenario());
        assertThat(warnings.stream().map(w -> w.position().line())).isSorted();
        assertThat(warnings.getFirst().toString())
                .startsWith("src/test/resources/sketch.yaml:1:1: Of 42 numbers")
                .endsWith("[guesses]");
    }
}
