package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Claim;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every quantity against the plainest way to work it out on the same solved game.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingsTest {

    private static final double HORIZON = 12;

    private StateSpace space;
    private Solution solution;
    private Game game;
    private List<Quantity> scores;
    private double[] occupation;

    @BeforeAll
    void solve() throws Exception {
        ScenarioFile file = Sample.file("""
                scores:
                  truce-odds: odds of war is truce
                  dictate: odds of dictated
                  ever: odds ever of war is truce
                  ever-now: odds ever of war is offensive
                  ever-closed: odds ever of line is new
                  made: odds ever of north/broker-ceasefire
                  signed: odds ever of west/sign-ceasefire
                  weeks: weeks with war is offensive
                  days: days with war is offensive
                  played: east/attack is played
                """);
        var variant = Sample.variant(file, "");
        space = variant.structure().space();
        solution = Sample.solved(variant);
        game = solution.game();
        scores = variant.scenario().scores().stream().map(s -> s.quantity()).toList();
        occupation = run(Chain.of(solution)).occupation();
    }

    private Transient run(Chain chain) {
        var each = new int[chain.states()];
        Arrays.setAll(each, x -> x);
        var classes = List.of(new Classes(chain.states(), each));
        return Transient.of(chain, new Transient.Question(new double[] {HORIZON}, classes, HORIZON), 1);
    }

    private Readings.Values values() {
        return new Readings(space, game, scores.stream().map(Ask::of).toList()).of(solution);
    }

    private BitSet where(String row, String level) {
        var of = space.scenario().rows().stream()
                .filter(r -> r.id().equals(row))
                .findFirst()
                .orElseThrow();
        var where = new BitSet();
        for (int x = 0; x < space.size(); x++) {
            where.set(x, space.level(x, of.index()) == of.levels().indexOf(level));
        }
        return where;
    }

    private double sum(double[] each, BitSet where) {
        return where.stream().mapToDouble(x -> each[x]).sum();
    }

    @Test
    void oddsAtAndTimes() {
        var values = values();
        double[] at = run(Chain.of(solution)).odds()[0][0];
        var dictated = where("war", "truce");
        assertThat(values.values()[0]).isEqualTo(sum(at, dictated), within(1e-12));
        dictated.and(where("line", "new"));
        assertThat(values.values()[1]).isEqualTo(sum(at, dictated), within(1e-12));
        assertThat(values.outcomes()[0]).isEqualTo(values.values()[1], within(1e-14));
        assertThat(Arrays.stream(values.outcomes()).sum()).isEqualTo(1, within(1e-12));
        double weeks = sum(occupation, where("war", "offensive"));
        assertThat(values.values()[7]).isEqualTo(weeks, within(1e-10));
        assertThat(values.values()[8]).isEqualTo(7 * weeks, within(1e-9));
        assertThat(Arrays.stream(values.spent()).sum()).isEqualTo(HORIZON, within(1e-10));
    }

    @Test
    void oddsEver() {
        var values = values();
        var truce = where("war", "truce");
        var at = run(Chain.of(solution).stoppedAt(truce)).odds()[0][0];
        assertThat(values.values()[2]).isEqualTo(sum(at, truce), within(1e-12)).isBetween(0.05, 0.999);
        assertThat(values.values()[3]).as("it holds at the start").isEqualTo(1);
        var lost = where("line", "new");
        double never = sum(run(Chain.of(solution).stoppedAt(lost)).odds()[0][0], lost);
        assertThat(values.values()[4]).as("what is never left").isEqualTo(never, within(1e-12));
    }

    /// By small steps in time of a chain that loses whoever makes the move.
    @Test
    void oddsEverMade() {
        for (int k : new int[] {5, 6}) {
            int move = ((Quantity.OddsEverMade) scores.get(k)).move();
            assertThat(values().values()[k])
                    .isEqualTo(made(move), within(1e-10))
                    .isBetween(0.01, 0.9999);
        }
    }

    private double made(int move) {
        double coarse = lost(move, 2000);
        double fine = lost(move, 4000);
        return fine + (fine - coarse) / 15;
    }

    /// By Runge and Kutta's steps.
    private double lost(int move, int steps) {
        int n = game.states;
        var p = new double[n];
        p[game.start] = 1;
        double lost = 0;
        double h = HORIZON / steps;
        for (int k = 0; k < steps; k++) {
            var one = slope(p, move);
            var two = slope(plus(p, one, h / 2), move);
            var three = slope(plus(p, two, h / 2), move);
            var four = slope(plus(p, three, h), move);
            lost += h / 6 * (one[n] + 2 * two[n] + 2 * three[n] + four[n]);
            for (int x = 0; x < n; x++) {
                p[x] += h / 6 * (one[x] + 2 * two[x] + 2 * three[x] + four[x]);
            }
        }
        return lost;
    }

    private static double[] plus(double[] p, double[] slope, double h) {
        var sum = p.clone();
        for (int x = 0; x < p.length; x++) {
            sum[x] += h * slope[x];
        }
        return sum;
    }

    /// dp/dt, and last how fast the move is made for the first time.
    private double[] slope(double[] p, int move) {
        var slope = new double[p.length + 1];
        for (int x = 0; x < p.length; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int q = game.entry(x, e);
                double flow = p[x] * solution.rate()[e];
                if (game.playMove[q] == move) {
                    slope[x] -= flow;
                    slope[p.length] += flow;
                    continue;
                }
                for (int l = game.leadStart[q]; l < game.leadStart[q + 1]; l++) {
                    slope[x] -= flow * game.leadOdds[l];
                    slope[game.leadTo(x, l)] += flow * game.leadOdds[l];
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                slope[x] -= p[x] * game.chanceRate[k];
                slope[game.chanceTo(x, k)] += p[x] * game.chanceRate[k];
            }
        }
        return slope;
    }

    @Test
    void playIsTheRateWhileOpen() {
        int move = Sample.move(space.scenario(), "east/attack");
        double made = 0;
        double open = 0;
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                if (game.playMove[game.entry(x, e)] == move) {
                    made += occupation[x] * solution.rate()[e];
                    open += occupation[x];
                }
            }
        }
        assertThat(values().values()[9]).isEqualTo(made / open, within(1e-11)).isPositive();
    }

    /// With one row changed and nothing else: board by board, looked up by its levels.
    @Test
    void matchedPlayComparesTheSameBoards() {
        int move = Sample.move(space.scenario(), "east/attack");
        var calm = new Standing(2, 0);
        var angry = new Standing(2, 1);
        var left = new Quantity.Play(move, Optional.of(calm));
        var right = new Quantity.Play(move, Optional.of(angry));
        double[] read = new Readings(space, game, List.of(Ask.against(left, right), Ask.against(right, left)))
                .of(solution)
                .values();
        double time = 0;
        double[] made = new double[2];
        for (int x = 0; x < space.size(); x++) {
            int[] board = space.board(x);
            double[] rate = new double[2];
            boolean open = false;
            boolean reached = true;
            for (int level = 0; level < 2; level++) {
                board[2] = level;
                int there = space.state(board);
                reached &= there >= 0;
                for (int e = there < 0 ? 0 : game.playStart[there]; there >= 0 && e < game.playStart[there + 1]; e++) {
                    if (game.playMove[game.entry(there, e)] == move) {
                        rate[level] = solution.rate()[e];
                        open = true;
                    }
                }
            }
            if (open && reached) {
                time += occupation[x];
                made[0] += occupation[x] * rate[0];
                made[1] += occupation[x] * rate[1];
            }
        }
        assertThat(read[0]).isEqualTo(made[0] / time, within(1e-11)).isPositive();
        assertThat(read[1]).isEqualTo(made[1] / time, within(1e-11)).isPositive();
    }

    /// A move that one side closes is not made there; where neither board can be had there is no number.
    @Test
    void closedIsNeverAndUnmetIsNothing() throws Exception {
        int attack = Sample.move(space.scenario(), "east/attack");
        int watch = Sample.move(space.scenario(), "north/send-watch");
        var truce = new Standing(0, 0);
        var offensive = new Standing(0, 2);
        var left = new Quantity.Play(attack, Optional.of(offensive));
        var right = new Quantity.Play(attack, Optional.of(truce));
        var present = new Quantity.Play(attack, Optional.of(new Standing(3, 1)));
        var absent = new Quantity.Play(attack, Optional.of(new Standing(3, 0)));
        double[] read = new Readings(
                        space,
                        game,
                        List.of(
                                Ask.against(left, right),
                                Ask.against(right, left),
                                Ask.against(present, absent),
                                Ask.of(new Quantity.Play(watch, Optional.empty())),
                                Ask.of(new Quantity.OddsEverMade(watch))))
                .of(solution)
                .values();
        assertThat(read[0]).isZero();
        assertThat(read[1]).isPositive();
        assertThat(read[2]).as("watch is dormant, so never present").isNaN();
        assertThat(read[3]).isZero();
        assertThat(read[4]).isZero();
        assertThat(Variant.id(new Claim.Setting.AsIs())).isEqualTo("as-is");
    }

    @Test
    void everyStateIsFoundByItsBoard() {
        for (int x = 0; x < space.size(); x++) {
            assertThat(space.state(space.board(x))).isEqualTo(x);
        }
    }
}
