package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What must not matter: the names and the order of things, where an actor's worth is counted from,
/// whether an
/// outcome or a move is stated in one piece or in several, and in what units time is told. Each holds
/// of the
/// equations and of the game that ends at any T, so it holds of the long-horizon limit, several
/// equilibria or
/// not.
class InvarianceTest {

    private static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-12);
    private static final int SEEDS = 12;
    private static final double SAME = 1e-8;

    /// F is written without the names of actors: V, W and h are permuted with them.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void namesOfActorsDoNotMatter(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            int[] name = shuffled(parts.actors, seed);
            var renamed = copy(parts, parts.states, x -> x, i -> name[i]);
            var before = Equilibrium.solve(parts.game(), EXACT);
            var after = Equilibrium.solve(renamed.game(), EXACT);
            same(choice, seed, before, after, x -> x, i -> name[i]);
        }
    }

    /// Nor does it know the number of a state.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void namesOfStatesDoNotMatter(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            int[] name = shuffled(parts.states, seed);
            var renamed = copy(parts, parts.states, x -> name[x], i -> i);
            var before = Equilibrium.solve(parts.game(), EXACT);
            var after = Equilibrium.solve(renamed.game(), EXACT);
            same(choice, seed, before, after, x -> name[x], i -> i);
        }
    }

    /// A state's moves are a set: stated in another order they are made at the same rates.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void orderOfMovesDoesNotMatter(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            var reordered = copy(parts, parts.states, x -> x, i -> i);
            Collections.shuffle(reordered.plays, new Random(seed));
            Collections.shuffle(reordered.jumps, new Random(seed));
            var before = Equilibrium.solve(parts.game(), EXACT);
            var after = Equilibrium.solve(reordered.game(), EXACT);
            same(choice, seed, before, after, x -> x, i -> i);
        }
    }

    /// A flow of c in every state is worth c/ρ whatever anyone does, so V and W rise by c/ρ and no
    /// rate changes.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aConstantFlowIsWorthItselfForEver(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            int actor = (int) (seed % parts.actors);
            double flow = 0.1 * (seed % 2 == 0 ? 1 : -1);
            var before = Equilibrium.solve(parts.game(), EXACT);
            for (int x = 0; x < parts.states; x++) {
                parts.flow[x][actor] += flow;
            }
            var after = Equilibrium.solve(parts.game(), EXACT);
            for (int k = 0; k < before.value().length; k++) {
                double rise = k % parts.actors == actor ? flow / parts.discount[actor] : 0;
                near(choice, seed, "V", k, after.value()[k], before.value()[k] + rise);
                near(choice, seed, "W", k, after.worth()[k], before.worth()[k] + rise);
            }
            for (int e = 0; e < before.rate().length; e++) {
                near(choice, seed, "h", e, after.rate()[e], before.rate()[e]);
            }
        }
    }

    /// P_m V is linear in the odds: 30% and 70% of a lead to the same state are the lead.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aLeadStatedInTwoPiecesIsTheLead(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var game = board(seed, choice).game();
            var before = Equilibrium.solve(game, EXACT);
            var after = Equilibrium.solve(leadsInTwo(game, 0.3), EXACT);
            same(choice, seed, before, after, x -> x, i -> i);
        }
    }

    /// Two states from which everything goes on alike are worth the same; what led to one may lead to
    /// either, in
    /// any proportion.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aLeadSplitBetweenAStateAndItsDoubleIsTheLead(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            int twin = (int) (seed * 5 % parts.states);
            var before = Equilibrium.solve(parts.game(), EXACT);
            var after = Equilibrium.solve(doubled(parts, twin, 0.3).game(), EXACT);
            int n = parts.actors;
            for (int x = 0; x <= parts.states; x++) {
                int was = x < parts.states ? x : twin;
                for (int i = 0; i < n; i++) {
                    near(choice, seed, "V", x * n + i, after.value()[x * n + i], before.value()[was * n + i]);
                    near(choice, seed, "W", x * n + i, after.worth()[x * n + i], before.worth()[was * n + i]);
                }
            }
            for (int e = 0; e < before.rate().length; e++) {
                near(choice, seed, "h", e, after.rate()[e], before.rate()[e]);
            }
        }
    }

    /// "Stating a move twice changes nothing": the two are made together as often as the one was, half
    /// and half.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void statingAPlayTwiceChangesNothing(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = board(seed, choice);
            var before = Equilibrium.solve(parts.game(), EXACT);
            var twice = copy(parts, parts.states, x -> x, i -> i);
            twice.plays.addAll(parts.plays);
            var after = Equilibrium.solve(twice.game(), EXACT);
            for (int k = 0; k < before.value().length; k++) {
                near(choice, seed, "V", k, after.value()[k], before.value()[k]);
                near(choice, seed, "W", k, after.worth()[k], before.worth()[k]);
            }
            var was = ratesByPlay(before);
            var is = ratesByPlay(after);
            assertThat(is.keySet()).isEqualTo(was.keySet());
            for (var play : was.entrySet()) {
                assertThat(is.get(play.getKey()))
                        .as("%s, seed %d, %s", choice, seed, play.getKey())
                        .isCloseTo(play.getValue(), within(SAME));
            }
        }
    }

    /// A dearer copy shares the weight of the best: with s = Σ_k e^(−κ(c_k − c₀)) over the copies of a
    /// play, play k
    /// has w_k = (μ/λ) e^(κA₀) · e^(−κ(c_k − c₀)) / s, where A₀ is the advantage of the cheapest.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aDearerCopySharesTheWeightOfTheBest(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var parts = new GameParts(3, 1);
            parts.choice = choice;
            parts.acts[0] = 1.5;
            parts.drifts[0] = choice == Choice.INTENTIONS ? 0.2 : 1.5;
            parts.kappa[0] = 2 + 0.1 * seed;
            parts.flow[1][0] = 0.05 * seed / 3;
            parts.flow[2][0] = -0.1;
            double cost = 0.05;
            double dearer = 0.1 * seed;
            parts.play(0, 0, cost + dearer, 1).play(0, 0, cost, 1).play(0, 0, 0.02, 2);
            var solution = Equilibrium.solve(parts.game(), EXACT);
            double[] v = solution.value();
            double kappa = parts.kappa[0];
            double best = parts.drifts[0] / parts.acts[0] * Math.exp(kappa * (v[1] - v[0] - cost));
            double other = parts.drifts[0] / parts.acts[0] * Math.exp(kappa * (v[2] - v[0] - 0.02));
            double share = 1 / (1 + Math.exp(-kappa * dearer));
            double all = parts.acts[0] / (1 + best + other);
            near(choice, seed, "h", 0, solution.rate()[0], all * best * (1 - share));
            near(choice, seed, "h", 1, solution.rate()[1], all * best * share);
            near(choice, seed, "h", 2, solution.rate()[2], all * other);
            near(choice, seed, "V", 1, v[1], parts.flow[1][0] / parts.discount[0]);
        }
    }

    /// Days for weeks: every rate and every flow divided by seven leaves the points as they are and
    /// divides h by
    /// seven.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void theClockUnitDoesNotMatter(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double pace = seed % 2 == 0 ? 1.0 / 7 : 52;
            var parts = board(seed, choice);
            var told = copy(parts, parts.states, x -> x, i -> i);
            for (int i = 0; i < parts.actors; i++) {
                told.acts[i] *= pace;
                told.drifts[i] *= pace;
                told.discount[i] *= pace;
                for (int x = 0; x < parts.states; x++) {
                    told.flow[x][i] *= pace;
                }
            }
            told.jumps.replaceAll(j -> new GameParts.Jump(j.from(), j.to(), j.rate() * pace));
            var before = Equilibrium.solve(parts.game(), EXACT);
            var after = Equilibrium.solve(told.game(), EXACT);
            for (int k = 0; k < before.value().length; k++) {
                near(choice, seed, "V", k, after.value()[k], before.value()[k]);
                near(choice, seed, "W", k, after.worth()[k], before.worth()[k]);
            }
            for (int e = 0; e < before.rate().length; e++) {
                near(choice, seed, "h", e, after.rate()[e] / pace, before.rate()[e]);
            }
        }
    }

    private static GameParts board(long seed, Choice choice) {
        return RandomBoard.of(seed, 1 + (int) (seed % 4), choice, 3, 2, 2 + (int) (seed % 2));
    }

    private static int[] shuffled(int count, long seed) {
        var names = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(names, new Random(seed));
        return names.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The parts with state x called `state(x)` and actor i called `actor(i)`, and room for `states`.
    private static GameParts copy(GameParts parts, int states, IntUnaryOperator state, IntUnaryOperator actor) {
        var copy = new GameParts(states, parts.actors);
        copy.choice = parts.choice;
        for (int i = 0; i < parts.actors; i++) {
            int j = actor.applyAsInt(i);
            copy.acts[j] = parts.acts[i];
            copy.drifts[j] = parts.drifts[i];
            copy.discount[j] = parts.discount[i];
            copy.kappa[j] = parts.kappa[i];
            for (int x = 0; x < parts.states; x++) {
                copy.flow[state.applyAsInt(x)][j] = parts.flow[x][i];
            }
        }
        for (var play : parts.plays) {
            Map<Integer, Double> leads = new TreeMap<>();
            play.leads().forEach((to, odds) -> leads.put(state.applyAsInt(to), odds));
            copy.play(state.applyAsInt(play.state()), actor.applyAsInt(play.actor()), play.cost(), leads);
        }
        for (var jump : parts.jumps) {
            copy.jump(state.applyAsInt(jump.from()), state.applyAsInt(jump.to()), jump.rate());
        }
        return copy;
    }

    /// The parts with a state more, the double of `twin`, to which `share` of everything goes that
    /// went to `twin`.
    private static GameParts doubled(GameParts parts, int twin, double share) {
        int extra = parts.states;
        var split = copy(parts, parts.states + 1, x -> x, i -> i);
        split.flow[extra] = parts.flow[twin].clone();
        split.plays.clear();
        split.jumps.clear();
        for (int x = 0; x <= extra; x++) {
            int was = x < extra ? x : twin;
            for (var play : parts.plays) {
                if (play.state() == was) {
                    Map<Integer, Double> leads = new TreeMap<>(play.leads());
                    double odds = leads.getOrDefault(twin, 0.0);
                    if (odds > 0) {
                        leads.put(twin, (1 - share) * odds);
                        leads.put(extra, share * odds);
                    }
                    split.play(x, play.actor(), play.cost(), leads);
                }
            }
            for (var jump : parts.jumps) {
                if (jump.from() == was) {
                    boolean there = jump.to() == twin;
                    split.jump(x, jump.to(), there ? (1 - share) * jump.rate() : jump.rate());
                    split.jump(x, extra, there ? share * jump.rate() : 0);
                }
            }
        }
        return split;
    }

    /// The game with every lead stated in two pieces.
    private static Game leadsInTwo(Game game, double share) {
        Game.Builder b = Game.Builder.of(game);
        int[] to = b.leadTo;
        double[] odds = b.leadOdds;
        b.playWeight = new double[0];
        b.leadStart = Arrays.stream(b.leadStart).map(k -> 2 * k).toArray();
        b.leadTo = new int[2 * to.length];
        b.leadOdds = new double[b.leadTo.length];
        for (int k = 0; k < b.leadTo.length; k++) {
            b.leadTo[k] = to[k / 2];
            b.leadOdds[k] = odds[k / 2] * (k % 2 == 0 ? share : 1 - share);
        }
        return b.build();
    }

    /// `after` is `before` with other names for states and actors.
    private static void same(
            Choice choice, long seed, Solution before, Solution after, IntUnaryOperator state, IntUnaryOperator actor) {
        var game = before.game();
        int n = game.actors;
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < n; i++) {
                int k = state.applyAsInt(x) * n + actor.applyAsInt(i);
                near(choice, seed, "V", k, after.value()[k], before.value()[x * n + i]);
                near(choice, seed, "W", k, after.worth()[k], before.worth()[x * n + i]);
            }
        }
        var is = ratesByPlay(after);
        var was = new TreeMap<String, Double>();
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                was.merge(name(game, x, e, state, actor), before.rate()[e], Double::sum);
            }
        }
        assertThat(is.keySet()).as("%s, seed %d", choice, seed).isEqualTo(was.keySet());
        was.forEach((play, rate) -> assertThat(is.get(play))
                .as("%s, seed %d, %s", choice, seed, play)
                .isCloseTo(rate, within(SAME)));
    }

    /// Total rate by state, actor, price and where it leads: a name for each play that does not depend
    /// on its
    /// number.
    private static Map<String, Double> ratesByPlay(Solution solution) {
        var game = solution.game();
        var rates = new TreeMap<String, Double>();
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                rates.merge(name(game, x, e, y -> y, i -> i), solution.rate()[e], Double::sum);
            }
        }
        return rates;
    }

    private static String name(Game game, int x, int e, IntUnaryOperator state, IntUnaryOperator actor) {
        var leads = new TreeMap<Integer, Double>();
        int p = game.entry(x, e);
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            leads.merge(state.applyAsInt(game.leadTo(x, l)), game.leadOdds[l], Double::sum);
        }
        leads.replaceAll((to, odds) -> Math.round(odds * 1e9) / 1e9);
        return "state " + state.applyAsInt(x) + ", actor " + actor.applyAsInt(game.playActor[p]) + ", cost "
                + game.playCost[p] + ", to " + leads;
    }

    private static void near(Choice choice, long seed, String what, int at, double is, double was) {
        assertThat(is).as("%s, seed %d, %s[%d]", choice, seed, what, at).isCloseTo(was, within(SAME));
    }
}
