package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// The jumps and leads of a game by where they lead: what a product with a transposed matrix
/// gathers, so that each state is written by one task only.
///
/// Sources of each target are ascending. Memory 8 bytes a jump, 4 a lead, 8 a state; built in one
/// pass over the jumps and two over the leads.
final class Inflow {

    /// First entry of each target `[R + 1]`.
    final int[] start;
    /// Source of each entry, ascending in each target.
    final int[] from;
    /// Jump of each entry.
    final int[] jump;
    /// Where in [Layout#turnsBack] the turn of each entry lies; empty where jumps seat nobody anew.
    final int[] turn;
    /// First entry of `lead` of each target `[R + 1]`.
    final int[] leadStart;
    /// Leads, by target.
    final int[] lead;

    Inflow(Layout layout, LeadLists lists) {
        Game game = layout.game;
        start = starts(game.jumpTo, game.states);
        from = new int[game.jumpTo.length];
        jump = new int[game.jumpTo.length];
        turn = new int[layout.jumpTurn.length];
        int[] next = start.clone();
        for (int x = 0; x < game.states; x++) {
            for (int j = game.jumpStart[x]; j < game.jumpStart[x + 1]; j++) {
                int at = next[game.jumpTo[j]]++;
                from[at] = x;
                jump[at] = j;
                if (layout.turned()) {
                    turn[at] = layout.jumpTurn[j];
                }
            }
        }
        int[] leadTo = lists.of.leadTo;
        leadStart = starts(leadTo, game.states);
        lead = new int[leadTo.length];
        next = leadStart.clone();
        for (int l = 0; l < leadTo.length; l++) {
            lead[next[leadTo[l]]++] = l;
        }
    }

    private static int[] starts(int[] targets, int states) {
        int[] start = new int[states + 1];
        for (int target : targets) {
            start[target + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }
}
