package org.casus.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final double STEP = 1e-5;

    /// One state with three copies of a move, prices 0.2, 0.5 and 0.9, and a move of another kind.
    private static Game.Builder parts() {
        var b = new Game.Builder();
        b.actors = 1;
        b.states = 3;
        b.acts = new double[] {1.5};
        b.drifts = new double[] {0.2};
        b.discount = new double[] {0.1};
        b.kappa = new double[] {3};
        b.flow = new double[3];
        b.playStart = new int[] {0, 4, 4, 4};
        b.playActor = new int[4];
        b.playMove = new int[] {0, 1, 2, 3};
        b.playCost = new double[] {0.5, 0.2, 0.9, 0.1};
        b.leadStart = new int[] {0, 1, 2, 3, 4};
        b.leadTo = new int[] {1, 1, 1, 2};
        b.leadOdds = new double[] {0.7, 0.7, 0.7, 1};
        b.chanceStart = new int[4];
        return b;
    }

    private static double weighted(Consumer<Game.Builder> change) {
        var b = parts();
        change.accept(b);
        double[] weight = b.build().playWeight;
        return 2 * weight[0] - weight[1] + 3 * weight[2] + 0.5 * weight[3];
    }

    private static double difference(Change change) {
        return (weighted(b -> change.of(b, STEP)) - weighted(b -> change.of(b, -STEP))) / (2 * STEP);
    }

    private interface Change {
        void of(Game.Builder b, double by);
    }

    @Test
    void slopesOfWeightsAreThoseOfDifferences() {
        Game game = parts().build();
        var slopes = GameSlopes.none(game);
        slopes.throughWeights(game, new double[] {2, -1, 3, 0.5});
        var near = within(1e-7);
        for (int e = 0; e < 4; e++) {
            int play = e;
            assertThat(slopes.playCost()[e]).isCloseTo(difference((b, by) -> b.playCost[play] += by), near);
        }
        assertThat(slopes.kappa()[0]).isCloseTo(difference((b, by) -> b.kappa[0] += by), near);
        assertThat(slopes.acts()[0]).isCloseTo(difference((b, by) -> b.acts[0] += by), near);
        assertThat(slopes.drifts()[0]).isCloseTo(difference((b, by) -> b.drifts[0] += by), near);
    }

    @Test
    void directSlopesAdd() {
        var slopes = GameSlopes.none(parts().build());
        slopes.add(new double[] {1, 2, 3, 4}, new double[0]);
        slopes.add(new double[] {1, 1, 1, 1}, new double[0]);
        assertThat(slopes.leadOdds()).containsExactly(2, 3, 4, 5);
    }
}
