package org.casus.chain;

import java.util.BitSet;
import org.casus.game.StateSpace;

/// A way to sort all states into classes, each state into one: its outcome, the level of a row, in or
/// out of a
/// condition. Odds are read off a chain class by class.
///
/// @param count number of classes
/// @param of class of each state, 0 … count − 1
public record Classes(int count, int[] of) {

    public Classes {
        for (int c : of) {
            if (c < 0 || c >= count) {
                throw new IllegalArgumentException("class " + c + " of " + count);
            }
        }
    }

    /// Out of `where` (class 0) and in it (class 1).
    public static Classes in(BitSet where, int states) {
        var of = new int[states];
        for (int x = where.nextSetBit(0); x >= 0; x = where.nextSetBit(x + 1)) {
            of[x] = 1;
        }
        return new Classes(2, of);
    }

    /// By the outcome each state is read as.
    public static Classes outcomes(StateSpace space) {
        var of = new int[space.size()];
        for (int x = 0; x < of.length; x++) {
            of[x] = space.outcome(x);
        }
        return new Classes(space.scenario().outcomes().size(), of);
    }

    /// By the level that `row` stands on.
    public static Classes levels(StateSpace space, int row) {
        var of = new int[space.size()];
        for (int x = 0; x < of.length; x++) {
            of[x] = space.level(x, row);
        }
        return new Classes(space.scenario().rows().get(row).levels().size(), of);
    }
}
