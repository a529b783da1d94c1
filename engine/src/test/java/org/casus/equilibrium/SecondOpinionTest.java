package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.casus.equilibrium.SecondOpinion.Found;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;

/// A second opinion finds what else is known to be there, keeps the reported equilibrium first, and says
/// nothing else of a game that has but one.
class SecondOpinionTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    /// Two actors each of whom would withdraw only if the other does: nobody moves, or both go.
    private static Game withdrawal() {
        return StandOff.withdrawal(2, 8, 2, 0.3, 0.5).game();
    }

    @Test
    void bothLastingEquilibriaOfAStandOffAreFound() throws NotSolvedException {
        var game = withdrawal();
        var reported = Equilibrium.solve(game, SETTINGS);
        var opinion = SecondOpinion.of(reported, SETTINGS, 12, 1);
        assertThat(opinion.several()).isTrue();
        assertThat(opinion.equilibria().getFirst().solution()).isSameAs(reported);
        assertThat(opinion.equilibria().getFirst().ways().getFirst()).isEqualTo("long-horizon limit");
        var first = opinion.equilibria().stream()
                .map(found -> found.solution().value()[0])
                .toList();
        assertThat(first).anySatisfy(v -> assertThat(v).isCloseTo(0.217, within(1e-3)));
        assertThat(first).anySatisfy(v -> assertThat(v).isCloseTo(0, within(1e-3)));
    }

    /// Whatever it shows is an equilibrium by the equations written down once more.
    @Test
    void whatIsShownAreEquilibria() throws NotSolvedException {
        var game = withdrawal();
        var opinion = SecondOpinion.of(Equilibrium.solve(game, SETTINGS), SETTINGS, 8, 2);
        var naive = new Naive(game);
        for (Found found : opinion.equilibria()) {
            assertThat(EquilibriumTest.largest(naive.field(found.solution().value())))
                    .as("found by %s", found.ways())
                    .isLessThan(1e-9);
        }
    }

    /// Every start is accounted for by exactly one equilibrium, or by a line that says why not.
    @Test
    void everyStartIsAccountedFor() throws NotSolvedException {
        int starts = 9;
        var opinion = SecondOpinion.of(Equilibrium.solve(withdrawal(), SETTINGS), SETTINGS, starts, 3);
        for (int k = 1; k <= starts; k++) {
            var way = "random start " + k;
            long ended = opinion.equilibria().stream()
                    .filter(found -> found.ways().contains(way))
                    .count();
            long said = opinion.log().stream()
                    .filter(line -> line.startsWith(way + ":"))
                    .count();
            assertThat(said).as(way).isEqualTo(1);
            assertThat(ended).as(way).isLessThanOrEqualTo(1);
        }
    }

    /// The same seed asks the same questions, on any number of threads; a start does not depend on how
    /// many there are.
    @Test
    void aSecondOpinionIsTheSameAgain() throws NotSolvedException {
        var reported = Equilibrium.solve(withdrawal(), SETTINGS);
        var one = SecondOpinion.of(reported, SETTINGS, 6, 4);
        var two = SecondOpinion.of(reported, SETTINGS.withThreads(2), 6, 4);
        var fewer = SecondOpinion.of(reported, SETTINGS, 3, 4);
        assertThat(two.log()).isEqualTo(one.log());
        assertThat(two.equilibria()).hasSameSizeAs(one.equilibria());
        for (int k = 0; k < one.equilibria().size(); k++) {
            assertThat(two.equilibria().get(k).ways())
                    .isEqualTo(one.equilibria().get(k).ways());
            assertThat(two.equilibria().get(k).solution().value())
                    .isEqualTo(one.equilibria().get(k).solution().value());
        }
        assertThat(one.log()).containsAll(fewer.log().subList(0, fewer.log().size() - 1));
    }

    /// Actors without sharpness have one equilibrium: every move at the rate it is drifted into.
    @Test
    void dullActorsHaveOne() throws NotSolvedException {
        var parts = RandomBoard.of(11, 3, Choice.INTENTIONS, 4, 0.3, 3, 2, 2);
        Arrays.fill(parts.kappa, 0.01);
        var opinion = SecondOpinion.of(Equilibrium.solve(parts.game(), SETTINGS), SETTINGS, 6, 5);
        assertThat(opinion.several()).isFalse();
        assertThat(opinion.equilibria().getFirst().ways()).contains("principal branch", "random start 1");
    }
}
