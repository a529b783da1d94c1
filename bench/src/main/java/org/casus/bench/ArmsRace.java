package org.casus.bench;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The arms race of n rivals that differ in nothing but their names, as a scenario file.
///
/// Each stands on one of some levels of arms, wants its own high and fears those of all others. Each may
/// invest, which leads one level up, and now and then all fall back by one at once: the class and the size
/// of the quality ladder of Blevins (2025, *Leveraging Uniformization and Sparsity for Estimation and
/// Computation of Continuous Time Dynamic Discrete Choice Games*), with investment and a common shock.
/// Without `alike` there are levelsⁿ states; with it C(n + levels − 1, levels − 1), which on 7 levels is
/// 3,003 for 8 rivals and 8,008 for 10.
public final class ArmsRace {

    private ArmsRace() {}

    /// The file for `rivals` (2 to 20) on `levels` (2 to 20), declared alike or not.
    static String yaml(int rivals, int levels, boolean alike) {
        return String.format(
                Locale.ROOT,
                """
                format: casus/1
                title: An arms race of %d rivals on %d levels
                as_of: 2025-01-01
                clock: {unit: month, horizon: 36}
                defaults: {acts: every month, drifts: every 12 months, looks ahead: 24 months, sharpness: 20}
                %sboard:
                %s
                actors:
                %s
                moves:
                %s
                chance:
                  set-back: {odds: 10%% each month, then: "%s"}
                outcomes:
                  all-armed: "%s"
                  none-armed: "%s"
                  it-goes-on: otherwise
                """,
                rivals,
                levels,
                alike ? "alike: [" + all(rivals, ArmsRace::rival, ", ") + "]\n" : "",
                all(
                        rivals,
                        k -> "  " + arms(k) + ": {levels: [" + all(levels, ArmsRace::level, ", ") + "], start: l1}",
                        "\n"),
                all(rivals, k -> actor(k, rivals, levels), "\n"),
                all(rivals, k -> move(k, levels), "\n"),
                all(rivals, k -> arms(k) + " down 1", " and "),
                all(rivals, k -> arms(k) + " is " + level(levels - 1), " and "),
                all(rivals, k -> arms(k) + " is " + level(0), " and "));
    }

    private static String actor(int actor, int rivals, int levels) {
        String others = IntStream.range(0, rivals)
                .filter(k -> k != actor)
                .mapToObj(k -> arms(k) + ": {" + worths(levels, 2.0 / (rivals - 1)) + "}")
                .collect(Collectors.joining(", "));
        return "  " + rival(actor) + ":\n    wants: {" + arms(actor) + ": {" + worths(levels, 4) + "}}\n    fears: {"
                + others + "}";
    }

    /// Worth `top` on the highest level, and less by a square root below.
    private static String worths(int levels, double top) {
        return IntStream.range(1, levels)
                .mapToObj(k -> String.format(Locale.ROOT, "%s: %.4f", level(k), top * Math.sqrt(k / (levels - 1.0))))
                .collect(Collectors.joining(", "));
    }

    private static String move(int actor, int levels) {
        return "  " + rival(actor) + "/invest: {if: " + arms(actor) + " below " + level(levels - 1)
                + ", costs: 0.5, then: " + arms(actor) + " up 1}";
    }

    private static String rival(int k) {
        return "rival-" + (k + 1);
    }

    private static String arms(int k) {
        return "arms-" + rival(k);
    }

    private static String level(int k) {
        return "l" + (k + 1);
    }

    private static String all(int count, IntFunction<String> each, String between) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
