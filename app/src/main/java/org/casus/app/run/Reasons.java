package org.casus.app.run;

import java.util.ArrayList;
import java.util.TreeMap;

/// The engine's reasons for not solving a world, in words.
public final class Reasons {

    private Reasons() {}

    /// `as-is does not settle in 3, watched is too fast to follow in 1`.
    public static String of(StudyAnswer answer) {
        var counts = new TreeMap<String, Integer>();
        answer.failures()
                .forEach(failed -> counts.merge(failed.variant() + " " + word(failed.reason()), 1, Integer::sum));
        var words = new ArrayList<String>();
        counts.forEach((reason, count) -> words.add(reason + " in " + count));
        return String.join(", ", words);
    }

    private static String word(String reason) {
        return switch (reason.replaceFirst(":.*", "")) {
            case "DOES_NOT_SETTLE" -> "does not settle";
            case "UNDECIDED" -> "is undecided";
            case "NOT_ACCURATE" -> "is not accurate enough";
            case "NOT_FINITE" -> "grows beyond all numbers";
            case "LOST" -> "has no equilibrium near the one given";
            case "TOO_FAST" -> "is too fast to follow";
            case "REFUSED" -> "is refused";
            default -> reason;
        };
    }
}
