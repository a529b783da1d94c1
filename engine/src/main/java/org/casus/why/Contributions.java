package org.casus.why;

import java.util.Arrays;
import java.util.List;
import org.casus.chain.Behaviour;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.equilibrium.Streams;
import org.casus.game.Game;
import org.casus.game.Stake;
import org.casus.scenario.Choice;

/// V_i taken apart into what each stake of actor i adds to it. With rates h and the set of plays that i
/// counts on as they are at the solution, V_i is linear in i's payoffs:
///
///     (ρ_i + Σ_y jump_i(x, y)) V_ij(x) = u_ij(x) − Σ_{e of i, counted} h_e c_ej + Σ_y jump_i(x, y) V_ij(y)
///
/// where jump_i holds chance, everyone else's plays, and of i's own plays those it counts on: the ones
/// with A > 0 under *intentions*, all under the other readings. Summed over j this is the equation of V_i:
/// under *mistakes* as it stands, under *tastes* with one stream more, the freedom to choose
/// (λ/κ) ln(1 + Σ w) − Σ h_e A_e.
///
/// Cost: one linear solve for every eight stakes. Memory 8 bytes a state and stake.
final class Contributions {

    /// Streams solved at once.
    private static final int BATCH = 8;

    private final Solution solution;
    private final Game game;
    private final int actor;
    private final List<Stake> stakes;
    private final Behaviour behaviour;
    private final double[][] flow;
    private final Jumps jumps;

    /// The jumps that the actor counts on, the same for all its stakes.
    private record Jumps(int[] start, int[] to, double[] rate) {}

    private Contributions(Solution solution, int actor, List<Stake> stakes) {
        this.solution = solution;
        this.actor = actor;
        this.stakes = stakes;
        game = solution.game();
        behaviour = Behaviour.of(game, solution.value());
        boolean freedom = game.choice == Choice.TASTES;
        flow = new double[stakes.size() + (freedom ? 1 : 0)][game.states];
        for (int x = 0; x < game.states; x++) {
            for (int j = 0; j < stakes.size(); j++) {
                flow[j][x] = stakes.get(j).flow(x);
            }
            prices(x);
            if (freedom) {
                flow[stakes.size()][x] = freedom(x);
            }
        }
        jumps = jumps();
    }

    /// V_ij, `[stake][R]`; under *tastes* the freedom to choose is one stake more, the last.
    ///
    /// @throws NotSolvedException if the linear systems cannot be solved
    static double[][] of(Solution solution, int actor, List<Stake> stakes, Settings settings)
            throws NotSolvedException {
        var made = new Contributions(solution, actor, stakes);
        double[][] values = new double[made.flow.length][made.game.states];
        for (int from = 0; from < values.length; from += BATCH) {
            int streams = Math.min(BATCH, values.length - from);
            double[] worth = Streams.worth(made.streams(from, streams), settings);
            for (int j = 0; j < streams; j++) {
                for (int x = 0; x < made.game.states; x++) {
                    values[from + j][x] = worth[x * streams + j];
                }
            }
        }
        return values;
    }

    private boolean counted(int play) {
        return game.choice != Choice.INTENTIONS || behaviour.advantage()[play] > 0;
    }

    private void prices(int x) {
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            if (game.playActor[p] == actor && counted(e)) {
                for (int j = 0; j < stakes.size(); j++) {
                    flow[j][x] += solution.rate()[e] * stakes.get(j).paid(x, game.playMove[p]);
                }
            }
        }
    }

    /// (λ/κ) ln(1 + Σ w) − Σ h A. With p = h/λ and p₀ = 1 − Σ p the share of waiting, 1 + Σ w = 1/p₀; taken
    /// from the likeliest option, so that no share is lost.
    private double freedom(int x) {
        double top = 0;
        double meant = 0;
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            if (game.playActor[game.entry(x, e)] == actor) {
                top = Math.max(top, exponent(x, e));
                meant += solution.rate()[e] * behaviour.advantage()[e];
            }
        }
        double sum = Math.exp(-top);
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            if (game.playActor[game.entry(x, e)] == actor) {
                sum += Math.exp(exponent(x, e) - top);
            }
        }
        return game.acts[actor] / game.kappa[actor] * (top + Math.log(sum)) - meant;
    }

    private double exponent(int x, int e) {
        return game.playWeight[game.entry(x, e)] + game.kappa[actor] * behaviour.advantage()[e];
    }

    /// The streams `from` … `from + count − 1` as a game without plays.
    private Game streams(int from, int count) {
        var b = new Game.Builder();
        b.chanceStart = jumps.start;
        b.chanceTo = jumps.to;
        b.chanceRate = jumps.rate;
        b.chanceEvent = new int[jumps.to.length];
        b.actors = count;
        b.states = game.states;
        b.start = game.start;
        b.acts = filled(count, 1);
        b.drifts = filled(count, 1);
        b.discount = filled(count, game.discount[actor]);
        b.kappa = filled(count, 1);
        b.flow = new double[game.states * count];
        for (int x = 0; x < game.states; x++) {
            for (int j = 0; j < count; j++) {
                b.flow[x * count + j] = flow[from + j][x];
            }
        }
        b.playStart = new int[game.states + 1];
        b.leadStart = new int[1];
        return b.build();
    }

    private Jumps jumps() {
        int[] start = new int[game.states + 1];
        int[] to = new int[Math.toIntExact(game.transitions())];
        double[] rate = new double[to.length];
        int k = 0;
        for (int x = 0; x < game.states; x++) {
            for (int c = game.chanceStart(x); c < game.chanceEnd(x); c++) {
                to[k] = game.chanceTo(x, c);
                rate[k++] = game.chanceRate[c];
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (game.playActor[p] != actor || counted(e)) {
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        to[k] = game.leadTo(x, l);
                        rate[k++] = solution.rate()[e] * game.leadOdds[l];
                    }
                }
            }
            start[x + 1] = k;
        }
        return new Jumps(start, Arrays.copyOf(to, k), Arrays.copyOf(rate, k));
    }

    private static double[] filled(int count, double value) {
        double[] filled = new double[count];
        Arrays.fill(filled, value);
        return filled;
    }
}
