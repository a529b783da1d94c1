package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What commitments, agreements, tables and branches become.
class ExpansionTest {

    private static boolean holds(Scenario scenario, Guard guard, String... board) {
        return guard.test().holds(Samples.board(scenario, board));
    }

    private static int[] made(Scenario scenario, String move, String... board) {
        int[] levels = Samples.board(scenario, board);
        Move made = Samples.move(scenario, move);
        assertThat(made.when().test().holds(levels)).as(move + " is open").isTrue();
        return Samples.after(scenario, made.leads(levels).then().getFirst().effects(), levels);
    }

    @Test
    void aCommitmentIsDueWhileSomebodyElseAttacksACoveredPlace() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours());
        Commitment pact = scenario.commitments().getFirst();
        assertThat(holds(scenario, pact.due(), "war", "offensive")).isTrue();
        assertThat(holds(scenario, pact.due(), "war", "skirmishes")).isFalse();
        assertThat(pact.protects()).contains(1);
        assertThat(pact.binds()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"south, false", "east, false", "north, true", "south or east, false", "south or north, true"})
    void attacksByTheObligedAndTheProtectedDoNotCount(String by, boolean due) throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours("offensive by north", "offensive by " + by));
        assertThat(holds(scenario, scenario.commitments().getFirst().due(), "war", "offensive"))
                .isEqualTo(due);
    }

    @Test
    void aBreachIsRemembered() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours());
        Chance breach = Samples.event(scenario, "pact-breaks");
        assertThat(breach.origin()).isEqualTo(Chance.Origin.BREACH);
        assertThat(breach.rate().id()).isEqualTo("pact answer within");
        assertThat(holds(scenario, breach.when(), "war", "offensive")).isTrue();
        assertThat(holds(scenario, breach.when(), "war", "offensive", "stance", "sworn"))
                .isFalse();
        assertThat(holds(scenario, breach.when(), "war", "offensive", "pact", "broken"))
                .isFalse();
        assertThat(holds(scenario, breach.when(), "war", "truce")).isFalse();
        int[] before = Samples.board(scenario, "war", "offensive");
        int[] after = Samples.after(scenario, breach.leads().then().getFirst().effects(), before);
        assertThat(after).isEqualTo(Samples.board(scenario, "war", "offensive", "pact", "broken"));
        Worth worth = Samples.actor(scenario, "east").worths().getLast();
        assertThat(worth.label()).isEqualTo("breaking pact");
        assertThat(worth.sign()).isEqualTo(-1);
        assertThat(holds(scenario, worth.when(), "pact", "broken", "war", "truce"))
                .isTrue();
        assertThat(holds(scenario, worth.when(), "war", "offensive")).isFalse();
    }

    @Test
    void withoutAnswerWithinItIsBrokenWhileDueAndUnkept() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours(" answer within: 2 weeks,", ""));
        assertThat(scenario.rows()).hasSize(3);
        assertThat(scenario.commitments().getFirst().memory()).isEmpty();
        Worth worth = Samples.actor(scenario, "east").worths().getLast();
        assertThat(holds(scenario, worth.when(), "war", "offensive")).isTrue();
        assertThat(holds(scenario, worth.when(), "war", "offensive", "stance", "sworn"))
                .isFalse();
        assertThat(holds(scenario, worth.when())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pact is due | war offensive | true",
                "pact is due | war offensive stance sworn | true",
                "pact is kept | war offensive stance sworn | true",
                "pact is kept | war truce stance sworn | false",
                "pact is broken | war offensive | false",
                "pact is broken | pact broken | true",
                "pact is not due | war offensive | false",
                "pact is due or broken | pact broken | true",
                "pact is not due or broken | pact broken | false",
                "pact is due or stance is public | stance public | true",
                "deal is none | war truce | true",
                "deal is offered | deal offered | true",
                "deal is signed-by-north | deal signed-by-north | true",
                "deal at least offered | deal signed-by-south | true",
                "deal is not none | deal signed-by-south | true"
            })
    void commitmentsAndAgreementsInConditions(String condition, String board, boolean expected) throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours("peace: war is truce", "peace: " + condition));
        assertThat(holds(scenario, scenario.outcomes().getFirst().when(), board.split(" ")))
                .isEqualTo(expected);
    }

    @Test
    void aDormantCommitmentIsNeverDue() throws Exception {
        Scenario scenario = Samples.read(Samples.neighbours())
                .with(new Edits(java.util.Optional.empty(), List.of(), List.of("pact"), List.of()));
        assertThat(scenario.rows()).hasSize(3);
        assertThat(scenario.commitments().getFirst().dormant()).isTrue();
        assertThat(scenario.commitments().getFirst().due().test()).isEqualTo(Condition.never());
        assertThat(Samples.actor(scenario, "east").worths()).hasSize(1);
        assertThat(scenario.chance().stream().map(Chance::id)).doesNotContain("pact-breaks");
        assertThat(Samples.judgement(scenario, "pact breaking costs").high()).isEqualTo(3);
    }

    @Test
    void anOfferIsBroughtSignedAndApplied() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours());
        assertThat(made(scenario, "east/broker-deal")).isEqualTo(Samples.board(scenario, "deal", "offered"));
        assertThat(made(scenario, "north/sign-deal", "deal", "offered"))
                .isEqualTo(Samples.board(scenario, "deal", "signed-by-north"));
        assertThat(made(scenario, "south/sign-deal", "deal", "signed-by-north", "war", "offensive"))
                .isEqualTo(Samples.board(scenario, "war", "truce"));
        assertThat(made(scenario, "north/sign-deal", "deal", "signed-by-south", "war", "offensive"))
                .isEqualTo(Samples.board(scenario, "war", "truce"));
        Move sign = Samples.move(scenario, "north/sign-deal");
        assertThat(holds(scenario, sign.when())).isFalse();
        assertThat(holds(scenario, sign.when(), "deal", "signed-by-north")).isFalse();
        assertThat(sign.costs()).hasSize(1);
        Move broker = Samples.move(scenario, "east/broker-deal");
        assertThat(holds(scenario, broker.when(), "deal", "offered")).isFalse();
        assertThat(broker.leads(new int[4]).odds().orElseThrow().id()).isEqualTo("deal brokers east");
    }

    @Test
    void aBrokerThatIsAPartyHasSigned() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours(
                "brokers: {east: 50% per guess}",
                "if: war above truce, brokers: {south: 50%}", ", forbid: [east/broker-deal]", ""));
        assertThat(made(scenario, "south/broker-deal")).isEqualTo(Samples.board(scenario, "deal", "signed-by-south"));
        assertThat(holds(scenario, Samples.move(scenario, "south/broker-deal").when(), "war", "truce"))
                .isFalse();
    }

    @Test
    void threePartiesSignInAnyOrder() throws Exception {
        Scenario scenario =
                Samples.scenario(Samples.neighbours("between: [north, south]", "between: [north, south, east]"));
        assertThat(Samples.row(scenario, "deal").levels())
                .containsExactly(
                        "none",
                        "offered",
                        "signed-by-north",
                        "signed-by-south",
                        "signed-by-east",
                        "signed-by-north-and-south",
                        "signed-by-north-and-east",
                        "signed-by-south-and-east");
        assertThat(made(scenario, "south/sign-deal", "deal", "signed-by-east"))
                .isEqualTo(Samples.board(scenario, "deal", "signed-by-south-and-east"));
        assertThat(made(scenario, "north/sign-deal", "deal", "signed-by-south-and-east"))
                .isEqualTo(Samples.board(scenario, "war", "truce"));
        assertThat(made(scenario, "east/sign-deal", "deal", "offered"))
                .isEqualTo(Samples.board(scenario, "deal", "signed-by-east"));
    }

    private static String twoOnOneTable() throws Exception {
        return Samples.neighbours(
                "signing costs: {north: 0.5}, then: war to truce}",
                "lapses: every 2 weeks, table: talks, then: {war to truce: 60%, stance to public: rest}}\n"
                        + "  line: {between: [south, north], brokers: {east: 20%}, table: talks, title: The line,"
                        + " then: stance to sworn}",
                "peace: war is truce",
                "peace: deal is none and line is not none",
                "then: stance to public",
                "then: deal to none");
    }

    @Test
    void agreementsOnOneTableShareARow() throws Exception {
        Scenario scenario = Samples.scenario(twoOnOneTable());
        assertThat(Samples.row(scenario, "talks").levels())
                .containsExactly(
                        "none",
                        "deal-offered",
                        "deal-signed-by-north",
                        "deal-signed-by-south",
                        "line-offered",
                        "line-signed-by-south",
                        "line-signed-by-north");
        assertThat(holds(scenario, Samples.move(scenario, "east/broker-line").when(), "talks", "deal-offered"))
                .isFalse();
        assertThat(made(scenario, "north/sign-line", "talks", "line-signed-by-south"))
                .isEqualTo(Samples.board(scenario, "stance", "sworn"));
        Guard peace = scenario.outcomes().getFirst().when();
        assertThat(holds(scenario, peace, "talks", "line-offered")).isTrue();
        assertThat(holds(scenario, peace, "talks", "deal-offered")).isFalse();
        assertThat(Samples.move(scenario, "east/broker-line").title()).isEqualTo("broker The line");
    }

    @Test
    void leavingATableTouchesOnlyOnesOwnOffer() throws Exception {
        Scenario scenario = Samples.scenario(twoOnOneTable());
        Move leave = Samples.move(scenario, "east/recognise");
        List<Effect> effects = leave.leads(new int[4]).then().getFirst().effects();
        assertThat(Samples.after(scenario, effects, Samples.board(scenario, "talks", "deal-signed-by-north")))
                .isEqualTo(Samples.board(scenario));
        assertThat(Samples.after(scenario, effects, Samples.board(scenario, "talks", "line-offered")))
                .isEqualTo(Samples.board(scenario, "talks", "line-offered"));
        Chance lapse = Samples.event(scenario, "deal-lapses");
        assertThat(holds(scenario, lapse.when(), "talks", "line-offered")).isFalse();
        assertThat(holds(scenario, lapse.when(), "talks", "deal-offered")).isTrue();
        assertThat(lapse.leads().then().getFirst().effects()).isEqualTo(effects);
    }

    @Test
    void theLastSignatureMayBranch() throws Exception {
        Scenario scenario = Samples.scenario(twoOnOneTable());
        int[] board = Samples.board(scenario, "talks", "deal-signed-by-north", "war", "offensive");
        List<Leads.Branch> then =
                Samples.move(scenario, "south/sign-deal").leads(board).then();
        assertThat(then).hasSize(2);
        assertThat(then.getFirst().odds().orElseThrow().id()).isEqualTo("deal then war to truce");
        assertThat(Samples.after(scenario, then.getLast().effects(), board))
                .isEqualTo(Samples.board(scenario, "stance", "public", "war", "offensive"));
    }

    @Test
    void aDormantAgreementTakesItsMovesAlong() throws Exception {
        ScenarioFile file =
                Samples.read(Samples.neighbours("deal: {between", "deal: {dormant: true, lapses: every week, between"));
        assertThat(file.scenario().moves().stream().filter(Move::dormant).map(Move::id))
                .containsExactly("east/recognise", "east/broker-deal", "north/sign-deal", "south/sign-deal");
        assertThat(Samples.event(file.scenario(), "deal-lapses").dormant()).isTrue();
        Scenario allowed = file.with(
                new Edits(java.util.Optional.empty(), List.of(), List.of("north/sign-deal"), List.of("deal")));
        assertThat(allowed.moves().stream().filter(Move::dormant).map(Move::id))
                .containsExactly("east/recognise", "north/sign-deal");
        assertThat(Samples.event(allowed, "deal-lapses").dormant()).isFalse();
    }

    @Test
    void aLapseMayBeClosedByItsOwnNameAndOpensWithItsAgreement() throws Exception {
        String text = Samples.neighbours("deal: {between", "deal: {dormant: true, lapses: every week, between");
        var closed = new Edits(java.util.Optional.empty(), List.of(), List.of("deal-lapses"), List.of("deal"));
        assertThat(Samples.event(Samples.read(text).with(closed), "deal-lapses").dormant())
                .isTrue();
        String opening =
                text.replace("forbid: [east/broker-deal]", "allow: [deal, deal-lapses], forbid: [north/sign-deal]");
        Scenario mild = Samples.read(opening).with(Edits.policy("mild"));
        assertThat(Samples.event(mild, "deal-lapses").dormant()).isFalse();
        assertThat(Samples.move(mild, "east/broker-deal").dormant()).isFalse();
        assertThat(Samples.move(mild, "north/sign-deal").dormant()).isTrue();
    }

    @Test
    void commitmentsMaySpeakOfOneAnother() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours(
                "commitments:\n",
                "commitments:\n  older: {binds: north, to: defend border, covers: [border], kept by: pact is broken or pact"
                        + " is not due, breaking costs: 1}\n"));
        Commitment older = scenario.commitments().getFirst();
        assertThat(older.protects()).isEmpty();
        assertThat(holds(scenario, older.keptBy(), "pact", "broken")).isTrue();
        assertThat(holds(scenario, older.keptBy(), "war", "offensive")).isFalse();
    }

    private static Leads leads(String then) throws Exception {
        Scenario scenario = Samples.scenario(
                Samples.neighbours("then: {stance to sworn: 60% to 80% per guess, nothing: rest}", then));
        return Samples.move(scenario, "east/swear").cases().getFirst().leads();
    }

    @Test
    void oneBranchTakesTheRest() throws Exception {
        List<Leads.Branch> first =
                leads("then: {nothing: rest, stance to sworn: 30%}").then();
        assertThat(first).hasSize(2);
        assertThat(first.getLast().text()).isEqualTo("nothing");
        assertThat(first.getLast().odds()).isEmpty();
        List<Leads.Branch> left = leads("then: {stance to sworn: 30% to 40%, stance to public: 20%}")
                .then();
        assertThat(left).hasSize(3);
        assertThat(left.getLast()).isEqualTo(LeadsReader.NOTHING);
        List<Leads.Branch> full = leads("then: {stance to sworn: 10%, stance to public: 90%, per: article}")
                .then();
        assertThat(full).hasSize(2);
        assertThat(full.getFirst().odds().orElseThrow().per()).contains("article");
        assertThat(full.getLast().odds()).isEmpty();
        assertThat(full.getLast().effects()).containsExactly(new Effect.To(1, 1));
    }

    @Test
    void oddsFailIntoElse() throws Exception {
        Leads leads = leads("odds: 20% to 40%, then: stance to sworn, else: {stance to public: 50%, war up 1: rest}");
        assertThat(leads.odds().orElseThrow().id()).isEqualTo("east/swear odds");
        assertThat(leads.otherwise()).hasSize(2);
        assertThat(leads.otherwise().getFirst().odds().orElseThrow().id())
                .isEqualTo("east/swear else stance to public");
    }

    @Test
    void theLongFormWorksEverywhere() throws Exception {
        Scenario scenario = Samples.scenario(Samples.neighbours(
                "acts: every 2 weeks",
                "acts: {range: every 2 to 3 weeks, per: article, at: p2, why: \"Slow, as ever.\"}",
                "offensive: 5 to 8,",
                "offensive: {range: 5 to 8, at: p7}, truce: 1 per guess,",
                "stance to sworn: 60% to 80% per guess",
                "stance to sworn: {range: 60% to 80%, per: guess}"));
        Judgement acts = Samples.judgement(scenario, "east acts");
        assertThat(acts.per()).contains("article");
        assertThat(acts.at()).contains("p2");
        assertThat(acts.why()).contains("Slow, as ever.");
        assertThat(acts.high()).isEqualTo(3);
        Judgement fear = Samples.judgement(scenario, "south fears war offensive");
        assertThat(fear.per()).contains("article");
        assertThat(fear.at()).contains("p7");
        assertThat(Samples.judgement(scenario, "south fears war truce").per()).contains("guess");
    }
}
