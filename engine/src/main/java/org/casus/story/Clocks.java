package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casus.game.Game;
import org.casus.scenario.Chance;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;

/// What can happen in each state, by who makes it: for each state its *entries*, each a clock (a move, a
/// chance event) with the rate at which it changes the board, and for each entry the states it leads to.
///
/// A move is tried at h and changes the board at h · Σ odds of its leads: tries that come to nothing are no
/// jumps. A chance event changes it at the sum of the rates of its branches. Entries of rate zero are left
/// out. Memory: 20 bytes an entry, 12 a lead.
final class Clocks {

    /// First entry of each state `[R + 1]`.
    final int[] start;
    /// Clock of each entry: moves by their place in the scenario, then chance events `[entries]`.
    final int[] clock;
    /// Rate of each entry per clock unit `[entries]`.
    final double[] rate;
    /// First lead of each entry `[entries + 1]`.
    final int[] leadStart;
    /// State each lead goes to `[leads]`.
    final int[] to;
    /// Odds of this lead or one before it in its entry, the last one 1 `[leads]`.
    final double[] upTo;
    /// Rate out of each state `[R]`.
    final double[] out;
    /// Who each clock belongs to `[clocks]`.
    final List<Maker> makers;
    /// What each clock is called, as bits `[clocks]`.
    final long[] name;

    private final Game game;
    private final double[] rates;
    private final int moves;
    private int entries;
    private int leads;

    /// @param scenario whose moves and chance events the game's are
    /// @param rates how often each play is made, per clock unit
    Clocks(Scenario scenario, Game game, double[] rates) {
        if (rates.length != game.plays()) {
            throw new IllegalArgumentException(rates.length + " rates for " + game.plays() + " plays");
        }
        this.game = game;
        this.rates = rates;
        moves = scenario.moves().size();
        List<Maker> list = new ArrayList<>();
        name = new long[moves + scenario.chance().size()];
        for (Move move : scenario.moves()) {
            name[list.size()] = Dice.clock("move " + move.id());
            list.add(new Maker.Actor(move.actor(), move.index()));
        }
        for (Chance event : scenario.chance()) {
            name[list.size()] = Dice.clock("chance " + event.id());
            list.add(new Maker.Chance(event.index()));
        }
        makers = List.copyOf(list);
        int most = game.plays() + Math.toIntExact(game.transitions());
        start = new int[game.states + 1];
        out = new double[game.states];
        var clocks = new int[most];
        var rateOf = new double[most];
        var first = new int[most + 1];
        to = new int[Math.toIntExact(game.transitions())];
        upTo = new double[to.length];
        for (int x = 0; x < game.states; x++) {
            plays(x, clocks, rateOf, first);
            events(x, clocks, rateOf, first);
            start[x + 1] = entries;
            for (int e = start[x]; e < entries; e++) {
                out[x] += rateOf[e];
            }
        }
        clock = Arrays.copyOf(clocks, entries);
        rate = Arrays.copyOf(rateOf, entries);
        leadStart = Arrays.copyOf(first, entries + 1);
    }

    int states() {
        return out.length;
    }

    private void plays(int x, int[] clocks, double[] rateOf, int[] first) {
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            double sum = 0;
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                sum = lead(game.leadTo(x, l), game.leadOdds[l], sum);
            }
            close(game.playMove[p], rates[e], sum, clocks, rateOf, first);
        }
    }

    private void events(int x, int[] clocks, double[] rateOf, int[] first) {
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            if (!seenBefore(x, k)) {
                double sum = 0;
                for (int j = k; j < game.chanceEnd(x); j++) {
                    if (game.chanceEvent[j] == game.chanceEvent[k]) {
                        sum = lead(game.chanceTo(x, j), game.chanceRate[j], sum);
                    }
                }
                close(moves + game.chanceEvent[k], 1, sum, clocks, rateOf, first);
            }
        }
    }

    private boolean seenBefore(int x, int jump) {
        for (int k = game.chanceStart(x); k < jump; k++) {
            if (game.chanceEvent[k] == game.chanceEvent[jump]) {
                return true;
            }
        }
        return false;
    }

    private double lead(int state, double odds, double before) {
        if (odds > 0) {
            to[leads] = state;
            upTo[leads++] = before + odds;
        }
        return before + (odds > 0 ? odds : 0);
    }

    /// Makes an entry of the leads put since the last one, if it ever happens.
    private void close(int of, double times, double sum, int[] clocks, double[] rateOf, int[] first) {
        int from = entries == 0 ? 0 : first[entries];
        if (!(times * sum > 0)) {
            leads = from;
            return;
        }
        for (int l = from; l < leads; l++) {
            upTo[l] /= sum;
        }
        upTo[leads - 1] = 1;
        clocks[entries] = of;
        rateOf[entries++] = times * sum;
        first[entries] = leads;
    }
}
