package org.casus.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The name a mistyped word probably meant.
public final class Nearest {

    private Nearest() {}

    /// The first of `names` at the least distance from `word`, if a third of the letters or fewer
    /// differ; failing that,
    /// the first that contains it or lies in it.
    public static Optional<String> of(String word, Collection<String> names) {
        String wanted = plain(word);
        if (wanted.length() > Limits.ID) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            String candidate = plain(name);
            int allowed = Math.max(1, Math.max(wanted.length(), candidate.length()) / 3);
            int distance = candidate.length() > Limits.ID ? allowed + 1 : distance(wanted, candidate);
            if (distance <= allowed && distance < least && !(wanted.length() == 1 && distance > 0)) {
                least = distance;
                best = Optional.of(name);
            }
        }
        return best.isPresent() ? best : part(wanted, names);
    }

    private static Optional<String> part(String wanted, Collection<String> names) {
        if (wanted.length() < 3) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name ->
                        plain(name).contains(wanted) || (plain(name).length() > 3 && wanted.contains(plain(name))))
                .findFirst();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    }

    /// Damerau–Levenshtein distance with neighbours swapped counting once. Time and space O(|a|·|b|).
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
