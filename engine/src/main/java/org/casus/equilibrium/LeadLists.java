package org.casus.equilibrium;

import org.casus.game.Game;

/// A game written out lead by lead, for what goes against the jumps: products with the transposed
/// Jacobian visit leads by where they lead, where kinds are of no use.
///
/// Memory 12 bytes a lead and 4 a play beside the game written out.
final class LeadLists {

    final Game game;
    final Game.Builder of;
    /// Jump of each lead.
    final int[] jump;
    /// Play of each lead.
    final int[] play;
    /// Where the value of a lead's target to the actor lies.
    final int[] at;
    /// Where the value of a play's own state to the actor lies.
    final int[] playAt;

    LeadLists(Layout layout) {
        game = layout.game;
        of = Game.Builder.of(game);
        jump = new int[of.leadTo.length];
        play = new int[jump.length];
        at = new int[jump.length];
        playAt = new int[game.plays()];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int i = of.playActor[e];
                playAt[e] = x * layout.lanes + i;
                int entry = game.leadStart[game.entry(x, e)];
                for (int l = of.leadStart[e]; l < of.leadStart[e + 1]; l++) {
                    jump[l] = game.jumpStart[x] + game.leadJump[entry + l - of.leadStart[e]];
                    play[l] = e;
                    at[l] = of.leadTo[l] * layout.lanes + game.seat(x, entry + l - of.leadStart[e], i);
                }
            }
        }
    }
}
