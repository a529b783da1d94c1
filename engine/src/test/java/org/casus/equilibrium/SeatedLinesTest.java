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
    void driftAndMoveAreTheSameEitherWay() {
        var random = new Random(1);
        assertThat(layout.lanes).isEqualTo(2 * Layout.LINE);
        assertThat(layout.turned()).isTrue();
        double[] v = random.doubles(layout.size(), -1, 1).toArray();
        double[] jump = random.doubles(layout.jumpTo.length).toArray();
        float[] z = floats(random, layout.size());
        float[] value = floats(random, layout.size());
        float[] rate = floats(random, jump.length);
        float[] diagonal = floats(random, layout.lanes);
        for (int x = 0; x < layout.states; x++) {
            int first = layout.jumpStart[x];
            int last = layout.jumpStart[x + 1];
            float[] response = floats(random, last - first);
            for (int line = 0; line < layout.lanes; line += Layout.LINE) {
                int k = x * layout.lanes + line;
                double[] scalar = random.doubles(layout.size(), -1, 1).toArray();
                double[] vector = scalar.clone();
                double sum = scalar[k + 5];
                for (int j = first; j < last; j++) {
                    int y = layout.jumpTo[j] * layout.lanes;
                    sum += jump[j] * (v[y + layout.turns[layout.jumpTurn[j] + line + 5]] - v[k + 5]);
                }
                ScalarSeatedLines.drift(v, scalar, k, line, layout, jump, first, last);
                VectorSeatedLines.drift(v, vector, k, line, layout, jump, first, last);
                assertThat(vector).isEqualTo(scalar);
                assertThat(scalar[k + 5]).isCloseTo(sum, Offset.offset(1e-12));
                float[] one = new float[layout.size()];
                float[] two = new float[layout.size()];
                ScalarSeatedLines.move(diagonal, z, value, one, k, line, layout, rate, first, last, response, first);
                VectorSeatedLines.move(diagonal, z, value, two, k, line, layout, rate, first, last, response, first);
                assertThat(two).isEqualTo(one);
            }
        }
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
            int[] turn =
                    random.ints(jumps, 0, turns).map(t -> t * layout.lanes).toArray();
            float[] b = floats(random, layout.size());
            float[] inverse = floats(random, layout.size());
            float[] scalar = floats(random, layout.size());
            float[] vector = scalar.clone();
            double sum = b[k + 1];
            for (int j = 0; j < jumps; j++) {
                sum += (double) rate[j] * scalar[at[j] + layout.turns[turn[j] + line + 1]];
            }
            ScalarSeatedLines.balance(scalar, k, line, rate, at, turn, layout.turns, 0, jumps, b, inverse);
            VectorSeatedLines.balance(vector, k, line, rate, at, turn, layout.turns, 0, jumps, b, inverse);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            assertThat((double) scalar[k + 1])
                    .as("seed %d", seed)
                    .isCloseTo(sum * inverse[k + 1], Offset.offset(1e-4 * (1 + Math.abs(sum))));
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
