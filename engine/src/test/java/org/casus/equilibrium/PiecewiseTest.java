package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.game.Part;
import org.casus.game.Parts;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Games with a door that closes behind those who go through: parts in the right order, and the answer of
/// a game solved whole.
class PiecewiseTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    /// A random board of 1,280 states twice, with a door from the first to the second, where everything
    /// counts for more. States are shuffled, so that parts do not lie in one piece. Nobody is so sharp that
    /// there is no long-horizon limit.
    private static Game withADoor(long seed, Choice choice) {
        var once = RandomBoard.of(seed, 3, choice, 5, 4, 4, 4, 4);
        int n = once.states;
        int[] place = shuffled(2 * n, seed);
        var twice = new GameParts(2 * n, once.actors);
        twice.choice = choice;
        System.arraycopy(once.acts, 0, twice.acts, 0, once.actors);
        System.arraycopy(once.drifts, 0, twice.drifts, 0, once.actors);
        System.arraycopy(once.discount, 0, twice.discount, 0, once.actors);
        Arrays.setAll(twice.kappa, i -> 0.5 * once.kappa[i]);
        for (int side = 0; side < 2; side++) {
            int from = side * n;
            double weight = 1 + 0.3 * side;
            for (int x = 0; x < n; x++) {
                twice.flow[place[from + x]] =
                        Arrays.stream(once.flow[x]).map(u -> weight * u).toArray();
            }
            for (var play : once.plays) {
                var leads = new TreeMap<Integer, Double>();
                play.leads().forEach((to, odds) -> leads.put(place[from + to], odds));
                twice.play(place[from + play.state()], play.actor(), play.cost(), leads);
            }
            once.jumps.forEach(jump -> twice.jump(place[from + jump.from()], place[from + jump.to()], jump.rate()));
        }
        for (int x = 0; x < n; x++) {
            twice.jump(place[x], place[n + x], 0.05);
        }
        return twice.game();
    }

    private static int[] shuffled(int count, long seed) {
        int[] place = new int[count];
        Arrays.setAll(place, k -> k);
        var random = new SplittableRandom(seed);
        for (int k = count - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = place[k];
            place[k] = place[other];
            place[other] = kept;
        }
        return place;
    }

    @Test
    void partsAreAllStatesOnceAndLeadToNoLaterPart() {
        for (long seed = 1; seed <= 5; seed++) {
            var game = withADoor(seed, Choice.INTENTIONS);
            List<int[]> parts = Parts.of(game);
            assertThat(parts).as("seed %d", seed).hasSizeGreaterThan(1);
            int[] part = new int[game.states];
            Arrays.fill(part, -1);
            for (int k = 0; k < parts.size(); k++) {
                assertThat(parts.get(k)).as("seed %d", seed).isSorted();
                for (int x : parts.get(k)) {
                    assertThat(part[x]).as("state %d, seed %d", x, seed).isEqualTo(-1);
                    part[x] = k;
                }
            }
            for (int x = 0; x < game.states; x++) {
                assertThat(part[x]).as("state %d, seed %d", x, seed).isNotEqualTo(-1);
                for (int j = game.jumpStart[x]; j < game.jumpStart[x + 1]; j++) {
                    assertThat(part[game.jumpTo[j]]).as("seed %d", seed).isLessThanOrEqualTo(part[x]);
                }
            }
        }
    }

    /// A ring of states after another ring, and an end that only the first one comes to, whatever its number.
    @Test
    void anEndIsWithTheFirstPartThatJumpsThere() {
        int ring = 1500;
        for (int end : new int[] {0, 2 * ring}) {
            int first = end == 0 ? 1 : 0;
            int second = first + ring;
            var built = new GameParts(2 * ring + 1, 1);
            for (int k = 0; k < ring; k++) {
                built.jump(first + k, first + (k + 1) % ring, 1).jump(second + k, second + (k + 1) % ring, 1);
            }
            built.jump(first, second, 0.5).jump(first + 7, end, 0.1);
            List<int[]> parts = Parts.of(built.game());
            assertThat(parts).hasSize(2);
            assertThat(parts.getFirst())
                    .containsExactly(IntStream.range(second, second + ring).toArray());
            assertThat(parts.getLast()).hasSize(ring + 1).contains(end);
        }
    }

    /// In a part everything is as in the whole, and nothing happens in the states beside it.
    @Test
    void aPartIsTheGameAsItsStatesSeeIt() {
        var game = withADoor(3, Choice.INTENTIONS);
        var part = Part.of(game, Parts.of(game).getLast());
        var random = new SplittableRandom(1);
        double[] whole = new double[game.states * game.actors];
        Arrays.setAll(whole, k -> random.nextDouble(-5, 5));
        double[] own = new double[part.game().states * game.actors];
        for (int k = 0; k < part.state().length; k++) {
            System.arraycopy(whole, part.state()[k] * game.actors, own, k * game.actors, game.actors);
        }
        double[] inWhole = new Naive(game).field(whole);
        double[] inPart = new Naive(part.game()).field(own);
        for (int k = 0; k < part.own() * game.actors; k++) {
            int at = part.state()[k / game.actors] * game.actors + k % game.actors;
            assertThat(inPart[k]).isEqualTo(inWhole[at], within(1e-12));
        }
        assertThat(part.game().playStart[part.own()]).isEqualTo(part.game().plays());
        assertThat(part.game().jumpStart[part.own()]).isEqualTo(part.game().jumpTo.length);
    }

    @Test
    void aPartThatIsAllOfAGameIsTheGameItself() {
        var game = StandOff.ring(7, 3, 0.05).game();
        assertThat(Parts.of(game)).hasSize(1);
        var part = Part.of(game, Parts.of(game).getFirst());
        assertThat(part.game()).isSameAs(game);
        assertThat(part.state()).hasSize(game.states).isSorted().startsWith(0);
        assertThat(part.play()).hasSize(game.plays()).isSorted().startsWith(0);
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void partByPartTheAnswerIsThatOfTheWhole(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 3; seed++) {
            var game = withADoor(seed, choice);
            var whole = Equilibrium.solve(game, SETTINGS);
            var pieces = new Piecewise(game, SETTINGS).quickly(Optional.empty());
            assertThat(pieces.log()).as("seed %d", seed).anyMatch(line -> line.contains(" states: from nothing"));
            assertThat(pieces.value()).as("seed %d", seed).containsExactly(whole.value(), within(1e-6));
            assertThat(pieces.worth()).as("seed %d", seed).containsExactly(whole.worth(), within(1e-6));
            assertThat(pieces.rate()).as("seed %d", seed).containsExactly(whole.rate(), within(1e-6));
            assertThat(pieces.residual()).as("seed %d", seed).isLessThanOrEqualTo(1e-9);
        }
    }

    /// The residual is that of the whole game, whatever the parts it was found in.
    @Test
    void figuresAreThoseOfTheWholeGame() throws NotSolvedException {
        var game = withADoor(2, Choice.INTENTIONS);
        var found = new Piecewise(game, SETTINGS.withTolerance(1e-5)).quickly(Optional.empty());
        double[] left = new Naive(game).field(found.value());
        double gap = Arrays.stream(left).map(Math::abs).max().orElseThrow();
        assertThat(found.payoffGap()).isEqualTo(gap, within(1e-12));
        double residual = 0;
        for (int i = 0; i < game.actors; i++) {
            double most = 0;
            double size = 0;
            for (int k = i; k < left.length; k += game.actors) {
                most = Math.max(most, Math.abs(left[k]));
                size = Math.max(size, Math.abs(found.value()[k]));
            }
            residual = Math.max(residual, most / game.discount[i] / size);
        }
        assertThat(found.residual()).isEqualTo(residual, within(1e-12)).isLessThanOrEqualTo(1e-5);
    }

    /// What is said to be left of the error is of its size.
    @Test
    void theErrorIsEstimatedFromTheLastStep() throws NotSolvedException {
        for (long seed = 1; seed <= 3; seed++) {
            var game = withADoor(seed, Choice.INTENTIONS);
            double[] exact =
                    new Piecewise(game, SETTINGS).quickly(Optional.empty()).value();
            var rough = new Piecewise(game, SETTINGS.withTolerance(1e-4)).quickly(Optional.empty());
            double error = 0;
            for (int k = 0; k < exact.length; k++) {
                error = Math.max(error, Math.abs(exact[k] - rough.value()[k]));
            }
            assertThat(rough.valueError()).as("seed %d", seed).isBetween(error / 10, 10 * error);
        }
    }

    /// A start that is good enough is left as it is, and its error is told all the same.
    @Test
    void aStartThatNeedsNoStepHasAnError() throws NotSolvedException {
        var game = withADoor(2, Choice.INTENTIONS);
        double[] exact = new Piecewise(game, SETTINGS).quickly(Optional.empty()).value();
        var loose = SETTINGS.withTolerance(1e-3);
        double[] start = new Piecewise(game, SETTINGS.withTolerance(1e-5))
                .quickly(Optional.empty())
                .value();
        var left = new Piecewise(game, loose).near(start);
        assertThat(left.iterations().steps()).isZero();
        double error = 0;
        for (int k = 0; k < exact.length; k++) {
            error = Math.max(error, Math.abs(exact[k] - left.value()[k]));
        }
        assertThat(left.valueError()).isBetween(error / 3, 3 * error);
    }

    @Test
    void threadsLeaveNoTrace() throws NotSolvedException {
        var game = withADoor(1, Choice.INTENTIONS);
        var one = Equilibrium.solveQuickly(game, SETTINGS);
        var two = Equilibrium.solveQuickly(game, SETTINGS.withThreads(2));
        assertThat(two.value()).isEqualTo(one.value());
        assertThat(two.rate()).isEqualTo(one.rate());
    }
}
