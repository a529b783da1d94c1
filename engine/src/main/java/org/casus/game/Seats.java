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
/// @param lead turn of each lead `[leads]`; empty where all are 0
/// @param chance turn of each chance jump `[jumps]`; empty where all are 0
/// @param actorKind the first of the actors alike each actor `[N]`
/// @param moveKind the first of the moves that alike actors have as their counterparts, by the scenario's moves
/// @param eventKind the same of chance events
/// @param moveActor the actor of each of the scenario's moves
/// @param twin for each state and actor the first actor that may change places with it and leave the board as it
///     is: there they have the same values `[R * N]`
public record Seats(
        int[] turn,
        int[] lead,
        int[] chance,
        int[] actorKind,
        int[] moveKind,
        int[] eventKind,
        int[] moveActor,
        byte[] twin) {

    /// Nobody is like anybody else.
    static final Seats NONE = new Seats(
            new int[0], new int[0], new int[0], new int[0], new int[0], new int[0], new int[0], new byte[0]);

    /// Whether states stand for several orders of alike actors.
    public boolean any() {
        return turn.length > 0;
    }

    /// The seat that whoever jumps from seat i by lead l comes to, of n actors.
    public int byLead(int l, int i, int n) {
        return lead.length == 0 ? i : turn[lead[l] * n + i];
    }

    /// The seat that whoever jumps from seat i by chance jump k comes to, of n actors.
    public int byChance(int k, int i, int n) {
        return chance.length == 0 ? i : turn[chance[k] * n + i];
    }

    /// The turn of lead l.
    public int turnOfLead(int l) {
        return lead.length == 0 ? 0 : lead[l];
    }

    /// The turn of chance jump k.
    public int turnOfChance(int k) {
        return chance.length == 0 ? 0 : chance[k];
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

    boolean same(Seats other) {
        return Arrays.equals(turn, other.turn)
                && Arrays.equals(lead, other.lead)
                && Arrays.equals(chance, other.chance)
                && Arrays.equals(actorKind, other.actorKind);
    }
}
