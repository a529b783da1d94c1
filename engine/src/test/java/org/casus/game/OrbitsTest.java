package org.casus.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.casus.scenario.Condition;
import org.casus.scenario.Exchange;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// States that stand for all orders of alike actors: how many there are, and which board is which.
class OrbitsTest {

    @ParameterizedTest
    @CsvSource({"6, 7, 924, 117649", "8, 7, 3003, 5764801", "10, 7, 8008, 282475249", "3, 2, 4, 8", "2, 5, 15, 25"})
    void thereAreAsManyAsMultisets(int rivals, int levels, int states, long boards) throws Exception {
        StateSpace space = Structure.compile(Symmetric.race(rivals, levels)).space();
        assertThat(space.size()).isEqualTo(states);
        assertThat(space.boards()).isEqualTo(boards);
    }

    @Test
    void anyOrderIsTheSameState() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            Scenario scenario = Symmetric.scenario(seed);
            StateSpace space = Structure.compile(scenario).space();
            StateSpace whole = Structure.compileWhole(scenario).space();
            var random = new Random(seed);
            for (int k = 0; k < 20; k++) {
                int[] board = whole.board(random.nextInt(whole.size()));
                for (Exchange exchange : scenario.alike().getFirst().exchanges()) {
                    int[] other = exchanged(exchange, board);
                    assertThat(space.state(other)).as("seed %d", seed).isEqualTo(space.state(board));
                }
            }
        }
    }

    private static int[] exchanged(Exchange exchange, int[] board) {
        int[] other = new int[board.length];
        for (int row = 0; row < board.length; row++) {
            other[exchange.row(row)] = exchange.level(row, board[row]);
        }
        return other;
    }

    @Test
    void whoeverTakesASeatFindsItsOwnRowsAndMovesThere() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            Scenario scenario = Symmetric.scenario(seed);
            StateSpace space = Structure.compile(scenario).space();
            StateSpace whole = Structure.compileWhole(scenario).space();
            for (int x = 0; x < whole.size(); x++) {
                int[] board = whole.board(x);
                int[] seats = space.seats(board);
                int[] moves = space.moves(board);
                int[] there = space.board(space.state(board));
                for (int i = 0; i < seats.length; i++) {
                    int own = row(scenario, i);
                    int seated = row(scenario, seats[i]);
                    assertThat(own < 0 ? -1 : board[own])
                            .as("seed %d", seed)
                            .isEqualTo(seated < 0 ? -1 : there[seated]);
                }
                for (int m = 0; m < moves.length; m++) {
                    String renamed =
                            renamed(scenario, seats, scenario.moves().get(m).id());
                    assertThat(scenario.moves().get(moves[m]).id())
                            .as("seed %d", seed)
                            .isEqualTo(renamed);
                }
            }
        }
    }

    private static int row(Scenario scenario, int actor) {
        String id = "arms-" + scenario.actors().get(actor).id();
        return scenario.rows().stream()
                .filter(row -> row.id().equals(id))
                .mapToInt(row -> row.index())
                .findFirst()
                .orElse(-1);
    }

    private static String renamed(Scenario scenario, int[] seats, String move) {
        String[] words = move.split("(?<=[/-])|(?=[/-])");
        for (int k = 0; k < words.length; k++) {
            for (int i = 0; i < seats.length; i++) {
                if (words[k].equals(scenario.actors().get(i).id())) {
                    words[k] = scenario.actors().get(seats[i]).id();
                    break;
                }
            }
        }
        return String.join("", words);
    }

    @Test
    void aTurnLeadsWhereItSays() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            Scenario scenario = Symmetric.scenario(seed);
            Game game = Structure.compile(scenario).game(World.middle(scenario));
            int n = game.actors;
            assertThat(game.seats.any()).isTrue();
            assertThat(Arrays.copyOf(game.seats.turn(), n)).isSorted();
            for (int j = 0; j < game.jumpTo.length; j++) {
                for (int i = 0; i < n; i++) {
                    int seat = game.seats.after(j, i, n);
                    assertThat(game.seats.actorKind()[seat])
                            .isEqualTo(game.seats.actorKind()[i]);
                }
            }
        }
    }

    @Test
    void whatTellsThemApartIsRefused() throws Exception {
        Scenario scenario = Symmetric.race(3, 2);
        Structure structure = Structure.compile(scenario);
        assertThatThrownBy(() -> structure.space().where(new Condition.On(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apart");
        Game game = structure.game(World.middle(scenario));
        assertThatThrownBy(() -> game.seats.refuse("stories"))
                .hasMessageStartingWith("stories tell alike actors apart");
        Scenario ranges = Symmetric.scenario(2);
        double[] uneven =
                ranges.judgements().stream().mapToDouble(one -> one.middle()).toArray();
        int index = ranges.alike().getFirst().numbers().getFirst().getFirst();
        uneven[index] = ranges.judgements().get(index).high();
        World world = World.of(ranges, uneven);
        Structure random = Structure.compile(ranges);
        assertThatThrownBy(() -> random.game(world))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("actors that are alike");
    }

    @Test
    void nothingIsThoughtClosedThatACounterpartOpens() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            Scenario scenario = Symmetric.scenario(seed);
            Findings folded = Structure.compile(scenario).findings();
            Findings whole = Structure.compileWhole(scenario).findings();
            assertThat(folded.closedMoves().stream().map(move -> move.id()).toList())
                    .as("seed %d", seed)
                    .isEqualTo(
                            whole.closedMoves().stream().map(move -> move.id()).toList());
            assertThat(folded.unreached()).as("seed %d", seed).isEqualTo(whole.unreached());
            assertThat(folded.idleChance().stream().map(event -> event.id()).toList())
                    .as("seed %d", seed)
                    .isEqualTo(
                            whole.idleChance().stream().map(event -> event.id()).toList());
        }
    }
}
