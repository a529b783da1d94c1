package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(60)
class JobsTest {

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private void endless(Feed feed) throws InterruptedException {
        begun.incrementAndGet();
        feed.progress("working", 1, 0, 4);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            stopped.countDown();
            throw e;
        }
    }

    private void quick(Feed feed) {
        begun.incrementAndGet();
        feed.result(JsonNodeFactory.instance.objectNode().put("answer", 42));
    }

    @Test
    void whoeverAsksTheSameListensToTheSameWork() throws Exception {
        try (var jobs = new Jobs()) {
            Job one = jobs.join("q", this::quick);
            while (!one.ended()) {
                one.await(-1, 100);
            }
            Job two = jobs.join("q", this::quick);
            assertThat(two).isSameAs(one);
            assertThat(two.await(-1, 0).result())
                    .hasValueSatisfying(text -> assertThat(text).contains("42"));
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void workIsStoppedWhenNobodyListens() throws Exception {
        try (var jobs = new Jobs()) {
            Job job = jobs.join("q", this::endless);
            jobs.leave("q", job);
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
            while (!job.ended()) {
                job.await(Long.MAX_VALUE, 100);
            }
            assertThat(job.await(-1, 0).refusal()).isPresent();
            assertThat(jobs.running()).isZero();
        }
    }

    @Test
    void whoComesBackInTimeGoesOnListening() throws Exception {
        try (var jobs = new Jobs()) {
            Job job = jobs.join("q", this::endless);
            jobs.leave("q", job);
            assertThat(jobs.join("q", this::endless)).isSameAs(job);
            Thread.sleep(4000);
            assertThat(job.ended()).isFalse();
        }
    }

    @Test
    void whatFailedIsTriedAnew() throws Exception {
        try (var jobs = new Jobs()) {
            Job failed = jobs.join("q", feed -> {
                throw new IllegalArgumentException("There is no such thing.");
            });
            while (!failed.ended()) {
                failed.await(Long.MAX_VALUE, 100);
            }
            assertThat(failed.await(-1, 0).refusal())
                    .hasValueSatisfying(
                            refusal -> assertThat(refusal.sentence()).isEqualTo("There is no such thing."));
            assertThat(jobs.join("q", this::quick)).isNotSameAs(failed);
        }
    }

    @Test
    void thereIsALimit() {
        try (var jobs = new Jobs()) {
            for (int k = 0; k < 4; k++) {
                jobs.join("q" + k, this::endless);
            }
            assertThatThrownBy(() -> jobs.join("one more", this::endless))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(503));
        }
    }
}
