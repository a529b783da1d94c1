package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Closed forms and limits in which the answer is known without solving a game, and whether the
/// figures that come with
/// a
/// solution are true.
class LimitsTest {

    private static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-12);

    /// At κ = 0 every weight is μ/λ, so each of n open moves is made at λ (μ/λ)/(1 + n μ/λ) = μ/(1 + n
    /// μ/λ), whatever
    /// anything is worth. Copies count as one.
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"INTENTIONS", "MISTAKES"})
    void withoutSharpnessEveryMoveIsMadeAtItsDrift(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 10; seed++) {
            var parts = RandomBoard.of(seed, 3, choice, 3, 3, 2);
            Arrays.fill(parts.kappa, 0);
            var game = parts.game();
            var solution = Equilibrium.solve(game, EXACT);
            for (int e = 0; e < game.plays(); e++) {
                assertThat(solution.rate()[e])
                        .as("%s, seed %d, play %d", choice, seed, e)
                        .isCloseTo(driftOf(game, e), within(1e-14));
            }
        }
    }

    /// And near κ = 0 it is so up to λ κ |A| n. Not under *tastes*, where values grow as 1/κ: being free is worth that.
    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"INTENTIONS", "MISTAKES"})
    void withLittleSharpnessNearly(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 10; seed++) {
            var parts = RandomBoard.of(seed, 3, choice, 3, 3, 2);
            Arrays.fill(parts.kappa, 1e-6);
            var game = parts.game();
            var solution = Equilibrium.solve(game, EXACT);
            for (int e = 0; e < game.plays(); e++) {
                assertThat(solution.rate()[e])
                        .as("%s, seed %d, play %d", choice, seed, e)
                        .isCloseTo(driftOf(game, e), within(1e-3));
            }
        }
    }

    /// As κ → ∞ one actor under *intentions* plans as if it took the best move whenever its chance to
    /// act came:
    ///
    ///     V*(x) (ρ + r + λ) = u + r P V* + λ max(V*(x), max_m Q(x, m))
    ///
    /// At finite κ the expectation of its choice lies within (ln(n + 1) + ln⁺(λ/μ))/κ of the best:
    /// the entropy of the choice and the weight of waiting are at most that.
    /// So 0 ≤ V* − V ≤ (λ/ρ) (ln(n + 1) + ln⁺(λ/μ))/κ.
    @ParameterizedTest
    @ValueSource(doubles = {20, 200, 2000})
    void aSharpActorStopsOptimally(double kappa) throws NotSolvedException {
        for (long seed = 1; seed <= 10; seed++) {
            var parts = RandomBoard.of(seed, 1, Choice.INTENTIONS, 4, 3, 3);
            parts.kappa[0] = kappa;
            var game = parts.game();
            double[] best = optimalStopping(game);
            double[] v = Equilibrium.solve(game, EXACT).value();
            double acts = parts.acts[0];
            double most = Math.log(5) + Math.max(0, Math.log(acts / parts.drifts[0]));
            for (int x = 0; x < game.states; x++) {
                assertThat(best[x] - v[x])
                        .as("kappa %s, seed %d, state %d", kappa, seed, x)
                        .isBetween(-1e-8, acts / parts.discount[0] * most / kappa);
            }
        }
    }

    /// Chance alone moves between two states at rates a and b: with D = u₁ − u₀ the values differ by
    /// D/(ρ + a + b), and
    /// V₀ = (u₀ + a D/(ρ + a + b))/ρ.
    @Test
    void twoStatesThatChanceMovesBetween() throws NotSolvedException {
        double a = 0.3;
        double b = 0.07;
        var parts = new GameParts(2, 2).jump(0, 1, a).jump(1, 0, b);
        double[][] flow = {{0.2, -0.4}, {-0.1, 0.5}};
        for (int x = 0; x < 2; x++) {
            parts.flow[x] = flow[x];
        }
        parts.discount[1] = 0.013;
        var solution = Equilibrium.solve(parts.game(), EXACT);
        for (int i = 0; i < 2; i++) {
            double rho = parts.discount[i];
            double apart = (flow[1][i] - flow[0][i]) / (rho + a + b);
            close(solution.value()[i], (flow[0][i] + a * apart) / rho);
            close(solution.value()[2 + i], (flow[1][i] - b * apart) / rho);
        }
        assertThat(solution.worth()).containsExactly(solution.value(), within(1e-9));
    }

    /// One irreversible move, 0 → 1. With a = A, the equation is one in one unknown:
    ///
    ///     ρ (V₁ − c − a) = u₀ + h(a) g(a),   h(a) = λ w/(1 + w),   w = (μ/λ) e^(κa)
    ///
    /// with g = a⁺, a, or (λ/κ) ln(1 + w) for h g; its left side falls in a faster than its right
    /// ever does (under *mistakes* by no more than λ/10 < ρ), so bisection finds the only root.
    /// Worth is (u₀ − h c + h W₁)/(ρ + h), W₁ = V₁ = u₁/ρ. Wanted and unwanted moves both.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void oneIrreversibleMove(Choice choice) throws NotSolvedException {
        for (double prize : new double[] {-4, -0.5, 0, 0.2, 1, 8}) {
            var parts = new GameParts(2, 1).play(0, 0, 0.3, 1);
            parts.choice = choice;
            parts.acts[0] = 0.4;
            parts.drifts[0] = choice == Choice.INTENTIONS ? 0.1 : 0.4;
            parts.kappa[0] = 2.5;
            parts.flow[0][0] = 0.02;
            parts.flow[1][0] = 0.05 * prize;
            var solution = Equilibrium.solve(parts.game(), EXACT);
            double advantage = onlyRoot(parts, prize);
            double h = hazard(parts, advantage);
            close(solution.value()[1], prize);
            close(solution.value()[0], prize - 0.3 - advantage);
            close(solution.rate()[0], h);
            close(solution.worth()[1], prize);
            close(solution.worth()[0], (0.02 - h * 0.3 + h * prize) / (0.05 + h));
        }
    }

    /// A move nobody means to make is left out of V but not of W: here it costs c each time at the
    /// rate μ/(1 + μ/λ) of
    /// κ = 0, V₀ = u₀/ρ and ρ (V₀ − W₀) = h (W₀ − W₁ + c). V − W ≥ 0 is the price of errors to come.
    @Test
    void errorsToComeHaveAPrice() throws NotSolvedException {
        var parts = new GameParts(2, 1).play(0, 0, 2, 1);
        parts.kappa[0] = 0;
        parts.acts[0] = 1;
        parts.drifts[0] = 0.125;
        parts.flow[0][0] = 0.1;
        var solution = Equilibrium.solve(parts.game(), EXACT);
        double h = 0.125 / 1.125;
        close(solution.rate()[0], h);
        close(solution.value()[0], 0.1 / 0.05);
        close(solution.worth()[0], (0.1 - 2 * h) / (0.05 + h));
    }

    /// What never ends is worth u/ρ, V and W alike.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void absorbingStatesAreWorthTheirFlowForEver(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 10; seed++) {
            var parts = RandomBoard.of(seed, 3, choice, 3, 3, 2);
            var game = parts.game();
            var solution = Equilibrium.solve(game, EXACT);
            for (int x = 2; x < game.states; x += 3) {
                for (int i = 0; i < game.actors; i++) {
                    double worth = parts.flow[x][i] / parts.discount[i];
                    var at = "%s, seed %d, state %d, actor %d".formatted(choice, seed, x, i);
                    assertThat(solution.value()[x * 3 + i]).as(at).isCloseTo(worth, within(1e-9));
                    assertThat(solution.worth()[x * 3 + i]).as(at).isCloseTo(worth, within(1e-9));
                }
            }
        }
    }

    /// The error said is the error: one more Newton step, solved to a tenth, from a solution found
    /// loosely is about as
    /// long as the way to the same solution found to the last digit. A loose solution may be exact all
    /// the same.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void theErrorSaidIsTheError(Choice choice) throws NotSolvedException {
        int compared = 0;
        for (long seed = 1; seed <= 30; seed++) {
            var game =
                    RandomBoard.of(seed, 1 + (int) (seed % 4), choice, 3, 3, 3).game();
            double[] exact = Equilibrium.solve(game, EXACT).value();
            for (double tolerance : new double[] {1e-1, 1e-3, 1e-5}) {
                var loose = Equilibrium.solve(game, EXACT.withTolerance(tolerance));
                double error = 0;
                for (int k = 0; k < exact.length; k++) {
                    error = Math.max(error, Math.abs(loose.value()[k] - exact[k]));
                }
                var seen = "%s, seed %d, tolerance %s".formatted(choice, seed, tolerance);
                assertThat(loose.residual()).as(seen).isLessThanOrEqualTo(tolerance);
                if (error > 1e-9) {
                    compared++;
                    assertThat(loose.valueError()).as(seen).isBetween(error / 3, error * 3);
                } else {
                    assertThat(loose.valueError()).as(seen).isLessThan(1e-8);
                }
            }
        }
        assertThat(compared).as("loose solutions with an error to compare").isGreaterThan(20);
    }

    /// The residual and the payoff gap are what a second implementation finds, however loose the
    /// solution, and the gap
    /// is
    /// a certificate: V is an equilibrium, and the one found, of the game whose flows are u − F(V).
    @ParameterizedTest
    @EnumSource(Choice.class)
    void theGapIsACertificate(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 10; seed++) {
            var parts = RandomBoard.of(seed, 2, choice, 3, 3, 2);
            var game = parts.game();
            var loose = Equilibrium.solve(game, EXACT.withTolerance(1e-2));
            double[] f = new Naive(game).field(loose.value());
            double gap = 0;
            double residual = 0;
            for (int i = 0; i < 2; i++) {
                double most = 0;
                double size = 0;
                for (int x = 0; x < game.states; x++) {
                    most = Math.max(most, Math.abs(f[2 * x + i]));
                    size = Math.max(size, Math.abs(loose.value()[2 * x + i]));
                    parts.flow[x][i] -= f[2 * x + i];
                }
                gap = Math.max(gap, most);
                residual = Math.max(residual, most / game.discount[i] / size);
            }
            var seen = choice + ", seed " + seed;
            assertThat(loose.payoffGap()).as(seen).isCloseTo(gap, within(1e-12));
            assertThat(loose.residual()).as(seen).isCloseTo(residual, within(1e-11));
            assertThat(Equilibrium.solve(parts.game(), EXACT).value())
                    .as(seen)
                    .containsExactly(loose.value(), within(1e-8));
        }
    }

    private static double driftOf(Game game, int play) {
        int x = 0;
        while (game.playStart[x + 1] <= play) {
            x++;
        }
        int i = game.playActor[game.entry(x, play)];
        double moves = 0;
        double copies = 0;
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            if (game.playActor[game.entry(x, e)] == i) {
                double like = 0;
                for (int f = game.playStart[x]; f < game.playStart[x + 1]; f++) {
                    like += game.playActor[game.entry(x, f)] == i
                                    && leads(game, x, f).equals(leads(game, x, e))
                            ? 1
                            : 0;
                }
                moves += 1 / like;
                copies = e == play ? like : copies;
            }
        }
        return game.drifts[i] / (1 + moves * game.drifts[i] / game.acts[i]) / copies;
    }

    private static Map<Integer, Double> leads(Game game, int x, int e) {
        var leads = new TreeMap<Integer, Double>();
        for (int l = game.leadStart[game.entry(x, e)]; l < game.leadStart[game.entry(x, e) + 1]; l++) {
            leads.put(game.leadTo(x, l), Math.round(game.leadOdds[l] * 1e9) / 1e9);
        }
        return leads;
    }

    /// V* by value iteration.
    private static double[] optimalStopping(Game game) {
        double[] v = new double[game.states];
        var naive = new Naive(game);
        double change = 1;
        while (change > 1e-12) {
            change = 0;
            for (int x = 0; x < game.states; x++) {
                double in = game.flow(x, 0);
                double out = game.discount[0] + game.acts[0];
                for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                    in += game.chanceRate[k] * v[game.chanceTo(x, k)];
                    out += game.chanceRate[k];
                }
                double best = 0;
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    best = Math.max(best, naive.advantage(x, e, v));
                }
                double next = (in + game.acts[0] * (v[x] + best)) / out;
                change = Math.max(change, Math.abs(next - v[x]));
                v[x] = next;
            }
        }
        return v;
    }

    private static double weight(GameParts parts, double advantage) {
        return parts.drifts[0] / parts.acts[0] * Math.exp(parts.kappa[0] * advantage);
    }

    private static double hazard(GameParts parts, double advantage) {
        double w = weight(parts, advantage);
        return parts.acts[0] * w / (1 + w);
    }

    private static double onlyRoot(GameParts parts, double prize) {
        double low = -100;
        double high = 100;
        for (int k = 0; k < 200; k++) {
            double a = (low + high) / 2;
            double own = switch (parts.choice) {
                case INTENTIONS -> hazard(parts, a) * Math.max(0, a);
                case MISTAKES -> hazard(parts, a) * a;
                case TASTES -> parts.acts[0] / parts.kappa[0] * Math.log1p(weight(parts, a));
            };
            if (parts.discount[0] * (prize - 0.3 - a) > parts.flow[0][0] + own) {
                low = a;
            } else {
                high = a;
            }
        }
        return low;
    }

    private static void close(double is, double expected) {
        assertThat(is).isCloseTo(expected, within(1e-9));
    }
}
