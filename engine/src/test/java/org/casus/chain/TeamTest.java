package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void eachItemIsInOneChunkThatIsDoneOnce(int threads) {
        try (var team = new Team(1000, 7, threads)) {
            var times = new AtomicIntegerArray(1000);
            for (int loop = 0; loop < 50; loop++) {
                team.run(chunk -> IntStream.range(team.first(chunk), team.first(chunk + 1))
                        .forEach(times::incrementAndGet));
            }
            assertThat(IntStream.range(0, 1000).map(times::get)).allMatch(n -> n == 50);
        }
    }

    /// Whoever catches the failure may use the arrays that the others wrote.
    @Test
    void aFailureIsThrownWhenNobodyIsAtWorkAnyMore() {
        try (var team = new Team(64, 1, 4)) {
            var atWork = new AtomicInteger();
            assertThatThrownBy(() -> team.run(chunk -> {
                        if (chunk == 0) {
                            throw new IllegalArgumentException("chunk 0");
                        }
                        atWork.incrementAndGet();
                        pause();
                        atWork.decrementAndGet();
                    }))
                    .hasRootCauseMessage("chunk 0");
            assertThat(atWork).hasValue(0);
        }
    }

    /// Memory that runs out on another thread is memory that ran out.
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anErrorIsThrownAsItIs(int threads) {
        var full = new OutOfMemoryError("full");
        try (var team = new Team(64, 1, threads)) {
            assertThatThrownBy(() -> team.run(chunk -> {
                        throw full;
                    }))
                    .isSameAs(full);
        }
    }

    @Test
    void afterAFailureTheTeamIsAsGoodAsBefore() {
        try (var team = new Team(64, 1, 3)) {
            assertThatThrownBy(() -> team.run(chunk -> {
                        throw new IllegalArgumentException("all of them");
                    }))
                    .hasRootCauseMessage("all of them");
            var done = new AtomicInteger();
            team.run(chunk -> done.incrementAndGet());
            assertThat(done).hasValue(team.chunks());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whoIsInterruptedOnTheWayGoesNoFurther(int threads) {
        try (var team = new Team(64, 1, threads)) {
            var caller = Thread.currentThread();
            var begun = new AtomicInteger();
            var atWork = new AtomicInteger();
            assertThatThrownBy(() -> team.run(chunk -> {
                        begun.incrementAndGet();
                        atWork.incrementAndGet();
                        caller.interrupt();
                        LockSupport.parkNanos(2_000_000);
                        atWork.decrementAndGet();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(begun).hasValueLessThan(64);
            assertThat(atWork).hasValue(0);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whoIsInterruptedGetsNothing() {
        try (var team = new Team(64, 1, 2)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> team.run(chunk -> {})).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
