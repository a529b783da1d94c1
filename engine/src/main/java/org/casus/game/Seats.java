package org.casus.game;

import java.util.Arrays;

/// Who sits where, in a game whose states stand for all orders of alike actors.
///
/// Of boards that differ only in which of alike actors is called what, one is a state; actor i of a state is
/// whoever has i's *seat* there. A jump may seat actors anew: who had seat i has seat `turn[t * N + i]` where
/// it leads, with t the number of its turn, so that what the jump is worth to i is V of that seat. Turn 0
/// leaves everyone where they are. A jump to the state itself with another turn is a jump all the same: it
/// changes nothing but who is who.
///
/// Where no actors are alike everything is empty or maps to itself.
///
/// @param turn the turns, each a permutation of seats `[turns * N]`
/// @param jump turn of each jump, in the numbers of [Game] `[jumps]`; empty where all are 0
/// @param actorKind the first of the actors alike each actor `[N]`
/// @param moveKind the first of the moves that alike actors have as their counterparts, by the scenario's moves
/// @param eventKind the same of chance events
/// @param moveActor the actor of each of the scenario's moves
/// @param twin for each state and actor the first actor that may change places with it and leave the board as it
///     is: there they have the same values `[R * N]`
public record Seats(
        int[] turn, int[] jump, int[] actorKind, int[] moveKind, int[] eventKind, int[] moveActor, byte[] twin) {

    /// Nobody is like anybody else.
    static final Seats NONE =
            new Seats(new int[0], new int[0], new int[0], new int[0], new int[0], new int[0], new byte[0]);

    /// Whether states stand for several orders of alike actors.
    public boolean any() {
        return turn.length > 0;
    }

    /// The seat that whoever has seat `i` comes to by jump `j`, of `n` actors.
    public int after(int j, int i, int n) {
        return jump.length == 0 ? i : turn[jump[j] * n + i];
    }

    /// Refuses what looks at each actor by itself.
    ///
    /// @param what begins the message, such as `stories`
    /// @throws IllegalArgumentException if states stand for several orders of alike actors
    public void refuse(String what) {
        if (any()) {
            throw new IllegalArgumentException(what + " tell alike actors apart, and the states of this game do not:"
                    + " compile it whole (Structure.compileWhole)");
        }
    }

    /// The seats of a part of `whole`, whose seats these are: its states, of which the first `own`
    /// lead on.
    Seats of(Game whole, int[] states, int own) {
        if (!any()) {
            return NONE;
        }
        int n = whole.actors;
        var twins = new byte[states.length * n];
        var turns = new int[whole.jumpTo.length];
        int count = 0;
        for (int k = 0; k < states.length; k++) {
            int x = states[k];
            System.arraycopy(twin, x * n, twins, k * n, n);
            int jumps = k < own ? whole.jumpStart[x + 1] - whole.jumpStart[x] : 0;
            System.arraycopy(jump, whole.jumpStart[x], turns, count, jumps);
            count += jumps;
        }
        return new Seats(turn, Arrays.copyOf(turns, count), actorKind, moveKind, eventKind, moveActor, twins);
    }

    boolean same(Seats other) {
        return Arrays.equals(turn, other.turn)
                && Arrays.equals(jump, other.jump)
                && Arrays.equals(actorKind, other.actorKind);
    }
}
