package org.casus.app.web;

import java.util.Optional;
import org.casus.app.json.Json;
import tools.jackson.databind.JsonNode;

/// Work that takes long and may have several listeners.
final class Job implements Feed {

    /// Long work. It is stopped by interrupting its thread.
    @FunctionalInterface
    interface Work {
        void run(Feed feed) throws Exception;
    }

    /// How far it is.
    ///
    /// @param left seconds to the end of this round, if it goes on as so far; empty while that cannot be told
    record Progress(String words, int done, int failed, int all, Optional<Double> left) {}

    /// What is known at some moment. Versions grow with every change.
    ///
    /// @param results how many results there have been; `result` is the last one
    record State(
            long version,
            Optional<Progress> progress,
            int results,
            Optional<String> result,
            boolean ended,
            Optional<Refusal> refusal) {

        static final State NEW = new State(0, Optional.empty(), 0, Optional.empty(), false, Optional.empty());
    }

    /// When the round began that is under way: work that goes on in rounds counts each by itself.
    private long begun = System.nanoTime();
    private State state = State.NEW;
    private int listeners;
    private Optional<Thread> thread = Optional.empty();

    synchronized void begin(Work work) {
        Thread worker = Thread.ofPlatform().daemon().name("study").unstarted(() -> run(work));
        thread = Optional.of(worker);
        worker.start();
    }

    private void run(Work work) {
        try {
            work.run(this);
            change(new State(state.version + 1, state.progress, state.results, state.result, true, Optional.empty()));
        } catch (Throwable thrown) {
            Refusal refusal = Trouble.of(thrown);
            change(new State(
                    state.version + 1, state.progress, state.results, state.result, true, Optional.of(refusal)));
        }
    }

    private synchronized void change(State next) {
        state = next;
        notifyAll();
    }

    @Override
    public synchronized void progress(String words, int done, int failed, int all) {
        boolean same = state.progress
                .filter(last -> last.words().equals(words) && last.all() == all && last.done() <= done)
                .isPresent();
        if (!same) {
            begun = System.nanoTime();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Optional<Double> left = done > 0 && all > done ? Optional.of(seconds / done * (all - done)) : Optional.empty();
        change(new State(
                state.version + 1,
                Optional.of(new Progress(words, done, failed, all, left)),
                state.results,
                state.result,
                false,
                Optional.empty()));
    }

    @Override
    public synchronized void result(JsonNode document) {
        change(new State(
                state.version + 1,
                state.progress,
                state.results + 1,
                Optional.of(Json.text(document)),
                false,
                Optional.empty()));
    }

    /// What is known once it is more than version `seen`, or after `millis`.
    synchronized State await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (state.version <= seen && !state.ended) {
            long rest = (end - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                break;
            }
            wait(rest);
        }
        return state;
    }

    synchronized boolean ended() {
        return state.ended;
    }

    /// Whether it ended with all it set out to find.
    synchronized boolean succeeded() {
        return state.ended && state.refusal.isEmpty();
    }

    synchronized void listen() {
        listeners++;
    }

    synchronized void leave() {
        listeners--;
    }

    synchronized boolean deserted() {
        return listeners == 0;
    }

    /// Stops the work; what listeners there are see it end.
    synchronized void stop() {
        thread.ifPresent(Thread::interrupt);
    }
}
