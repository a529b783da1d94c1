package org.casus.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.casus.story.Mix;

/// Gives names places among a fixed number of slots so that a name more or less hardly moves the
/// others.
///
/// Each name has an order of preference among slots and a rank, both hashed from itself alone.
/// Names ask for slots in their order, and a slot keeps the one of best rank (deferred
/// acceptance, Gale & Shapley 1962): the outcome does not depend on who asks first. A new name
/// displaces only those of lower rank that it or those it displaces meet: with 226 names on 512
/// slots a quarter of another on average.
final class Slots {

    /// How many slots a name asks for at most.
    private static final int ASKED = 64;

    private Slots() {}

    /// The slot of each of the names, all different; −1 where all slots it asked for preferred
    /// another.
    ///
    /// @param slots a power of two
    static int[] of(List<String> names, int slots) {
        int[] holder = new int[slots];
        Arrays.fill(holder, -1);
        int[] asked = new int[names.size()];
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int n = 0; n < names.size(); n++) {
            waiting.add(n);
        }
        List<Long> hashes = new ArrayList<>();
        names.forEach(name -> hashes.add(Mix.bits(name)));
        while (!waiting.isEmpty()) {
            int n = waiting.remove();
            if (asked[n] == ASKED) {
                continue;
            }
            int slot = (int) (Mix.bits(hashes.get(n), ++asked[n]) & slots - 1);
            int there = holder[slot];
            if (there < 0 || before(names, hashes, n, there)) {
                holder[slot] = n;
                if (there >= 0) {
                    waiting.add(there);
                }
            } else {
                waiting.add(n);
            }
        }
        int[] place = new int[names.size()];
        Arrays.fill(place, -1);
        for (int slot = 0; slot < slots; slot++) {
            if (holder[slot] >= 0) {
                place[holder[slot]] = slot;
            }
        }
        return place;
    }

    private static boolean before(List<String> names, List<Long> hashes, int a, int b) {
        int rank = Long.compare(Mix.bits(hashes.get(a), 0), Mix.bits(hashes.get(b), 0));
        return rank != 0 ? rank < 0 : names.get(a).compareTo(names.get(b)) < 0;
    }
}
