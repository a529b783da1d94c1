package org.casus.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sums of a distribution over the classes of many classifications at once.
///
/// Summing each classification on its own would cost one addition a state for each row of the board.
/// Classifications
/// are multiplied into joint ones of at most [#MOST] classes instead, so that a state is added to a
/// few joint sums;
/// the sums of the single ones follow from those. Each chunk of states has joint sums of its own,
/// added up in the order
/// of chunks; and within a chunk states take turns at [#TURNS] of them, because a sum that has just been
/// written cannot be read at once.
final class Tallies {

    private static final int MOST = 512;
    private static final int TURNS = 4;

    /// One joint classification: class of each state, and which single ones it multiplies.
    private record Joint(int classes, int[] of, List<Integer> members) {}

    private final List<Classes> singles;
    private final List<Joint> joints;
    private final double[][][] partial;

    Tallies(List<Classes> singles, int states, int chunks) {
        this.singles = List.copyOf(singles);
        this.joints = join(singles, states);
        this.partial = new double[joints.size()][chunks][];
        for (int g = 0; g < joints.size(); g++) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                partial[g][chunk] = new double[joints.get(g).classes * TURNS];
            }
        }
    }

    private static List<Joint> join(List<Classes> singles, int states) {
        var joints = new ArrayList<Joint>();
        for (int j = 0; j < singles.size(); ) {
            int classes = 1;
            var members = new ArrayList<Integer>();
            var of = new int[states];
            while (j < singles.size()
                    && (members.isEmpty() || classes * singles.get(j).count() <= MOST)) {
                Classes single = singles.get(j);
                for (int x = 0; x < states; x++) {
                    of[x] = of[x] * single.count() + single.of()[x];
                }
                classes *= single.count();
                members.add(j++);
            }
            joints.add(new Joint(classes, of, members));
        }
        return joints;
    }

    /// Begins the sums of `chunk` anew.
    void clear(int chunk) {
        for (double[][] sums : partial) {
            Arrays.fill(sums[chunk], 0);
        }
    }

    /// Adds `p` over the states `from … to − 1` to the sums of `chunk`.
    void add(int chunk, double[] p, int from, int to) {
        for (int g = 0; g < partial.length; g++) {
            double[] sums = partial[g][chunk];
            int classes = joints.get(g).classes;
            int[] of = joints.get(g).of;
            int x = from;
            for (; x + 3 < to; x += TURNS) {
                sums[of[x]] += p[x];
                sums[of[x + 1] + classes] += p[x + 1];
                sums[of[x + 2] + 2 * classes] += p[x + 2];
                sums[of[x + 3] + 3 * classes] += p[x + 3];
            }
            for (; x < to; x++) {
                sums[of[x]] += p[x];
            }
        }
    }

    /// The sums over all chunks into `into[classification][class]`.
    void total(double[][] into) {
        for (int g = 0; g < partial.length; g++) {
            Joint joint = joints.get(g);
            double[] sums = partial[g][0];
            for (int chunk = 1; chunk < partial[g].length; chunk++) {
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += partial[g][chunk][c];
                }
            }
            int stride = 1;
            for (int j : joint.members.reversed()) {
                int count = singles.get(j).count();
                Arrays.fill(into[j], 0);
                for (int c = 0; c < joint.classes; c++) {
                    double sum = (sums[c] + sums[c + joint.classes])
                            + (sums[c + 2 * joint.classes] + sums[c + 3 * joint.classes]);
                    into[j][c / stride % count] += sum;
                }
                stride *= count;
            }
        }
    }
}
