package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;

class UndoingsTest {

    private static final int RUNS = 20_000;

    /// Up at rate a and down at rate b, nothing else: every fall takes back a rise.
    @Test
    void aMoveUpAndAMoveDownUndoEachOther() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 2 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  guns: {levels: [stored, ready], start: stored}
                actors:
                  one: {wants: {guns is ready: 0.1}}
                moves:
                  one/raise: {if: guns is stored, then: guns to ready}
                  one/lower: {if: guns is ready, then: guns to stored}
                outcomes: {never: {if: guns is ready}, other: otherwise}
                """);
        double up = solved.solution().rate()[0];
        double down = solved.solution().rate()[1];
        double sum = up + down;
        double timeUp = up / sum * (12 - -Math.expm1(-12 * sum) / sum);
        List<Undoing> found = solved.why().undoings();
        assertThat(found).hasSize(2);
        Undoing raised = found.getFirst();
        assertThat(raised.move()).isEqualTo(solved.move("one/raise"));
        assertThat(raised.by()).isEqualTo(solved.move("one/lower"));
        assertThat(raised.undone()).isCloseTo(timeUp * down, within(1e-10));
        assertThat(raised.made()).isCloseTo((12 - timeUp) * up, within(1e-10));
        assertThat(raised.share()).isBetween(0.0, 1.0);
        assertThat(found.get(1).move()).isEqualTo(solved.move("one/lower"));
        assertThat(found.get(1).undone()).isLessThan(raised.undone());
    }

    @Test
    void movesThatChanceTakesBackAreNotUndone() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 2 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  guns: {levels: [stored, ready], start: stored}
                actors:
                  one: {wants: {guns is ready: 0.1}}
                moves:
                  one/raise: {if: guns is stored, then: guns to ready}
                chance:
                  rust: {if: guns is ready, odds: 20% each week, then: guns to stored}
                outcomes: {never: {if: guns is ready}, other: otherwise}
                """);
        assertThat(solved.why().undoings()).isEmpty();
    }

    /// Counted in runs of the chain, move by move.
    @Test
    void countsAreThoseOfRuns() throws Exception {
        for (long seed = 31; seed <= 33; seed++) {
            Solved solved = Solved.random(seed, Choice.INTENTIONS);
            List<Undoing> found = solved.why().undoings();
            int moves = solved.scenario().moves().size();
            double[][] counted = new double[moves][moves];
            double[][] squares = new double[moves][moves];
            var random = new SplittableRandom(seed);
            for (int run = 0; run < RUNS; run++) {
                double[][] once = run(solved, random);
                for (int m = 0; m < moves; m++) {
                    for (int n = 0; n < moves; n++) {
                        counted[m][n] += once[m][n] / RUNS;
                        squares[m][n] += once[m][n] * once[m][n] / RUNS;
                    }
                }
            }
            assertThat(found).as("seed %d", seed).isNotEmpty();
            for (Undoing pair : found) {
                double mean = counted[pair.move()][pair.by()];
                double spread = Math.sqrt((squares[pair.move()][pair.by()] - mean * mean) / RUNS);
                assertThat(pair.undone()).as("seed %d, %s", seed, pair).isCloseTo(mean, within(5 * spread + 1e-4));
            }
            for (int m = 0; m < moves; m++) {
                for (int n = 0; n < moves; n++) {
                    int move = m;
                    int by = n;
                    assertThat(found.stream().anyMatch(pair -> pair.move() == move && pair.by() == by)
                                    || counted[m][n] < 0.02)
                            .as("seed %d: move %d undone by %d, %s times", seed, m, n, counted[m][n])
                            .isTrue();
                }
            }
        }
    }

    /// One run: a change stands until one of its rows moves; undone if a move takes just it back.
    private static double[][] run(Solved solved, SplittableRandom random) {
        Game game = solved.game();
        int moves = solved.scenario().moves().size();
        double[][] undone = new double[moves][moves];
        // each move remembers its last change that still stands: the boards before and after
        int[][][] standing = new int[moves][][];
        int x = game.start;
        double left = game.horizon;
        while (true) {
            var to = new ArrayList<int[]>();
            var rates = new ArrayList<Double>();
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                to.add(new int[] {game.chanceTo(x, k), -1});
                rates.add(game.chanceRate[k]);
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    to.add(new int[] {game.leadTo(x, l), game.playMove[p]});
                    rates.add(solved.solution().rate()[e] * game.leadOdds[l]);
                }
            }
            double out = rates.stream().mapToDouble(Double::doubleValue).sum();
            left -= out > 0 ? -Math.log1p(-random.nextDouble()) / out : left;
            if (!(left > 0)) {
                return undone;
            }
            double pick = random.nextDouble() * out;
            int k = 0;
            while (k + 1 < to.size() && pick >= rates.get(k)) {
                pick -= rates.get(k++);
            }
            int[] before = solved.space().board(x);
            int[] after = solved.space().board(to.get(k)[0]);
            int move = to.get(k)[1];
            for (int m = 0; m < moves; m++) {
                if (standing[m] != null) {
                    if (move >= 0 && takesBack(standing[m], before, after)) {
                        undone[m][move]++;
                    }
                    if (touches(standing[m], before, after)) {
                        standing[m] = null;
                    }
                }
            }
            if (move >= 0) {
                standing[move] = new int[][] {before, after};
            }
            x = to.get(k)[0];
        }
    }

    private static boolean touches(int[][] change, int[] before, int[] after) {
        for (int row = 0; row < before.length; row++) {
            if (change[0][row] != change[1][row] && before[row] != after[row]) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesBack(int[][] change, int[] before, int[] after) {
        for (int row = 0; row < before.length; row++) {
            boolean changed = change[0][row] != change[1][row];
            if (changed != (before[row] != after[row])
                    || (changed && (change[0][row] != after[row] || change[1][row] != before[row]))) {
                return false;
            }
        }
        return true;
    }
}
