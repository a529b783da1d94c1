package org.casus.app.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Characters `from` to `to` of a text give way to others.
record Splice(int from, int to, String by) {

    /// `text` with all of them made; of those at one place the first comes first. None overlap.
    static String apply(String text, List<Splice> splices) {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt(Splice::from));
        var spliced = new StringBuilder();
        int at = 0;
        for (Splice splice : sorted) {
            spliced.append(text, at, splice.from).append(splice.by);
            at = splice.to;
        }
        return spliced.append(text, at, text.length()).toString();
    }
}
