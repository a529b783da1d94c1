package org.casus.chain;

import java.util.ArrayList;
import java.util.List;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// Expected numbers of jumps: the time spent in each state times the rate of each jump out of it.
final class Flux {

    private final Game game;
    private final Behaviour behaviour;
    private final double[] rate;
    private final double[] occupation;

    /// @param occupation expected time spent in each state, clock units, `[R]`
    Flux(Solution solution, double[] occupation) {
        game = solution.game();
        behaviour = Behaviour.of(game, solution.value());
        rate = solution.rate();
        this.occupation = occupation;
    }

    /// How each of the scenario's `moves` is made; those never open anywhere are left out.
    List<Played> played(int moves) {
        var times = new double[moves];
        var open = new double[moves];
        var worse = new double[moves];
        var actor = new int[moves];
        var known = new boolean[moves];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                int move = game.playMove[p];
                double made = occupation[x] * rate[e];
                known[move] = true;
                actor[move] = game.playActor[p];
                times[move] += made;
                open[move] += occupation[x];
                if (behaviour.advantage()[e] < 0) {
                    worse[move] += made;
                }
            }
        }
        if (game.seats.any()) {
            int[] kind = game.seats.moveKind();
            share(times, kind);
            share(open, kind);
            share(worse, kind);
            for (int move = 0; move < moves; move++) {
                actor[move] = game.seats.moveActor()[move];
                known[kind[move]] |= known[move];
            }
            for (int move = 0; move < moves; move++) {
                known[move] = known[kind[move]];
            }
        }
        var played = new ArrayList<Played>();
        for (int move = 0; move < moves; move++) {
            if (known[move]) {
                double share = times[move] > 0 ? worse[move] / times[move] : 0;
                played.add(new Played(move, actor[move], times[move], open[move], share));
            }
        }
        return List.copyOf(played);
    }

    /// Who brings each of `outcomes` about, with `events` chance events in the scenario.
    List<Entries> entries(Classes outcomes, int events) {
        var byActor = new double[outcomes.count()][game.actors];
        var byEvent = new double[outcomes.count()][events];
        for (int x = 0; x < game.states; x++) {
            int here = outcomes.of()[x];
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    int there = outcomes.of()[game.leadTo(x, l)];
                    if (there != here) {
                        byActor[there][game.playActor[p]] += occupation[x] * rate[e] * game.leadOdds[l];
                    }
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                int there = outcomes.of()[game.chanceTo(x, k)];
                if (there != here) {
                    byEvent[there][game.chanceEvent[k]] += occupation[x] * game.chanceRate[k];
                }
            }
        }
        for (int o = 0; o < outcomes.count() && game.seats.any(); o++) {
            share(byActor[o], game.seats.actorKind());
            share(byEvent[o], game.seats.eventKind());
        }
        var entries = new ArrayList<Entries>();
        for (int o = 0; o < outcomes.count(); o++) {
            entries.add(new Entries(o, byActor[o], byEvent[o]));
        }
        return List.copyOf(entries);
    }

    /// Gives each of a kind the mean of them all: seats that states seat in order are none of theirs.
    static void share(double[] of, int[] kind) {
        var sum = new double[of.length];
        var count = new int[of.length];
        for (int k = 0; k < of.length; k++) {
            sum[kind[k]] += of[k];
            count[kind[k]]++;
        }
        for (int k = 0; k < of.length; k++) {
            of[k] = sum[kind[k]] / count[kind[k]];
        }
    }
}
