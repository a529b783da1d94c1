package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The sketch of the language, everything in it, read whole.
class SketchTest {

    private static Scenario scenario;

    @BeforeAll
    static void read() throws Exception {
        scenario = ScenarioFile.load(Samples.SKETCH).scenario();
    }

    @Test
    void head() {
        assertThat(scenario.name()).isEqualTo("sketch");
        assertThat(scenario.title()).isEqualTo("Nagorno-Karabakh, October 2020");
        assertThat(scenario.asOf()).isEqualTo(LocalDate.of(2020, 10, 12));
        assertThat(scenario.clock()).isEqualTo(new Clock(TimeUnit.WEEK, 26));
        assertThat(scenario.choice()).isEqualTo(Choice.INTENTIONS);
        assertThat(scenario.policy()).isEqualTo("as-is");
        assertThat(scenario.hash()).hasSize(64);
        assertThat(scenario.sources()).hasSize(1);
        assertThat(scenario.places().get(2).claimedBy()).containsExactly("azerbaijan", "armenia");
    }

    @Test
    void rowsAreTheBoardThenTablesThenMemories() {
        assertThat(scenario.rows().stream().map(Row::id))
                .containsExactly("line", "war", "soil", "ankara", "moscow", "clash", "truce", "csto");
        Row war = scenario.rows().get(1);
        assertThat(war.start()).isEqualTo(2);
        assertThat(war.at()).contains("karabakh");
        assertThat(war.attack()).contains(new Row.Attack(2, Set.of("azerbaijan", "armenia")));
        assertThat(scenario.rows().get(6).levels())
                .containsExactly("none", "offered", "signed-by-azerbaijan", "signed-by-armenia");
        assertThat(scenario.rows().get(7).kind()).isEqualTo(Row.Kind.MEMORY);
        for (int k = 0; k < scenario.rows().size(); k++) {
            assertThat(scenario.rows().get(k).index()).isEqualTo(k);
        }
    }

    @Test
    void anActorTakesWhatItLeavesOutFromDefaults() {
        Actor usa = Samples.actor(scenario, "usa");
        Actor russia = Samples.actor(scenario, "russia");
        assertThat(usa.acts().id()).isEqualTo("usa acts");
        assertThat(usa.sharpness()).isSameAs(russia.sharpness());
        assertThat(usa.sharpness().id()).isEqualTo("defaults sharpness");
    }

    @Test
    void worthsByLevelAndByCondition() {
        Actor azerbaijan = Samples.actor(scenario, "azerbaijan");
        assertThat(azerbaijan.worths().stream().map(Worth::label))
                .containsExactly(
                        "wants line foothills",
                        "wants line districts",
                        "wants line all",
                        "fears moscow is fighting",
                        "fears war is offensive");
        Worth all = azerbaijan.worths().get(2);
        assertThat(all.sign()).isEqualTo(1);
        assertThat(all.when().test()).isEqualTo(new Condition.On(0, 8));
        assertThat(all.points().id()).isEqualTo("azerbaijan wants line all");
        assertThat(all.points().per()).contains("article");
        Worth war = azerbaijan.worths().getLast();
        assertThat(war.sign()).isEqualTo(-1);
        assertThat(war.points().measure()).isEqualTo(new Measure(Measure.Form.POINTS_EACH, 1, "each week"));
        assertThat(war.points().isGuess()).isTrue();
    }

    @Test
    void judgementsAreNumberedAndNamedOnce() {
        List<Judgement> judgements = scenario.judgements();
        for (int k = 0; k < judgements.size(); k++) {
            assertThat(judgements.get(k).index()).isEqualTo(k);
        }
        assertThat(judgements.stream().map(Judgement::id))
                .doesNotHaveDuplicates()
                .hasSize(42);
        assertThat(judgements.stream().map(Judgement::id))
                .contains(
                        "csto answer within",
                        "truce brokers usa",
                        "truce brokering costs usa",
                        "truce signing costs azerbaijan line below districts",
                        "azerbaijan/attack costs moscow is peacekeepers",
                        "usa/restrain then clash down 1",
                        "breakthrough times ankara at least drones");
        assertThat(World.middle(scenario).inGame(Samples.judgement(scenario, "truce lapses")))
                .isEqualTo(-Math.log1p(-0.5));
    }

    @Test
    void movesAreTheStatedOnesThenBrokeringAndSigning() {
        assertThat(scenario.moves().stream().map(Move::id))
                .endsWith(
                        "usa/stand-by",
                        "russia/broker-truce",
                        "usa/broker-truce",
                        "azerbaijan/sign-truce",
                        "armenia/sign-truce");
        assertThat(scenario.chance().stream().map(Chance::id))
                .containsExactly("breakthrough", "truce-breaks", "shells-stray", "truce-lapses", "csto-breaks");
    }

    @Test
    void outcomesPoliciesScoresAndClaims() {
        assertThat(scenario.outcomes().stream().map(Outcome::id))
                .containsExactly("great-power-war", "dictated-peace", "war-goes-on");
        assertThat(scenario.outcomes().getFirst().absorbing()).isTrue();
        assertThat(scenario.outcomes().getLast().when().test()).isEqualTo(Condition.always());
        assertThat(scenario.policies().getFirst().set().getFirst().path()).isEqualTo("usa/restrain then clash down 1");
        assertThat(scenario.policies().getFirst().set().getFirst().value()).isEqualTo("90% per guess");
        assertThat(scenario.scores().getFirst().quantity())
                .isEqualTo(new Quantity.TimeWith(new Guard("war is truce", new Condition.On(1, 1)), TimeUnit.WEEK));
        assertThat(scenario.claims()).hasSize(3);
        assertThat(scenario.claims().getFirst().source()).contains("article");
        assertThat(scenario.claims().getFirst().at()).isEqualTo("p1");
    }

    @Test
    void readingTwiceGivesTheSame() throws Exception {
        assertThat(ScenarioFile.load(Samples.SKETCH).scenario()).isEqualTo(scenario);
    }
}
