package org.casus.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Where to look for the values of a variant in some world: its own values in its middle world, moved as
/// those of the scenario as it is move from its middle world to that one,
///
///     V(x) = V_mid(x) + V₀(x₀) − V₀,mid(x₀)
///
/// with x₀ the state as it is with the same levels ([Alike]). A policy changes little about what a world
/// changes, so this is out by a few units where either of the two by itself is by twenty. What could not
/// be reached before moves as its neighbours do, on average: the states it can jump to and those that can
/// jump to it, as far as one can tell how they move, the closest to what could be reached first.
///
/// Built once for a variant in a few passes over its jumps; memory 4 bytes a state, and 4 a jump to or
/// from those that could not be reached.
final class CarryOver {

    private final int[] states;
    private final int[] actors;
    /// For each state the seats of actors before; empty where each has its own.
    private final int[][] seats;

    private final int actorsBefore;
    /// States that could not be reached before, in the order in which they are told.
    private final int[] told;
    /// For each of them what it moves like.
    private final int[][] like;

    /// @param game of the variant in any world: only its structure is looked at
    CarryOver(StateSpace before, StateSpace after, Game game) {
        var alike = new Alike(before, after);
        states = alike.states();
        actors = alike.actors();
        actorsBefore = before.scenario().actors().size();
        boolean seated = !before.scenario().alike().isEmpty();
        seats = new int[seated ? states.length : 0][];
        for (int x = 0; x < seats.length; x++) {
            seats[x] = states[x] == Alike.NONE ? new int[0] : alike.seats(x);
        }
        var known = new BitSet(states.length);
        for (int x = 0; x < states.length; x++) {
            known.set(x, states[x] != Alike.NONE);
        }
        List<Integer> order = new ArrayList<>();
        List<int[]> neighbours = new ArrayList<>();
        Map<Integer, Set<Integer>> next = next(game, known);
        while (!next.isEmpty()) {
            next.forEach((x, of) -> {
                order.add(x);
                neighbours.add(of.stream().mapToInt(y -> y).toArray());
            });
            next.keySet().forEach(known::set);
            next = next(game, known);
        }
        told = order.stream().mapToInt(x -> x).toArray();
        like = neighbours.toArray(int[][]::new);
    }

    /// The states that are not known but have neighbours that are, with those, ascending.
    private static Map<Integer, Set<Integer>> next(Game game, BitSet known) {
        Map<Integer, Set<Integer>> next = new TreeMap<>();
        for (int x = 0; x < game.states; x++) {
            int from = x;
            IntStream.concat(leads(game, x), chances(game, x))
                    .filter(to -> known.get(from) != known.get(to))
                    .forEach(to -> next.computeIfAbsent(known.get(from) ? to : from, k -> new TreeSet<>())
                            .add(known.get(from) ? from : to));
        }
        return next;
    }

    private static IntStream leads(Game game, int x) {
        int kind = game.kind[x];
        return IntStream.range(game.leadStart[game.listStart[kind]], game.leadStart[game.listStart[kind + 1]])
                .map(l -> game.leadTo(x, l));
    }

    private static IntStream chances(Game game, int x) {
        return IntStream.range(game.chanceStart(x), game.chanceEnd(x)).map(k -> game.chanceTo(x, k));
    }

    /// V `[R * N]` to start from.
    ///
    /// @param middle V of the variant in its middle world
    /// @param asIsMiddle V of the scenario as it is in its middle world
    /// @param asIs V of the scenario as it is in the world wanted
    double[] start(double[] middle, double[] asIsMiddle, double[] asIs) {
        int n = actors.length;
        double[] moved = new double[middle.length];
        for (int x = 0; x < states.length; x++) {
            for (int i = 0; i < n && states[x] != Alike.NONE; i++) {
                boolean seated = seats.length > 0 && actors[i] != Alike.NONE;
                int k = states[x] * actorsBefore + (seated ? seats[x][actors[i]] : actors[i]);
                moved[x * n + i] = actors[i] == Alike.NONE ? 0 : asIs[k] - asIsMiddle[k];
            }
        }
        for (int k = 0; k < told.length; k++) {
            for (int y : like[k]) {
                for (int i = 0; i < n; i++) {
                    moved[told[k] * n + i] += moved[y * n + i] / like[k].length;
                }
            }
        }
        for (int k = 0; k < moved.length; k++) {
            moved[k] += middle[k];
        }
        return moved;
    }
}
