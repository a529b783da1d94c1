package org.casus.app.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names somebody may have meant.
final class Nearest {

    private Nearest() {}

    /// At most three of `names`, nearest first: those within a third of the letters of `typed` by insertions,
    /// deletions, substitutions and swaps of neighbours, or that begin with it, or that hold it as a word.
    static List<String> to(String typed, Collection<String> names) {
        String low = typed.toLowerCase(Locale.ROOT);
        int reach = Math.max(1, (low.length() + 2) / 3);
        record Near(String name, int distance) {}
        return names.stream()
                .distinct()
                .map(name -> new Near(name, distance(low, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= reach)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(3)
                .map(Near::name)
                .toList();
    }

    /// `Did you mean a, b or c?`, or the empty string for none.
    static String question(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> "Did you mean " + names.getFirst() + "?";
            default ->
                "Did you mean " + String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast()
                        + "?";
        };
    }

    private static int distance(String typed, String name) {
        boolean part = typed.length() >= 3 && (name.startsWith(typed) || ("-" + name + "-").contains("-" + typed + "-"));
        return part ? 1 : edits(typed, name);
    }

    /// Optimal string alignment distance; time and space O(|a| |b|), both cut at 100 letters.
    private static int edits(String longA, String longB) {
        String a = longA.substring(0, Math.min(100, longA.length()));
        String b = longB.substring(0, Math.min(100, longB.length()));
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
