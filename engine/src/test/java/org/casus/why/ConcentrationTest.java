package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.casus.game.StateSpace;
import org.junit.jupiter.api.Test;

/// On a board whose rows go up and back by chance, so that every combination of levels is met.
class ConcentrationTest {

    private final StateSpace space;

    ConcentrationTest() throws Exception {
        space = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  ladder: {levels: [none, some, much, all], start: none}
                  posture: {levels: [red, green, blue], start: red, ordered: false}
                  switch: {levels: [open, shut], start: open}
                actors:
                  one: {wants: {switch is open: 1}}
                moves:
                  one/shut: {if: switch is open, then: switch to shut}
                  one/open: {if: switch is shut, then: switch to open}
                chance:
                  rise: {if: ladder below all, odds: 10% each week, then: ladder up 1}
                  fall: {if: ladder above none, odds: 10% each week, then: ladder down 1}
                  greening: {odds: 10% each week, then: posture to green}
                  reddening: {odds: 10% each week, then: posture to red}
                  blueing: {odds: 10% each week, then: posture to blue}
                outcomes: {shut: {if: switch is shut}, other: otherwise}
                """).space();
    }

    private List<When> find(ToDoubleFunction<int[]> effect, ToDoubleFunction<int[]> time) {
        double[] effects = new double[space.size()];
        double[] times = new double[space.size()];
        for (int x = 0; x < space.size(); x++) {
            effects[x] = effect.applyAsDouble(space.board(x));
            times[x] = time.applyAsDouble(space.board(x));
        }
        return new Concentration(space, effects, times).find();
    }

    @Test
    void whatIsEvenlySpreadNeedsNoWords() {
        assertThat(find(board -> 1, board -> 1)).isEmpty();
        assertThat(find(board -> 0, board -> 1)).isEmpty();
        assertThat(find(board -> 2.0 + board[0], board -> 2.0 + board[0]))
                .as("it follows the time")
                .isEmpty();
    }

    @Test
    void aLadderIsToldFromALevelUpAndAPostureByWhatItIsNot() {
        assertThat(find(board -> board[0] >= 2 ? 1 : 0, board -> 1)).containsExactly(new When(0, 0b1100));
        assertThat(find(board -> board[0] < 1 ? 1 : 0, board -> 1)).containsExactly(new When(0, 0b0001));
        assertThat(find(board -> board[1] != 1 ? 1 : 0, board -> 1)).containsExactly(new When(1, 0b101));
    }

    @Test
    void twoRowsAreNamedAndNoMore() {
        assertThat(find(board -> board[0] == 3 && board[1] == 2 && board[2] == 1 ? 1 : 0, board -> 1))
                .containsExactly(new When(0, 0b1000), new When(1, 0b100));
    }

    @Test
    void levelsNeverMetAreNotNamed() {
        assertThat(find(board -> board[0] == 2 ? 1 : 0, board -> board[0] == 2 || board[0] == 0 ? 1 : 0))
                .containsExactly(new When(0, 0b0100));
        assertThat(find(board -> board[2] == 1 ? 1 : 0, board -> board[2] == 1 ? 1 : 0))
                .as("the choice is met there only")
                .isEmpty();
    }

    @Test
    void wordsThatWouldLoseHalfAreNotUsed() {
        assertThat(find(board -> board[0] == 0 ? 8 : board[1] == 0 ? 1 : 0.9, board -> 1))
                .allSatisfy(when -> assertThat(when.row()).isEqualTo(0));
    }
}
