package org.casus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Boards of any size from ten thousand to ten million states, to measure on: seven rivals, each
/// with a posture of its own, around one war.
///
///     java -cp bench/target/casus-bench.jar org.casus.bench.BigBoard STATES > big.yaml
///
/// All boards have eight rows; they differ in how many levels a posture has, so a state has about
/// the same ten plays and thirteen jumps at every size, and the cost of a state can be compared.
/// Every state can be reached. What an actor wants and fears, what it pays and how fast chance
/// works depend on whether postures are low or high and on the war, not on each level.
public final class BigBoard {

    private static final String[] ACTORS = {
        "albany", "boston", "camden", "dayton", "easton", "fulton", "galena",
    };

    private static final int WAR = 3;

    private BigBoard() {}

    /// Prints the board of about so many states.
    public static void main(String[] args) throws IOException {
        String yaml = yaml(Long.parseLong(args[0]));
        if (args.length > 1) {
            Files.writeString(Path.of(args[1]), yaml);
        } else {
            System.out.print(yaml);
        }
    }

    /// How many states the board of about `states` has.
    public static long states(long states) {
        long product = WAR;
        for (int count : levels(states)) {
            product *= count;
        }
        return product;
    }

    /// The scenario of about `states` states: the postures' levels are raised in turn while that
    /// brings their product closer.
    ///
    /// @throws IllegalArgumentException below 384 states, where postures would have fewer than
    /// two levels
    public static String yaml(long states) {
        int[] levels = levels(states);
        var text = new StringBuilder();
        text.append("format: casus/1\n")
                .append("title: Seven rivals\n")
                .append("question: How large a board can be solved?\n")
                .append("as_of: 2020-01-01\n")
                .append("clock: {unit: week, horizon: 26}\n")
                .append("defaults: {acts: every week, drifts: every 2 months, looks ahead: 6 months, sharpness: 60}\n");
        board(text, levels);
        actors(text, levels);
        moves(text, levels);
        chance(text, levels);
        text.append("outcomes:\n")
                .append(line(
                        "  catastrophe: {if: war is fighting and %s and %s, final: true}",
                        top(0, levels), top(1, levels)))
                .append("  open-war: {if: war is fighting}\n")
                .append("  peace: {if: war is quiet}\n")
                .append("  no-peace: otherwise\n");
        return text.toString();
    }

    private static int[] levels(long states) {
        var levels = new int[ACTORS.length];
        long product = WAR;
        for (int k = 0; k < levels.length; k++) {
            levels[k] = 2;
            product *= 2;
        }
        if (states < product) {
            throw new IllegalArgumentException("at least " + product + " states, not " + states);
        }
        for (int k = 0; ; k = (k + 1) % levels.length) {
            long more = product / levels[k] * (levels[k] + 1);
            if (Math.abs(more - states) > Math.abs(product - states)) {
                return levels;
            }
            product = more;
            levels[k]++;
        }
    }

    private static void board(StringBuilder text, int[] levels) {
        text.append("board:\n  war: {levels: [quiet, tense, fighting], start: tense}\n");
        for (int k = 0; k < levels.length; k++) {
            var names = new StringBuilder("low");
            for (int level = 1; level < levels[k]; level++) {
                names.append(", step-").append(level);
            }
            text.append(line("  %s-arms: {levels: [%s], start: low}", ACTORS[k], names));
        }
    }

    private static void actors(StringBuilder text, int[] levels) {
        text.append("actors:\n");
        for (int k = 0; k < levels.length; k++) {
            int left = (k + 6) % 7;
            int right = (k + 1) % 7;
            text.append(line("  %s:", ACTORS[k]))
                    .append(line("    wants: {%s: %.1f, %s: %.1f}", high(k, levels), 1 + 0.2 * k, top(k, levels), 0.8))
                    .append("    fears:\n")
                    .append(line("      %s: %.1f", high(right, levels), 1.5 + 0.1 * k))
                    .append(line("      %s and %s: %.1f", high(left, levels), low(k, levels), 1.2))
                    .append(line("      war is fighting: %.2f each week", 0.05 + 0.02 * k))
                    .append(line("      war is fighting and %s: %.1f", low(k, levels), 2.0))
                    .append(line("      %s: 0.02 each week", high(k, levels)));
        }
    }

    private static void moves(StringBuilder text, int[] levels) {
        text.append("moves:\n");
        for (int k = 0; k < levels.length; k++) {
            String row = ACTORS[k] + "-arms";
            text.append(line("  %s/arm:", ACTORS[k]))
                    .append(line("    if: war is not quiet and %s below %s", row, name(levels[k] - 1)))
                    .append(line("    costs: {always: 0.3, %s: 0.2, war is fighting: 0.1}", high((k + 1) % 7, levels)))
                    .append(line("    odds: %d%%", 70 + 4 * k))
                    .append(line("    then: %s up 1", row))
                    .append(line("  %s/disarm:", ACTORS[k]))
                    .append(line("    if: war is not fighting and %s above low", row))
                    .append(line("    costs: {always: 0.2, %s: 0.3}", high((k + 3) % 7, levels)))
                    .append(line("    then: %s down 1", row));
        }
        for (int k = 0; k < 3; k++) {
            text.append(line("  %s/provoke:", ACTORS[k]))
                    .append(line("    if: war is not fighting and %s", high(k, levels)))
                    .append("    costs: 0.4\n")
                    .append("    odds: 60%\n")
                    .append("    then: war up 1\n");
        }
        for (int k = 4; k < 7; k++) {
            text.append(line("  %s/mediate:", ACTORS[k]))
                    .append("    if: war is not quiet\n")
                    .append("    costs: 0.1\n")
                    .append("    odds: 30%\n")
                    .append(line("    then: {war down 1: 60%%, war down 1 and %s-arms down 1: rest}", ACTORS[k]));
        }
    }

    private static void chance(StringBuilder text, int[] levels) {
        text.append("chance:\n").append("  flares:\n    if: war is not fighting\n    odds: 3% each week\n    times:\n");
        for (int k = 0; k < levels.length; k++) {
            text.append(line("      %s: %.1f", high(k, levels), 1.1 + 0.1 * k));
        }
        text.append("    then: war up 1\n")
                .append("  cools:\n    if: war is not quiet\n    rate: every 2 months\n    then: war down 1\n");
        for (int k = 0; k < levels.length; k++) {
            text.append(line("  wears-%s:", ACTORS[k]))
                    .append(line("    if: war is fighting and %s-arms above low", ACTORS[k]))
                    .append("    odds: 8% each week\n")
                    .append(line("    times: {%s: 1.5}", high((k + 2) % 7, levels)))
                    .append(line("    then: %s-arms down 1", ACTORS[k]));
        }
    }

    private static String high(int k, int[] levels) {
        return ACTORS[k] + "-arms at least " + name(Math.max(1, levels[k] / 2));
    }

    private static String low(int k, int[] levels) {
        return ACTORS[k] + "-arms below " + name(Math.max(1, levels[k] / 2));
    }

    private static String top(int k, int[] levels) {
        return ACTORS[k] + "-arms is " + name(levels[k] - 1);
    }

    private static String name(int level) {
        return level == 0 ? "low" : "step-" + level;
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private static String line(String format, Object... args) {
        return String.format(Locale.ROOT, format, args) + "\n";
    }
}
