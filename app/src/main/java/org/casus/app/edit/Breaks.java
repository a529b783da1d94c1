package org.casus.app.edit;

import java.util.ArrayList;
import java.util.List;

/// Line breaks of a text that went through a program which knows only one kind.
final class Breaks {

    private Breaks() {}

    /// `text` with the breaks of `old`: lines that stayed have theirs, others the most frequent one. As it is where
    /// it has breaks of another kind itself, or `old` has none.
    static String like(String old, String text) {
        if (!old.contains("\r\n") || text.contains("\r")) {
            return text;
        }
        List<String> was = ends(old);
        long other = was.stream().filter("\r\n"::equals).count();
        String most = 2 * other >= was.size() ? "\r\n" : "\n";
        List<Hunk> hunks = LineDiff.of(old, text);
        List<String> lines = LineDiff.lines(text);
        var broken = new StringBuilder();
        int from = 0;
        int next = 0;
        for (int k = 0; k < lines.size(); k++) {
            while (next < hunks.size()
                    && k
                            >= hunks.get(next).newLine()
                                    - 1
                                    + hunks.get(next).after().size()) {
                from = hunks.get(next).line() - 1 + hunks.get(next).before().size() - k;
                next++;
            }
            boolean fresh = next < hunks.size() && k >= hunks.get(next).newLine() - 1;
            boolean ended = k + 1 < lines.size() || text.endsWith("\n");
            String own = fresh || from + k >= was.size() ? most : was.get(from + k);
            broken.append(lines.get(k)).append(ended ? own : "");
        }
        return broken.toString();
    }

    private static List<String> ends(String text) {
        List<String> ends = new ArrayList<>();
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            ends.add(at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n");
        }
        return ends;
    }
}
