package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    private static final int LOOPS = 2000;

    /// Whoever is alone does their own share first, then the next one's, and so all round.
    @ParameterizedTest
    @CsvSource({"16, 2, 1, 8", "16, 1, 0, 0", "7, 3, 1, 2", "2, 5, 4, 1", "0, 2, 0, 0", "1, 2, 0, 0"})
    void oneThreadTakesItsOwnFirst(int count, int threads, int me, int first) {
        var shares = new Shares(count, threads);
        var taken = new ArrayList<Integer>();
        for (int number = shares.take(me); number >= 0; number = shares.take(me)) {
            taken.add(number);
        }
        assertThat(taken)
                .containsExactlyElementsOf(IntStream.range(0, count)
                        .map(k -> (first + k) % count)
                        .boxed()
                        .toList());
        assertThat(shares.take(me)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"16, 2", "1000, 4", "3, 8", "64, 3"})
    void threadsTogetherTakeEachNumberOnce(int count, int threads) throws InterruptedException {
        var times = new AtomicIntegerArray(count);
        var shares = IntStream.range(0, LOOPS)
                .mapToObj(loop -> new Shares(count, threads))
                .toList();
        var together = new CyclicBarrier(threads);
        var all = new ArrayList<Thread>();
        for (int t = 0; t < threads; t++) {
            int me = t;
            all.add(Thread.ofPlatform()
                    .start(() -> shares.forEach(each -> {
                        await(together);
                        for (int number = each.take(me); number >= 0; number = each.take(me)) {
                            times.incrementAndGet(number);
                        }
                    })));
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(IntStream.range(0, count).map(times::get)).allMatch(n -> n == LOOPS);
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
