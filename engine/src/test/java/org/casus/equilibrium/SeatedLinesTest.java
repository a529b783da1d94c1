package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.game.Symmetric;
import org.casus.game.Unfolding;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two ways of [SeatedLines] give the same numbers to the last bit, also where actors change from one line
/// to another.
class SeatedLinesTest {

    /// Nine rivals need two lines.
    private final Layout layout = new Layout(game(Symmetric.race(9, 3)));

    private static Game game(Scenario scenario) {
        try {
            return Structure.compile(scenario).game(World.middle(scenario));
        } catch (org.casus.game.SizeException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void wideVectors() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assumeTrue(there, "this JVM was started without vectors");
        assumeTrue(VectorLines.wide(), "this machine has no vectors of eight floats");
    }

    @Test
    void driftMoveAndRespondAreTheSameEitherWay() {
        var random = new Random(1);
        assertThat(layout.lanes).isEqualTo(2 * Layout.LINE);
        assertThat(layout.turned()).isTrue();
        double[] v = random.doubles(layout.size(), -1, 1).toArray();
        float[] z = floats(random, layout.size());
        float[] diagonal = floats(random, layout.lanes);
        for (int x = 0; x < layout.states; x++) {
            for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                drift(random, v, x, line);
                move(random, diagonal, z, x, line);
                respond(random, z, x, line);
            }
        }
    }

    private void drift(Random random, double[] v, int x, int line) {
        int first = layout.game.jumpStart[x];
        int last = layout.game.jumpStart[x + 1];
        int k = x * layout.lanes + line;
        int at = 2 * layout.lanes + line;
        double[] jump = random.doubles(last - first).toArray();
        double[] scalar = random.doubles(3L * layout.lanes, -1, 1).toArray();
        double[] vector = scalar.clone();
        double sum = scalar[at + 5];
        for (int j = first; j < last; j++) {
            sum += jump[j - first] * (v[read(j, line + 5)] - v[k + 5]);
        }
        ScalarSeatedLines.drift(v, k, line, layout, first, last, jump, first, scalar, at);
        VectorSeatedLines.drift(v, k, line, layout, first, last, jump, first, vector, at);
        assertThat(vector).isEqualTo(scalar);
        assertThat(scalar[at + 5]).isCloseTo(sum, Offset.offset(1e-12));
    }

    private void move(Random random, float[] diagonal, float[] z, int x, int line) {
        int first = layout.game.jumpStart[x];
        int last = layout.game.jumpStart[x + 1];
        int k = x * layout.lanes + line;
        int slot = 3;
        float[] jump = floats(random, slot + last - first);
        float[] one = new float[layout.size()];
        float[] two = new float[layout.size()];
        float[] acrossOne = new float[(last - first) * layout.lanes];
        float[] acrossTwo = new float[acrossOne.length];
        ScalarSeatedLines.move(diagonal, z, one, k, line, layout, first, last, jump, slot, acrossOne);
        VectorSeatedLines.move(diagonal, z, two, k, line, layout, first, last, jump, slot, acrossTwo);
        assertThat(two).isEqualTo(one);
        assertThat(acrossTwo).isEqualTo(acrossOne);
        double sum = diagonal[line + 5] * z[k + 5];
        for (int j = first; j < last; j++) {
            float across = z[read(j, line + 5)] - z[k + 5];
            assertThat(acrossOne[(j - first) * layout.lanes + line + 5]).isEqualTo(across);
            sum -= jump[slot + j - first] * across;
        }
        assertThat((double) one[k + 5]).isCloseTo(sum, Offset.offset(1e-4));
    }

    private void respond(Random random, float[] v, int x, int line) {
        int jumps = layout.game.jumpStart[x];
        int first = layout.leads.start[layout.game.kind[x]];
        int count = layout.leads.start[layout.game.kind[x] + 1] - first;
        int k = x * layout.lanes + line;
        float[] change = floats(random, count);
        float[] sumsOne = floats(random, 2 * layout.lanes);
        float[] sumsTwo = sumsOne.clone();
        float[] one = floats(random, layout.size());
        float[] two = one.clone();
        double sum = (double) one[k + 5] - sumsOne[layout.lanes + line + 5];
        for (int j = 0; j < count; j++) {
            sum -= (double) change[j] * (v[read(jumps + layout.leads.jump[first + j], line + 5)] - v[k + 5]);
        }
        ScalarSeatedLines.respond(v, one, k, line, layout, jumps, first, change, count, sumsOne);
        VectorSeatedLines.respond(v, two, k, line, layout, jumps, first, change, count, sumsTwo);
        assertThat(two).isEqualTo(one);
        assertThat(sumsTwo).isEqualTo(sumsOne);
        assertThat(sumsOne[line + 5]).isZero();
        assertThat((double) one[k + 5]).isCloseTo(sum, Offset.offset(1e-4));
    }

    /// What a lane reads by jump j.
    private int read(int j, int lane) {
        return layout.game.jumpTo[j] * layout.lanes + layout.turns[layout.jumpTurn[j] + lane];
    }

    @Test
    void balanceIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = Lines.GROUP * random.nextInt(6);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(layout.states) * layout.lanes + line;
            float[] rate = floats(random, jumps);
            int[] at = random.ints(jumps, 0, layout.states)
                    .map(y -> y * layout.lanes)
                    .toArray();
            int turns = layout.turns.length / layout.lanes;
            int[] turn = random.ints(jumps, 0, turns).map(t -> t * layout.lanes).toArray();
            float[] b = floats(random, layout.size());
            float[] diagonal = floats(random, layout.lanes);
            float out = 2;
            float[] scalar = floats(random, layout.size());
            float[] vector = scalar.clone();
            double sum = b[k + 1];
            for (int j = 0; j < jumps; j++) {
                sum += (double) rate[j] * scalar[at[j] + layout.turns[turn[j] + line + 1]];
            }
            ScalarSeatedLines.balance(scalar, k, line, rate, at, turn, layout.turns, 0, jumps, b, diagonal, out);
            VectorSeatedLines.balance(vector, k, line, rate, at, turn, layout.turns, 0, jumps, b, diagonal, out);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            assertThat((double) scalar[k + 1])
                    .as("seed %d", seed)
                    .isCloseTo(sum / (diagonal[line + 1] + out), Offset.offset(1e-4 * (1 + Math.abs(sum))));
        }
    }

    @Test
    void nineRivalsAreThoseOfTheWholeGameOnAnyNumberOfThreads() throws Exception {
        Scenario scenario = Symmetric.race(9, 2);
        var folded = Structure.compile(scenario);
        var whole = Structure.compileWhole(scenario);
        World middle = World.middle(scenario);
        Settings settings = Settings.standard().withTolerance(1e-12).withThreads(1);
        Solution some = Equilibrium.solve(folded.game(middle), settings);
        Solution all = Equilibrium.solve(whole.game(middle), settings);
        assertThat(Unfolding.values(folded.space(), some.value(), whole.space()))
                .containsExactly(all.value(), Offset.offset(1e-9));
        Solution threads = Equilibrium.solve(folded.game(middle), settings.withThreads(3));
        assertThat(threads.value()).isEqualTo(some.value());
    }

    private static float[] floats(Random random, int count) {
        float[] floats = new float[count];
        for (int k = 0; k < count; k++) {
            floats[k] = random.nextFloat() * 2 - 1;
        }
        return floats;
    }
}
