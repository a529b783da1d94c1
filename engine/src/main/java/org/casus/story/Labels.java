package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;

/// What is seen of each state when only some questions are asked of it, each whether one row stands on some
/// of its levels: states with the same answers have the same label.
///
/// @param asked the questions
/// @param of label of each state `[R]`
/// @param count number of labels
record Labels(List<Condition.On> asked, int[] of, int count) {

    /// Nothing asked: all states look the same.
    static Labels none(int states) {
        return new Labels(List.of(), new int[states], 1);
    }

    /// One more question.
    Labels with(Condition.On question, StateSpace space) {
        var known = new int[2 * count];
        Arrays.fill(known, -1);
        var labels = new int[of.length];
        int next = 0;
        for (int x = 0; x < labels.length; x++) {
            int key = 2 * of[x] + (holds(question, space, x) ? 1 : 0);
            if (known[key] < 0) {
                known[key] = next++;
            }
            labels[x] = known[key];
        }
        List<Condition.On> more = new ArrayList<>(asked);
        more.add(question);
        return new Labels(List.copyOf(more), labels, next);
    }

    static boolean holds(Condition.On question, StateSpace space, int state) {
        return (question.levels() >>> space.level(state, question.row()) & 1) != 0;
    }

    /// Whether a jump changes the answer to `question`.
    static boolean changes(Condition.On question, StateSpace space, int from, int to) {
        return holds(question, space, from) != holds(question, space, to);
    }

    /// The rows by which a jump changes an answer, in the order of the board.
    int[] rows(StateSpace space, int from, int to) {
        return asked.stream()
                .filter(question -> changes(question, space, from, to))
                .mapToInt(Condition.On::row)
                .distinct()
                .sorted()
                .toArray();
    }
}
