package org.casus.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.casus.app.live.View;

/// What each tab of the browser waits for. A tab wants its newest question answered and no other: what it asked
/// before is stopped, so that a slider that is dragged leaves no queue behind.
///
/// Tabs are told apart by a name of their own making; a request without one is nobody's, and never stopped.
final class Tabs implements AutoCloseable {

    private static final int MOST = 64;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("look-", 0).factory());
    private final Map<String, Tab> tabs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tab> eldest) {
            return size() > MOST;
        }
    };

    private static final class Tab {
        private long serial = Long.MIN_VALUE;
        private final List<Work> running = new ArrayList<>();
    }

    private record Work(View view, boolean leads, FutureTask<?> task) {}

    /// Who asks.
    ///
    /// @param tab empty for nobody
    /// @param serial grows with every question of a tab that leads
    /// @param leads whether what the tab asked before is to be stopped: other leading questions always, those that
    ///     follow where the view is another one
    record Asker(String tab, long serial, View view, boolean leads) {}

    /// Runs `work` on a thread of its own, which is interrupted if the tab asks for something newer.
    ///
    /// @throws Refusal if it has done so
    /// @throws ExecutionException with what `work` threw
    <T> T run(Asker asker, Callable<T> work) throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(work);
        var running = new Work(asker.view(), asker.leads(), task);
        begin(asker, running);
        try {
            threads.execute(task);
            return task.get();
        } catch (CancellationException e) {
            throw Refusal.superseded();
        } finally {
            end(asker, running);
        }
    }

    private synchronized void begin(Asker asker, Work work) {
        if (asker.tab().isEmpty()) {
            return;
        }
        Tab tab = tabs.computeIfAbsent(asker.tab(), name -> new Tab());
        if (asker.leads()) {
            if (asker.serial() < tab.serial) {
                throw Refusal.superseded();
            }
            tab.serial = asker.serial();
            tab.running.stream()
                    .filter(each -> each.leads || !each.view.equals(asker.view()))
                    .forEach(each -> each.task.cancel(true));
        }
        tab.running.add(work);
    }

    private synchronized void end(Asker asker, Work work) {
        Tab tab = tabs.get(asker.tab());
        if (tab != null) {
            tab.running.remove(work);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
