package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.casus.scenario.Claim.Relation;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Claim.Test.Against;
import org.casus.scenario.Claim.Test.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTextTest {

    private static final Guard TRUCE = new Guard("war is truce", new Condition.On(0, 1));
    private static final Setting AS_IS = new Setting.AsIs();
    private static final Setting MILD = new Setting.Under("mild");
    private static final Quantity ATTACK = new Quantity.Play(0, Optional.empty());

    private static Claim.Test read(String test) throws Exception {
        String text = Samples.neighbours("test: under mild odds of peace fall", "test: \"" + test + "\"");
        return Samples.scenario(text).claims().getFirst().test().orElseThrow();
    }

    private static Quantity attackWhen(int level) {
        return new Quantity.Play(0, Optional.of(new Quantity.Standing(0, level)));
    }

    @Test
    void aClaimThatFailsIsAnErrorUnlessItSaysOtherwise() throws Exception {
        assertThat(severity("")).isEqualTo(Claim.Severity.ERROR);
        assertThat(severity(", severity: error")).isEqualTo(Claim.Severity.ERROR);
        assertThat(severity(", severity: warning")).isEqualTo(Claim.Severity.WARNING);
        assertThatThrownBy(() -> severity(", severity: grave"))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.legal()).contains("error", "warning")));
    }

    private static Claim.Severity severity(String more) throws Exception {
        String test = "test: under mild odds of peace fall";
        return Samples.scenario(Samples.neighbours(test, test + more))
                .claims()
                .getFirst()
                .severity();
    }

    @Test
    void bounds() throws Exception {
        var peace = new Quantity.OddsAt(new Guard("peace", new Condition.On(0, 1)));
        assertThat(read("odds of peace above 20%")).isEqualTo(new Bound(AS_IS, peace, Relation.ABOVE, .2));
        assertThat(read("under mild odds of peace at most 20%"))
                .isEqualTo(new Bound(MILD, peace, Relation.AT_MOST, .2));
        assertThat(read("odds of war is truce at least 20%"))
                .isEqualTo(new Bound(AS_IS, new Quantity.OddsAt(TRUCE), Relation.AT_LEAST, .2));
        assertThat(read("odds ever of war is truce below 5%"))
                .isEqualTo(new Bound(AS_IS, new Quantity.OddsEver(TRUCE), Relation.BELOW, .05));
        assertThat(read("odds ever of north/attack above 50%"))
                .isEqualTo(new Bound(AS_IS, new Quantity.OddsEverMade(0), Relation.ABOVE, .5));
        assertThat(read("weeks with war is truce at least 4"))
                .isEqualTo(new Bound(AS_IS, new Quantity.TimeWith(TRUCE, TimeUnit.WEEK), Relation.AT_LEAST, 4));
        assertThat(read("weeks with war is truce at least 14 days"))
                .isEqualTo(new Bound(AS_IS, new Quantity.TimeWith(TRUCE, TimeUnit.WEEK), Relation.AT_LEAST, 2));
        assertThat(read("north/attack is played above 0.5")).isEqualTo(new Bound(AS_IS, ATTACK, Relation.ABOVE, .5));
    }

    @Test
    void conditionsEndWhereBoundsBegin() throws Exception {
        Bound bound = (Bound) read("odds of war at least skirmishes at least 20%");
        assertThat(bound.quantity())
                .isEqualTo(new Quantity.OddsAt(new Guard("war at least skirmishes", new Condition.On(0, 6))));
        bound = (Bound) read("odds of war is truce or skirmishes above 20%");
        assertThat(bound.quantity())
                .isEqualTo(new Quantity.OddsAt(new Guard("war is truce or skirmishes", new Condition.On(0, 3))));
        bound = (Bound) read("odds of (war is truce or stance is sworn) and pact is not broken at most 5%");
        assertThat(bound.bound()).isEqualTo(.05);
    }

    @Test
    void theFirstOutcomeThatMatchesCounts() throws Exception {
        Bound bound = (Bound) read("odds of it-goes-on above 20%");
        assertThat(bound.quantity())
                .isEqualTo(new Quantity.OddsAt(new Guard(
                        "it-goes-on",
                        new Condition.All(List.of(new Condition.Not(new Condition.On(0, 1)), Condition.always())))));
    }

    @Test
    void differences() throws Exception {
        var odds = new Quantity.OddsAt(TRUCE);
        assertThat(read("under mild odds of war is truce rise"))
                .isEqualTo(new Against(MILD, odds, AS_IS, odds, true, .01, false));
        assertThat(read("under mild odds of war is truce falls by 20 points"))
                .isEqualTo(new Against(MILD, odds, AS_IS, odds, false, .2, false));
        var without = new Setting.Without(List.of("pact", "deal"));
        assertThat(read("without pact, deal odds of war is truce rise by 1 point"))
                .isEqualTo(new Against(without, odds, AS_IS, odds, true, .01, false));
        assertThat(read("without pact and deal odds of war is truce rise by 1 point"))
                .isEqualTo(new Against(without, odds, AS_IS, odds, true, .01, false));
        var weeks = new Quantity.TimeWith(TRUCE, TimeUnit.WEEK);
        assertThat(read("under mild weeks with war is truce fall by 2"))
                .isEqualTo(new Against(MILD, weeks, AS_IS, weeks, false, 2, false));
        assertThat(read("under mild weeks with war is truce fall"))
                .isEqualTo(new Against(MILD, weeks, AS_IS, weeks, false, .05, true));
        assertThat(read("under mild weeks with war is truce fall by 10%"))
                .isEqualTo(new Against(MILD, weeks, AS_IS, weeks, false, .1, true));
        assertThat(read("odds of war is truce above odds of war is offensive by 10 points"))
                .isEqualTo(new Against(
                        AS_IS,
                        odds,
                        AS_IS,
                        new Quantity.OddsAt(new Guard("war is offensive", new Condition.On(0, 4))),
                        true,
                        .1,
                        false));
    }

    @Test
    void play() throws Exception {
        assertThat(read("without pact north/attack is played more by 20%"))
                .isEqualTo(new Against(new Setting.Without(List.of("pact")), ATTACK, AS_IS, ATTACK, true, .2, true));
        assertThat(read("north/attack is played less when war is truce than when war is skirmishes"))
                .isEqualTo(new Against(AS_IS, attackWhen(0), AS_IS, attackWhen(1), false, .05, true));
        assertThat(read("under mild north/attack is played more by 10% when war is truce than when war is skirmishes"))
                .isEqualTo(new Against(MILD, attackWhen(0), MILD, attackWhen(1), true, .1, true));
        assertThat(read("north/attack is played more when deal is offered than when deal is signed-by-north by 10%"))
                .isEqualTo(new Against(
                        AS_IS,
                        new Quantity.Play(0, Optional.of(new Quantity.Standing(2, 1))),
                        AS_IS,
                        new Quantity.Play(0, Optional.of(new Quantity.Standing(2, 2))),
                        true,
                        .1,
                        true));
        assertThat(read("north/attack is played less than east/swear"))
                .isEqualTo(new Against(AS_IS, ATTACK, AS_IS, new Quantity.Play(1, Optional.empty()), false, .05, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "odds peace above 20% | cannot follow `odds`",
                "odds of | missing",
                "odds | Odds of what?",
                "odds of peace | does not say what should be true",
                "odds of peace above | A number is missing",
                "odds of peace at least odds of it-goes-on | A number is missing",
                "odds of peace above 120% | Odds above 100%",
                "odds of peace above 20% please | is not understood here",
                "odds of war is truce above 20 points | no odds",
                "odds of war is peace above 20% | no level of `war`",
                "weeks with war is truce above 20% | is no time",
                "weeks with war is trouce above 2 | Maybe `truce`",
                "weeks above 2 | Time with what?",
                "north/attack is played | Played how?",
                "north/attack is played often | is not understood",
                "north/attack is played above 20% | is no rate",
                "north/attack | A move alone",
                "north/attack is played less when war is truce | Compared with when?",
                "north/attack is played less when war is truce than when war is truce | The same level",
                "north/attack is played less when war at least truce than when war is truce | One row on one of its",
                "north/attack is played less when than when war is truce | no row",
                "north/attack is played less than west/attack | is no move",
                "north/attack is played less than | A move is missing",
                "without pact north/attack is played less by 2 | compared in per cent",
                "without pact north/attack is played less by much | By how much?",
                "under mild odds of peace fall by much | By how much?",
                "under mild odds of peace fall by 0.2 | counted in points",
                "under war odds of peace fall | and no policy",
                "without war odds of peace fall | is a row and no move",
                "without pact, odds of peace fall | `odds` is no move",
            })
    void testsThatMeanNothingSayWhy(String test, String expected) throws Exception {
        String text = Samples.neighbours("test: under mild odds of peace fall", "test: \"" + test + "\"");
        var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read(text));
        assertThat(thrown).as(test).isNotNull();
        assertThat(thrown.getMessage()).contains(expected);
        assertThat(thrown.problems()).as(thrown.getMessage()).hasSize(1);
    }

    @Test
    void whatCannotBeTestedIsKept() throws Exception {
        Claim claim = Samples.scenario(Samples.neighbours(
                        "test: under mild odds of peace fall", "untestable: \"It speaks of motives, not of moves.\""))
                .claims()
                .getFirst();
        assertThat(claim.test()).isEmpty();
        assertThat(claim.untestable()).contains("It speaks of motives, not of moves.");
    }

    @Test
    void scoresMayHaveATitle() throws Exception {
        Score score = Samples.scenario(Samples.neighbours(
                        "{quiet: weeks with war is truce}",
                        "{quiet: {title: Weeks of quiet, quantity: months with war is truce}}"))
                .scores()
                .getFirst();
        assertThat(score.title()).isEqualTo("Weeks of quiet");
        assertThat(score.quantity()).isEqualTo(new Quantity.TimeWith(TRUCE, TimeUnit.MONTH));
    }
}
