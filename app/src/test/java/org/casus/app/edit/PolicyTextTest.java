package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.casus.scenario.Edits;
import org.casus.scenario.ScenarioException;
import org.junit.jupiter.api.Test;

/// Policies kept, and the lines that differ.
class PolicyTextTest {

    private static final PolicyText POLICIES = new PolicyText("x", "x");

    private static Edited keep(String text, String id, String title, String base, Edit... set) {
        return POLICIES.keep(text, id, title, Optional.of(base), List.of(set));
    }

    @Test
    void theFirstPolicyGetsASectionInItsPlace() throws ScenarioException {
        var kept =
                keep(EditorTest.TEXT, "slow", "Slower: much", "as-is", Edit.of("ann acts", "every 2 weeks per guess"));
        assertThat(kept.problems()).isEmpty();
        assertThat(kept.text())
                .isEqualTo(EditorTest.TEXT
                        + "policies:\n  slow: {title: \"Slower: much\", set: {ann acts: every 2 weeks per guess}}\n");
        assertThat(kept.file()
                        .orElseThrow()
                        .with(Edits.policy("slow"))
                        .actors()
                        .getFirst()
                        .acts()
                        .middle())
                .isEqualTo(2);
    }

    @Test
    void furtherOnesAreWrittenLikeTheOthersAndHoldWhatTheirBaseHolds() {
        String text = EditorTest.TEXT + """

                policies:  # as tried
                  slow: {set: {ann acts: every 2 weeks}, forbid: [theft]}

                claims: {never: {says: No., at: report p1, untestable: why not}}
                """;
        var kept = keep(text, "slower", "", "slow", Edit.of("bob acts", "every 3 weeks"));
        assertThat(kept.problems()).isEmpty();
        assertThat(LineDiff.of(text, kept.text()))
                .singleElement()
                .satisfies(
                        hunk -> assertThat(hunk.after())
                                .containsExactly(
                                        "  slower: {set: {ann acts: every 2 weeks, bob acts: every 3 weeks}, forbid: [theft]}"));
        var again = keep(
                kept.text(),
                "slowest",
                "As slow as anybody has ever seen anyone anywhere",
                "slower",
                Edit.of("bob acts", "every 9 weeks"),
                Edit.of("mood levels", "[calm, cross, angry]"));
        assertThat(again.problems()).isEmpty();
        assertThat(LineDiff.of(kept.text(), again.text()).getFirst().after())
                .containsExactly(
                        "  slowest:",
                        "    title: As slow as anybody has ever seen anyone anywhere",
                        "    set:",
                        "      ann acts: every 2 weeks",
                        "      bob acts: every 9 weeks",
                        "      mood levels: [calm, cross, angry]",
                        "    forbid: [theft]");
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        assertThat(keep(EditorTest.TEXT, "slow", "", "as-is", Edit.of("nobody acts", "1"))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("leads nowhere"));
        assertThat(keep(EditorTest.TEXT, "Not a name", "", "as-is", Edit.of("ann acts", "every week"))
                        .sound())
                .isFalse();
    }

    @Test
    void differencesPutBackGiveTheOtherText() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            List<String> a = lines(random);
            List<String> b = lines(random);
            List<String> made = new ArrayList<>(a);
            List<Hunk> hunks = LineDiff.of(text(a), text(b));
            for (Hunk hunk : hunks.reversed()) {
                List<String> there = made.subList(
                        hunk.line() - 1, hunk.line() - 1 + hunk.before().size());
                assertThat(there).as("seed %d", seed).isEqualTo(hunk.before());
                there.clear();
                made.addAll(hunk.line() - 1, hunk.after());
            }
            assertThat(made).as("seed %d", seed).isEqualTo(b);
            int changed = hunks.stream()
                    .mapToInt(h -> h.before().size() + h.after().size())
                    .sum();
            assertThat(changed).as("seed %d", seed).isEqualTo(a.size() + b.size() - 2 * common(a, b));
        }
    }

    @Test
    void aTextThatIsAltogetherOtherIsOneDifference() {
        String many = String.join(
                "\n",
                Stream.iterate(0, k -> k + 1).limit(3000).map(k -> "a" + k).toList());
        assertThat(LineDiff.of(many, many.replace('a', 'b'))).hasSize(1);
        assertThat(LineDiff.of("", "a\n")).containsExactly(new Hunk(1, 1, List.of(), List.of("a")));
        assertThat(LineDiff.of("a", "a\n")).isEmpty();
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> String.valueOf((char) ('a' + random.nextInt(3))))
                .limit(random.nextInt(12))
                .toList();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    /// Length of the longest common subsequence, by the table.
    private static int common(List<String> a, List<String> b) {
        int[][] best = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                best[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.size()][b.size()];
    }
}
