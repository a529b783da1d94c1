package org.casus.app.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lines in which two texts differ, as few as there can be (E. W. Myers, "An O(ND) difference algorithm and its
/// variations", 1986). Ends of lines count for nothing.
///
/// Cost: O((n + m)·d) for d differing lines, memory O(d²); from [#MOST] of them on, all between the first and the
/// last is one difference.
public final class LineDiff {

    /// Differing lines that are told apart.
    private static final int MOST = 1_000;

    private final List<String> before;
    private final List<String> after;
    /// Which lines of each text stay.
    private final boolean[] kept;
    private final boolean[] keptAfter;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.kept = new boolean[before.size()];
        this.keptAfter = new boolean[after.size()];
    }

    /// What is to be done to `before` to get `after`, in the order of the lines.
    public static List<Hunk> of(String before, String after) {
        var diff = new LineDiff(lines(before), lines(after));
        diff.match();
        return diff.hunks();
    }

    /// The lines of a text without their ends; a break at the end begins no other line.
    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private void match() {
        int first = 0;
        int n = before.size();
        int m = after.size();
        while (first < Math.min(n, m) && before.get(first).equals(after.get(first))) {
            keep(first, first);
            first++;
        }
        while (n > first && m > first && before.get(n - 1).equals(after.get(m - 1))) {
            n--;
            m--;
            keep(n, m);
        }
        middle(first, n - first, m - first);
    }

    private void keep(int line, int other) {
        kept[line] = true;
        keptAfter[other] = true;
    }

    /// The shortest way through the grid of `n` by `m` lines from `first` on, furthest reaching points first.
    private void middle(int first, int n, int m) {
        int most = Math.min(n + m, MOST);
        int[] reach = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int d = 0; d <= most; d++) {
            trace.add(Arrays.copyOfRange(reach, most + 1 - d - 1, most + 1 + d + 2));
            for (int k = -d; k <= d; k += 2) {
                int at = most + 1 + k;
                boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
                int x = down ? reach[at + 1] : reach[at - 1] + 1;
                while (x < n && x - k < m && before.get(first + x).equals(after.get(first + x - k))) {
                    x++;
                }
                reach[at] = x;
                if (x >= n && x - k >= m) {
                    back(first, n, m, trace);
                    return;
                }
            }
        }
    }

    private void back(int first, int n, int m, List<int[]> trace) {
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d >= 0; d--) {
            int[] reach = trace.get(d);
            int k = x - y;
            int at = k + d + 1;
            boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
            int fromX = d == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
            int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                x--;
                y--;
                keep(first + x, first + y);
            }
            x = fromX;
            y = fromY;
        }
    }

    private List<Hunk> hunks() {
        List<Hunk> hunks = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < before.size() || b < after.size()) {
            int fromA = a;
            int fromB = b;
            while (a < before.size() && !kept[a]) {
                a++;
            }
            while (b < after.size() && !keptAfter[b]) {
                b++;
            }
            if (a > fromA || b > fromB) {
                hunks.add(new Hunk(
                        fromA + 1,
                        fromB + 1,
                        List.copyOf(before.subList(fromA, a)),
                        List.copyOf(after.subList(fromB, b))));
            } else {
                a++;
                b++;
            }
        }
        return List.copyOf(hunks);
    }
}
