package org.casus.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HundredDotsTest {

    @Test
    void whatFitsIsLeftAlone() {
        int[] before = {0, 0, 1, 1};
        assertThat(HundredDots.mended(before, new int[] {0, 1, 1, 0}, new int[] {2, 2}))
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void aDotGoesBackBeforeAnotherGoesAway() {
        // The second one stood at 0 and has just changed: it goes back rather than that a third moves.
        assertThat(HundredDots.mended(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}, new int[] {2, 2}))
                .containsExactly(0, 0, 1, 1);
    }

    /// Counts are those wanted, and no more dots move than counts demand.
    @Test
    void countsAreKeptWithAsFewMovesAsCanBe() {
        long seed = 7;
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int outcomes = 2 + random.nextInt(5);
            int[] before =
                    IntStream.range(0, 100).map(k -> random.nextInt(outcomes)).toArray();
            int[] after = IntStream.range(0, 100)
                    .map(k -> random.nextInt(4) == 0 ? random.nextInt(outcomes) : before[k])
                    .toArray();
            int[] wanted = new int[outcomes];
            IntStream.range(0, 100).forEach(k -> wanted[random.nextInt(outcomes)]++);
            int[] mended = HundredDots.mended(before, after, wanted);
            int[] counts = new int[outcomes];
            Arrays.stream(mended).forEach(k -> counts[k]++);
            assertThat(counts).as("seed " + seed + ", round " + round).containsExactly(wanted);
            int surplus = 0;
            int[] there = new int[outcomes];
            Arrays.stream(after).forEach(k -> there[k]++);
            for (int k = 0; k < outcomes; k++) {
                surplus += Math.max(0, there[k] - wanted[k]);
            }
            long moved =
                    IntStream.range(0, 100).filter(k -> mended[k] != after[k]).count();
            assertThat(moved).as("seed " + seed + ", round " + round).isEqualTo(surplus);
        }
    }
}
