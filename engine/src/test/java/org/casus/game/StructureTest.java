package org.casus.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.scenario.Actor;
import org.casus.scenario.Chance;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static final String HEAD = """
            format: casus/1
            title: A test
            as_of: 2020-10-12
            clock: {unit: week, horizon: 26}
            defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 26 weeks, sharpness: 60}
            """;

    private static final String RICH = HEAD + """
            places: {hills: {}, valley: {}}
            board:
              line: {levels: [low, mid, high], start: mid, at: hills}
              war: {levels: [truce, skirmishes, offensive], start: offensive, at: hills, attack: offensive by a or b}
              soil: {levels: [untouched, struck], start: untouched, at: valley, attack: struck by a}
              mood: {levels: [calm, angry, furious], start: calm, ordered: false}
            actors:
              a: {wants: {line: {mid: 2, high: 5 to 7}}, fears: {war is offensive: 0.1 each week}}
              b: {wants: {line: {low: 3}}, fears: {mood is furious and war above truce: 2}, acts: every 2 weeks}
              c: {fears: {soil is struck: 4, not war is truce: 0.2 each month}}
            commitments:
              pact: {binds: c, to: defend b, covers: [valley], kept by: mood is furious, answer within: 2 weeks, breaking costs: 5}
            agreements:
              deal:
                between: [a, b]
                table: talks
                if: war above truce
                brokers: {c: 40%, a: 20%}
                brokering costs: {c: 0.3}
                signing costs: {a: {line is low: 1, always: 0.5}}
                lapses: 50% each week
                then: war to truce
              pause:
                between: [a, b]
                table: talks
                if: war is offensive
                brokers: {c: 10%}
                lapses: every 2 weeks
                then: {war down 1: 70%, nothing: rest}
            moves:
              a/attack: {if: war below offensive, costs: {always: 0.5, mood is angry or furious: 1}, then: war to offensive}
              b/push: {odds: 30%, then: line down 1, else: {mood to angry: 60%, mood to furious: 30%, nothing: rest}}
              c/calm: {if: mood is not calm, then: mood to calm, costs: 0.2}
              c/answer: {if: pact is due and not pact is broken, then: mood to furious and soil to untouched}
              c/sleep: {dormant: true, then: mood to calm}
            chance:
              advance: {if: war is offensive, odds: 10% each week, times: {line is low: 2, mood is angry: 0.5}, then: line up 1 and deal to none}
              strays: {if: war is offensive, odds: every 20 weeks, then: {soil to struck: 50%, soil to struck and mood to angry: 25%, nothing: rest}}
            outcomes:
              ruin: {if: soil is struck and mood is furious and line is high, final: true}
              peace: {if: war is truce}
              fighting: otherwise
            """;

    @Test
    void agreesWithTheGameReadStraightOffTheRecords() throws Exception {
        Scenario scenario = ScenarioFile.of("rich", "rich.yaml", RICH).scenario();
        compare(scenario, World.middle(scenario));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesInEveryWorld(long seed) throws Exception {
        Scenario scenario = ScenarioFile.of("rich", "rich.yaml", RICH).scenario();
        var random = new java.util.SplittableRandom(seed);
        double[] written = scenario.judgements().stream()
                .mapToDouble(j -> j.low() + (j.high() - j.low()) * random.nextDouble())
                .toArray();
        compare(scenario, World.of(scenario, written));
    }

    private static void compare(Scenario scenario, World world) throws Exception {
        var naive = new NaiveGame(scenario, world);
        Structure structure = Structure.compile(scenario);
        StateSpace space = structure.space();
        Game game = structure.game(world);
        assertThat(space.size()).isEqualTo(naive.plays.size()).isEqualTo(game.states);
        assertThat(board(space, space.start()))
                .isEqualTo(scenario.rows().stream().map(row -> row.start()).toList());
        for (int x = 0; x < game.states; x++) {
            List<Integer> board = board(space, x);
            assertThat(scenario.outcomes().get(space.outcome(x))).isEqualTo(naive.outcome(board));
            assertThat(space.absorbing(x)).isEqualTo(naive.outcome(board).absorbing());
            for (Actor actor : scenario.actors()) {
                assertThat(game.flow(x, actor.index())).isCloseTo(naive.flow(board, actor), within(1e-14));
            }
            assertThat(plays(scenario, space, game, x)).isEqualTo(naive.plays(board));
            assertThat(jumps(scenario, space, game, x)).isEqualTo(naive.chance(board));
        }
    }

    private static Map<Move, NaiveGame.Play> plays(Scenario scenario, StateSpace space, Game game, int x) {
        var plays = new HashMap<Move, NaiveGame.Play>();
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            var leads = new HashMap<List<Integer>, Double>();
            for (int k = game.leadStart[p]; k < game.leadStart[p + 1]; k++) {
                leads.put(board(space, game.leadTo(x, k)), rounded(game.leadOdds[k]));
            }
            Move move = scenario.moves().get(game.playMove[p]);
            assertThat(game.playActor[p]).isEqualTo(move.actor());
            plays.put(move, new NaiveGame.Play(game.playCost[p], leads));
        }
        return plays;
    }

    private static Map<Chance, Map<List<Integer>, Double>> jumps(
            Scenario scenario, StateSpace space, Game game, int x) {
        var jumps = new HashMap<Chance, Map<List<Integer>, Double>>();
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            jumps.computeIfAbsent(scenario.chance().get(game.chanceEvent[k]), e -> new HashMap<>())
                    .put(board(space, game.chanceTo(x, k)), rounded(game.chanceRate[k]));
        }
        return jumps;
    }

    /// Sums of the same terms in another order: equal to 1e-13.
    private static double rounded(double odds) {
        return Math.rint(odds * 1e13) / 1e13;
    }

    private static List<Integer> board(StateSpace space, int x) {
        return Arrays.stream(space.board(x)).boxed().toList();
    }

    @Test
    void statesStandInTheOrderOfTheirCodesAndAreFoundAgain() throws Exception {
        StateSpace space = Structure.compile(
                        ScenarioFile.of("rich", "rich.yaml", RICH).scenario())
                .space();
        for (int x = 0; x < space.size(); x++) {
            assertThat(space.state(space.board(x))).isEqualTo(x);
            if (x > 0) {
                assertThat(Arrays.compare(space.board(x - 1), space.board(x))).isNegative();
            }
        }
        var impossible = new int[space.board(0).length];
        Arrays.fill(impossible, 9);
        assertThat(space.state(impossible)).isEqualTo(-1);
    }

    @Test
    void conditionsSelectTheStatesInWhichTheyHold() throws Exception {
        Scenario scenario = ScenarioFile.of("rich", "rich.yaml", RICH).scenario();
        StateSpace space = Structure.compile(scenario).space();
        var guard = scenario.outcomes().getFirst().when().test();
        var expected = new BitSet();
        for (int x = 0; x < space.size(); x++) {
            expected.set(x, guard.holds(space.board(x)));
        }
        assertThat(space.where(guard)).isEqualTo(expected);
        assertThat(space.where(scenario.outcomes().getFirst())).isEqualTo(expected);
    }

    @Test
    void dormantMovesDoNotOccurAndFindingsNameWhatIsNeverPossible() throws Exception {
        Scenario scenario = ScenarioFile.of("idle", "idle.yaml", HEAD + """
                board:
                  line: {levels: [low, mid, high], start: low}
                actors:
                  a: {wants: {line: {mid: 1}}}
                moves:
                  a/step: {if: line is low, then: line to mid}
                  a/leap: {if: line is high, then: line to low}
                  a/rest: {dormant: true, then: line to high}
                chance:
                  luck: {if: line is high, odds: 10% each week, then: line to low}
                outcomes:
                  end: otherwise
                """).scenario();
        Structure structure = Structure.compile(scenario);
        assertThat(structure.space().size()).isEqualTo(2);
        assertThat(structure.findings().closedMoves()).extracting(Move::id).containsExactly("a/leap");
        assertThat(structure.findings().idleChance()).extracting(Chance::id).containsExactly("luck");
        assertThat(structure.findings().unreached()).containsExactly(new Findings.Unreached(0, 2));
    }

    @Test
    void tooManyStatesAreRefusedWithTheRowsToBlame() throws Exception {
        Scenario scenario = ScenarioFile.of("rich", "rich.yaml", RICH).scenario();
        assertThatThrownBy(() -> Structure.compile(scenario, 20))
                .isInstanceOf(SizeException.class)
                .hasMessageContaining("More than 20 states")
                .hasMessageContaining("Rows that multiply: ")
                .hasMessageContaining("Maybe");
    }

    @Test
    void moreBoardsThanCanBeNumberedAreRefused() throws Exception {
        var rows = new StringBuilder();
        for (int k = 0; k < 31; k++) {
            rows.append("  r").append(k).append(": {levels: [no, yes, more, lots, all], start: no}\n");
        }
        Scenario scenario = ScenarioFile.of("wide", "wide.yaml", HEAD + "board:\n" + rows + """
                actors: {a: {wants: {r0 is yes: 1}}}
                moves: {a/go: {then: r0 to yes}}
                outcomes: {end: otherwise}
                """)
                .scenario();
        assertThatThrownBy(() -> Structure.compile(scenario))
                .isInstanceOf(SizeException.class)
                .hasMessageContaining("combinations of levels");
    }

    @Test
    void statingAMoveTwiceSharesItsWeight() throws Exception {
        String once = HEAD + """
                board: {line: {levels: [low, high], start: low}}
                actors: {a: {wants: {line is high: 1}}}
                moves:
                  a/go: {if: line is low, costs: 0.5, then: line to high}
                  a/go-too: {if: line is low, costs: 1, then: line to high}
                outcomes: {end: otherwise}
                """;
        Scenario scenario = ScenarioFile.of("twice", "twice.yaml", once).scenario();
        Game game = Structure.compile(scenario).game(World.middle(scenario));
        double kappa = Math.log(60);
        double copies = 1 + Math.exp(-kappa * 0.5);
        assertThat(game.playWeight[0]).isCloseTo(Math.log(1.0 / 8) - Math.log(copies), within(1e-14));
        assertThat(game.playWeight[1]).isEqualTo(game.playWeight[0]);
    }
}
