package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTextTest {

    private static final List<String> LEVELS = List.of("low", "middle", "high", "0");

    private final Problems problems = new Problems();

    private Condition read(String text) {
        var views = new Views();
        for (int row = 0; row < 3; row++) {
            views.add(View.of(new Row(
                    row,
                    "r" + row,
                    "",
                    LEVELS,
                    0,
                    row < 2,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    Row.Kind.BOARD,
                    new Position("", 1, 1, 1))));
        }
        var names = new Names(problems);
        var commitments = new Commitments(names, problems);
        var document = new Document("c", text);
        return new ConditionText(names, views, commitments, problems)
                .read(new Node.Text(text, document.spot(0, text.length()), false))
                .test();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "always | 0,1,2,3",
                "r0 is low | 0",
                "r0 is low or high | 0,2",
                "r0 is not low or high | 1,3",
                "r0 at least middle | 1,2,3",
                "r0 at most middle | 0,1",
                "r0 above middle | 2,3",
                "r0 below middle | 0",
                "r0 is 0 | 3",
                "not r0 is low | 1,2,3",
                "not not r0 is low | 0",
                "not (r0 is low or r0 is high) | 1,3",
                "r0 is low or r0 is high and r0 is middle | 0",
                "(r0 is low or r0 is high) and r0 is not low | 2",
                "r0 is low or middle and r0 is not low | 1",
                "not r0 is low and r0 below high | 1",
                "r0 is low or not r0 is high | 0,1,3",
                "r0 is low or always | 0,1,2,3",
                "r0 is low or (r0 is high) | 0,2",
                "r0 is low or r0 at least high | 0,2,3",
                "r0 is low or r0 above middle | 0,2,3"
            })
    void holdsOnTheseLevels(String text, String levels) {
        Condition condition = read(text);
        assertThat(problems.sorted()).isEmpty();
        List<Integer> expected =
                List.of(levels.split(",")).stream().map(Integer::valueOf).toList();
        for (int level = 0; level < LEVELS.size(); level++) {
            assertThat(condition.holds(new int[] {level, 0, 0}))
                    .as(text + " on " + level)
                    .isEqualTo(expected.contains(level));
        }
    }

    /// A condition as a text and, beside it, what it means.
    private record Meant(String text, Predicate<int[]> meaning) {}

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void meansWhatItSays(int seed) {
        Meant meant = any(new Random(seed), 3);
        Condition condition = read(meant.text());
        assertThat(problems.sorted()).as("seed " + seed + ": " + meant.text()).isEmpty();
        for (int board = 0; board < 64; board++) {
            int[] levels = {board & 3, board >> 2 & 3, board >> 4};
            assertThat(condition.holds(levels))
                    .as("seed " + seed + ": " + meant.text())
                    .isEqualTo(meant.meaning().test(levels));
        }
    }

    private static Meant any(Random random, int depth) {
        Meant left = all(random, depth);
        if (random.nextInt(3) > 0) {
            return left;
        }
        Meant right = all(random, depth);
        return new Meant(left.text() + " or " + right.text(), left.meaning().or(right.meaning()));
    }

    private static Meant all(Random random, int depth) {
        Meant left = atom(random, depth);
        if (random.nextInt(3) > 0) {
            return left;
        }
        Meant right = atom(random, depth);
        return new Meant(left.text() + " and " + right.text(), left.meaning().and(right.meaning()));
    }

    private static Meant atom(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            Meant inner = any(random, depth - 1);
            return random.nextBoolean()
                    ? new Meant("(" + inner.text() + ")", inner.meaning())
                    : new Meant("not ( " + inner.text() + " )", inner.meaning().negate());
        }
        int row = random.nextInt(3);
        int level = random.nextInt(4);
        int other = random.nextInt(4);
        String word = LEVELS.get(level);
        return switch (random.nextInt(row == 2 ? 3 : 5)) {
            case 0 -> new Meant("r" + row + " is " + word, b -> b[row] == level);
            case 1 -> new Meant("r" + row + " is not " + word, b -> b[row] != level);
            case 2 ->
                new Meant(
                        "r" + row + " is " + word + " or " + LEVELS.get(other),
                        b -> b[row] == level || b[row] == other);
            case 3 -> new Meant("r" + row + " at least " + word, b -> b[row] >= level);
            default -> new Meant("r" + row + " at most " + word, b -> b[row] <= level);
        };
    }
}
