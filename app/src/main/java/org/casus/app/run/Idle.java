package org.casus.app.run;

import java.util.Arrays;
import java.util.List;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.World;

/// Finds edits that do nothing: without them the game to solve is the same, number by number. A
/// mistyped value, a number of something dormant, a policy that says what the file says already.
final class Idle {

    private Idle() {}

    /// A sentence for each idle edit. Cost: compiling once for each.
    static List<String> of(Solved solved, List<Variant> without) {
        return without.stream()
                .filter(variant -> same(solved, variant))
                .map(variant -> variant.edit() + " changes nothing: the game is the same without it.")
                .toList();
    }

    private static boolean same(Solved solved, Variant variant) {
        try {
            var structure = Structure.compile(variant.scenario());
            var game = structure.game(World.middle(variant.scenario()));
            return solved.solution().game().same(game) && sameStates(solved.structure(), structure);
        } catch (SizeException e) {
            return false;
        }
    }

    /// Whether states of the same number are the same boards and count as the same outcomes.
    private static boolean sameStates(Structure a, Structure b) {
        for (int x = 0; x < a.space().size(); x++) {
            if (a.space().outcome(x) != b.space().outcome(x)
                    || !Arrays.equals(a.space().board(x), b.space().board(x))) {
                return false;
            }
        }
        return true;
    }
}
