package org.casus.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.chain.Chain;
import org.casus.chain.Forecast;
import org.casus.chain.Transient;
import org.casus.equilibrium.Settings;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.game.Structure;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.theory.Solved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped reference crisis: it has the parts it must have, it solves, and what theory
/// demands of it comes out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceCaseTest {

    /// Comparisons need the equilibrium, not its neighbourhood to a tenth of a step: long steps
    /// end at the same one.
    private static final Settings BRISK = Settings.standard().withStepTolerance(1);

    private final ScenarioFile file;
    private final Scenario scenario;
    private final Map<String, Reading> readings = new HashMap<>();

    ReferenceCaseTest() throws Exception {
        file = ScenarioFile.load(Path.of("..", "scenarios", "nagorno-karabakh-2020", "scenario.yaml"));
        scenario = file.scenario();
    }

    /// The scenario under a policy: each solved once.
    private Reading under(String policy) throws Exception {
        Reading known = readings.get(policy);
        if (known == null) {
            Scenario edited = file.with(Edits.policy(policy));
            Solved solved = Solved.of(edited, Map.of(), BRISK);
            known = new Reading(
                    edited,
                    solved.forecast(8),
                    solved.space().size(),
                    solved.solution().residual(),
                    policy.equals("as-is") ? readiness(solved) : Double.NaN);
            readings.put(policy, known);
        }
        return known;
    }

    /// How much readier Baku is to sign the offered truce with Ankara at words than with fighters,
    /// everything else equal: the difference of the rates in matched states, weighted by the time
    /// spent with fighters.
    private static double readiness(Solved solved) {
        var question = new Transient.Question(new double[] {26}, List.of(), 26);
        double[] time = Transient.of(Chain.of(solved.solution()), question, 2).occupation();
        Map<List<Integer>, Integer> words = signing(solved, "words");
        double sum = 0;
        double weight = 0;
        for (Map.Entry<List<Integer>, Integer> fighters :
                signing(solved, "fighters").entrySet()) {
            int there = words.getOrDefault(fighters.getKey(), -1);
            if (there < 0) {
                continue;
            }
            double spent = time[state(solved, fighters.getValue())];
            double[] rate = solved.solution().rate();
            sum += spent * (rate[there] - rate[fighters.getValue()]);
            weight += spent;
        }
        assertThat(weight).as("weeks in which it could sign").isGreaterThan(0.1);
        return sum / weight;
    }

    /// The plays in which Baku may sign the truce with Ankara on `level`, by the levels of all
    /// other rows.
    private static Map<List<Integer>, Integer> signing(Solved solved, String level) {
        StateSpace space = solved.space();
        Game game = solved.solution().game();
        Row ankara = space.scenario().rows().stream()
                .filter(row -> row.id().equals("ankara"))
                .findFirst()
                .orElseThrow();
        Map<List<Integer>, Integer> plays = new LinkedHashMap<>();
        for (int x = 0; x < game.states; x++) {
            int[] board = space.board(x);
            if (board[ankara.index()] != ankara.levels().indexOf(level)) {
                continue;
            }
            board[ankara.index()] = 0;
            for (int p = game.playStart[x]; p < game.playStart[x + 1]; p++) {
                if (space.scenario()
                        .moves()
                        .get(game.playMove[game.entry(x, p)])
                        .id()
                        .equals("azerbaijan/sign-truce")) {
                    plays.put(Arrays.stream(board).boxed().toList(), p);
                }
            }
        }
        return plays;
    }

    /// The state a play belongs to.
    private static int state(Solved solved, int play) {
        int found = Arrays.binarySearch(solved.solution().game().playStart, play);
        int x = found >= 0 ? found : -found - 2;
        while (solved.solution().game().playStart[x + 1] <= play) {
            x++;
        }
        return x;
    }

    @Test
    void hasTheRowsOthersBuildOn() {
        assertThat(scenario.rows()).extracting(Row::id).contains("line", "war", "ankara", "moscow", "clash");
        assertThat(scenario.rows().getFirst().levels())
                .containsExactly("line-of-1994", "foothills", "districts", "shusha", "all");
        assertThat(scenario.rows())
                .filteredOn(row -> row.id().equals("moscow"))
                .singleElement()
                .satisfies(moscow -> assertThat(moscow.levels()).contains("fighting"));
    }

    @Test
    void hasTheActorsOutcomesAndPoliciesOthersBuildOn() {
        assertThat(scenario.actors())
                .extracting(actor -> actor.id())
                .contains("azerbaijan", "armenia", "turkey", "russia", "iran", "eu", "usa");
        assertThat(scenario.outcomes())
                .extracting(outcome -> outcome.id())
                .containsExactly("great-power-war", "regional-war", "dictated-peace", "frozen-again", "war-goes-on");
        assertThat(scenario.policies())
                .extracting(policy -> policy.id())
                .contains(
                        "as-is",
                        "turkey-stays-out",
                        "csto-covers-karabakh",
                        "no-alliance-guarantee",
                        "no-brokers",
                        "monitors",
                        "western-channel",
                        "leave-it-to-them",
                        "sharper");
    }

    @Test
    void everyNumberSaysWhereItComesFromAndNothingIsHindsight() {
        assertThat(scenario.judgements()).allSatisfy(judgement -> {
            assertThat(judgement.per()).as(judgement.id()).isPresent();
            assertThat(judgement.isRange()).as("%s is a range", judgement.id()).isTrue();
        });
        assertThat(scenario.judgements())
                .filteredOn(
                        judgement -> judgement.per().filter("article"::equals).isPresent())
                .extracting(Judgement::at)
                .allSatisfy(at -> assertThat(at.orElse("")).matches("p([1-9]|1[01])"));
        assertThat(scenario.sources())
                .allSatisfy(source -> assertThat(source.date().orElseThrow()).isBeforeOrEqualTo(scenario.asOf()));
    }

    @Test
    void claimsCiteTheirParagraphs() {
        assertThat(scenario.claims()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(scenario.claims())
                .filteredOn(claim -> claim.source().filter("article"::equals).isPresent())
                .allSatisfy(claim -> assertThat(claim.at()).matches("p([1-9]|1[01])"))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void solvesToPrecisionOnABoardOfTheRightSize() throws Exception {
        Reading asIs = under("as-is");
        assertThat(asIs.states()).isBetween(20_000, 35_000);
        assertThat(asIs.residual()).isLessThanOrEqualTo(1e-9);
        double[] odds = asIs.forecast().outcomes()[asIs.forecast().horizon()];
        assertThat(Arrays.stream(odds).sum()).isCloseTo(1, within(1e-9));
    }

    /// Many worlds under every policy are to be solved in minutes: no policy may blow the board up.
    @ParameterizedTest
    @ValueSource(strings = {"csto-covers-karabakh", "monitors", "western-channel", "leave-it-to-them"})
    void noPolicyNeedsALargeBoard(String policy) throws Exception {
        Structure structure = Structure.compile(file.with(Edits.policy(policy)));
        assertThat(structure.space().size()).isLessThanOrEqualTo(60_000);
    }

    /// On the policy with the smallest board: what holds of the steps there lets the others be brisk.
    @Test
    void longStepsEndAtTheEquilibriumThatShortOnesFind() throws Exception {
        Solved exact = Solved.of(file.with(Edits.policy("turkey-stays-out")), Map.of(), Settings.standard());
        Forecast forecast = exact.forecast(8);
        Forecast brisk = under("turkey-stays-out").forecast();
        assertThat(brisk.outcomes()[brisk.horizon()])
                .containsExactly(forecast.outcomes()[forecast.horizon()], within(1e-7));
    }

    @Test
    void lessTurkishSupportFewerGains() throws Exception {
        assertThat(under("turkey-stays-out").atLeast(0, "line", "districts"))
                .isLessThan(under("as-is").atLeast(0, "line", "districts") - 0.2);
    }

    @Test
    void lessTurkishSupportMoreWillingnessInBakuToSign() throws Exception {
        assertThat(under("as-is").readier()).isPositive();
    }

    @Test
    void theTreatyExtendedMoreRussianEntry() throws Exception {
        assertThat(under("csto-covers-karabakh").times("russia/intervene"))
                .isGreaterThan(2 * under("as-is").times("russia/intervene"));
    }

    @Test
    void theGuaranteeRemovedAnkaraIsMoreCareful() throws Exception {
        assertThat(under("no-alliance-guarantee").weeks("ankara", "fighters"))
                .isLessThan(0.8 * under("as-is").weeks("ankara", "fighters"));
    }

    @Test
    void sharperPlayLessWarBetweenTheGreat() throws Exception {
        assertThat(under("sharper").odds("great-power-war"))
                .isLessThan(0.8 * under("as-is").odds("great-power-war"));
    }

    /// An offer of peacekeepers is what Moscow has to give: it makes it because it wants to.
    @Test
    void moscowBrokersBecauseItWantsTo() throws Exception {
        assertThat(under("as-is").atDisadvantage("russia/broker-withdrawal")).isLessThan(0.3);
        assertThat(under("as-is").atDisadvantage("russia/broker-standstill")).isLessThan(0.3);
    }

    @Test
    void withoutBrokersFewerTruces() throws Exception {
        assertThat(under("no-brokers").times("azerbaijan/sign-truce")).isZero();
        assertThat(under("no-brokers").weeksOn("war", "truce"))
                .isLessThan(0.9 * under("as-is").weeksOn("war", "truce"));
    }

    @Test
    void withMonitorsTrucesLast() throws Exception {
        assertThat(under("monitors").weeksOn("war", "truce"))
                .isGreaterThan(1.2 * under("as-is").weeksOn("war", "truce"));
    }
}
