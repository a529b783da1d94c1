package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.casus.app.live.View;
import org.casus.app.web.Tabs.Asker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TabsTest {

    private static final View OTHER = new View("as-is", List.of("a=1"));

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /// Work that goes on until it is interrupted.
    private FutureTask<String> endless(Tabs tabs, Asker asker) throws InterruptedException {
        var task = new FutureTask<>(() -> tabs.run(asker, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return "";
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }));
        Thread.ofVirtual().start(task);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        return task;
    }

    private static void superseded(FutureTask<String> task) {
        assertThatThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
    }

    @Test
    void whatIsNewerStopsWhatIsOlder() throws Exception {
        try (var tabs = new Tabs()) {
            var old = endless(tabs, new Asker("tab", 1, View.AS_IS, true));
            assertThat(tabs.run(new Asker("tab", 2, View.AS_IS, true), () -> "new"))
                    .isEqualTo("new");
            superseded(old);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatComesLateIsNotBegun() throws Exception {
        try (var tabs = new Tabs()) {
            tabs.run(new Asker("tab", 5, View.AS_IS, true), () -> "");
            assertThatThrownBy(() -> tabs.run(new Asker("tab", 4, View.AS_IS, true), () -> "late"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whatFollowsIsStoppedByAnotherViewAlone() throws Exception {
        try (var tabs = new Tabs()) {
            var follower = endless(tabs, new Asker("tab", 1, View.AS_IS, false));
            tabs.run(new Asker("tab", 2, View.AS_IS, true), () -> "");
            assertThat(follower.isDone()).isFalse();
            tabs.run(new Asker("tab", 3, OTHER, true), () -> "");
            superseded(follower);
        }
    }

    @Test
    void tabsDoNotStopEachOther() throws Exception {
        try (var tabs = new Tabs()) {
            var one = endless(tabs, new Asker("one", 1, View.AS_IS, true));
            tabs.run(new Asker("two", 9, OTHER, true), () -> "");
            tabs.run(new Asker("", 9, OTHER, true), () -> "");
            assertThat(one.isDone()).isFalse();
        }
    }

    @Test
    void whatWorkThrowsIsHandedOn() {
        try (var tabs = new Tabs()) {
            assertThatThrownBy(() -> tabs.run(new Asker("tab", 1, View.AS_IS, true), () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("broken");
        }
    }
}
