package org.casus.game;

import java.util.ArrayList;
import java.util.List;
import org.casus.scenario.Actor;
import org.casus.scenario.Measure;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// Which worths hold in each state. States in which the same ones do are of one kind of flow, so
/// a world needs as many sums as there are kinds.
///
/// Memory 4 bytes a state, and of each kind a bit a worth.
final class Flows {

    private record Held(Actor actor, Worth worth) {}

    private final int actors;
    private final List<Held> worths = new ArrayList<>();
    private final Keys kinds = new Keys();
    /// Kind of flow of each state.
    final int[] kind;

    /// @param shared whether states in which the same worths hold share a sum, or each has its own
    Flows(StateSpace space, boolean shared) {
        Scenario scenario = space.scenario();
        actors = scenario.actors().size();
        int[] levels =
                scenario.rows().stream().mapToInt(row -> row.levels().size()).toArray();
        var holds = new ArrayList<Lookup<Boolean>>();
        for (Actor actor : scenario.actors()) {
            for (Worth worth : actor.worths()) {
                worths.add(new Held(actor, worth));
                holds.add(Lookup.of(worth.when().test(), levels));
            }
        }
        kind = new int[space.size()];
        var board = new int[levels.length];
        int words = (worths.size() + 31) / 32;
        var key = new int[words + 1];
        for (int x = 0; x < kind.length; x++) {
            space.board(x, board);
            for (int word = 0; word < words; word++) {
                key[word] = word(holds, word, board);
            }
            key[words] = x;
            kind[x] = kinds.number(key, shared ? words : words + 1);
        }
    }

    private static int word(List<Lookup<Boolean>> holds, int word, int[] board) {
        int bits = 0;
        int end = Math.min(32 * word + 32, holds.size());
        for (int w = 32 * word; w < end; w++) {
            bits |= holds.get(w).at(board) ? 1 << w : 0;
        }
        return bits;
    }

    /// u by kind of flow and actor in `world`.
    double[] table(World world, double[] discount) {
        var table = new double[kinds.size() * actors];
        for (int w = 0; w < worths.size(); w++) {
            Held held = worths.get(w);
            int actor = held.actor().index();
            double points = held.worth().sign() * world.inGame(held.worth().points());
            boolean running = held.worth().points().measure().form() == Measure.Form.POINTS_EACH;
            double each = running ? points : discount[actor] * points;
            for (int k = 0; k < kinds.size(); k++) {
                if ((kinds.at(kinds.start(k) + w / 32) & (1 << w)) != 0) {
                    table[k * actors + actor] += each;
                }
            }
        }
        return table;
    }
}
