package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The leads of a game's lists in the order in which straight loops want them: of each kind the first
/// lead of each play, and after those the leads of plays that have several.
///
/// Plays mostly have one lead. A loop over plays with a loop over their leads inside spends much
/// of its time on the ends of the inner loop; here a state's plays are one straight loop, and what
/// is left over another.
///
/// A play without leads has one with odds 0.
final class Leads {

    /// First lead of each kind `[K + 1]`. Lead `start(kind) + k` is the first of play k of the kind.
    final int[] start;
    /// Which jump of its state each lead takes, counted from 0.
    final int[] jump;
    /// Its actor.
    final int[] actor;
    /// Its play, counted from the first of the kind.
    final int[] play;
    final double[] odds;
    /// Where jumps lead, as in [Game#jumpTo]; one longer where plays without leads read on.
    final int[] target;
    /// Most leads of a kind.
    final int most;

    Leads(Game game) {
        start = starts(game);
        most = most(start);
        int count = start[game.kinds()];
        jump = new int[count];
        actor = new int[count];
        play = new int[count];
        odds = new double[count];
        for (int kind = 0; kind < game.kinds(); kind++) {
            int first = game.listStart[kind];
            int plays = game.listStart[kind + 1] - first;
            int other = start[kind] + plays;
            for (int k = 0; k < plays; k++) {
                int from = game.leadStart[first + k];
                int to = game.leadStart[first + k + 1];
                put(game, start[kind] + k, first, k, from, to);
                for (int l = from + 1; l < to; l++) {
                    put(game, other++, first, k, l, to);
                }
            }
        }
        target = stuck(game) ? Arrays.copyOf(game.jumpTo, game.jumpTo.length + 1) : game.jumpTo;
    }

    /// Whether after the last jump there are plays that lead nowhere.
    private static boolean stuck(Game game) {
        int x = game.states - 1;
        while (x >= 0 && game.jumpStart[x] == game.jumpTo.length && game.playStart[x] == game.plays()) {
            x--;
        }
        return x >= 0 && game.jumpStart[x] == game.jumpTo.length;
    }

    private void put(Game game, int at, int first, int k, int lead, int end) {
        actor[at] = game.playActor[first + k];
        play[at] = k;
        jump[at] = lead < end ? game.leadJump[lead] : 0;
        odds[at] = lead < end ? game.leadOdds[lead] : 0;
    }

    private static int[] starts(Game game) {
        int[] start = new int[game.kinds() + 1];
        for (int kind = 0; kind < game.kinds(); kind++) {
            int count = 0;
            for (int p = game.listStart[kind]; p < game.listStart[kind + 1]; p++) {
                count += Math.max(1, game.leadStart[p + 1] - game.leadStart[p]);
            }
            start[kind + 1] = start[kind] + count;
        }
        return start;
    }

    private static int most(int[] start) {
        int most = 0;
        for (int kind = 0; kind < start.length - 1; kind++) {
            most = Math.max(most, start[kind + 1] - start[kind]);
        }
        return most;
    }
}
