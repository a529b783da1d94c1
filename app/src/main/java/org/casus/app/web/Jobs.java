package org.casus.app.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// Long work, once for each question, whoever asks it: a page, its twin, a second tab. When nobody has listened for
/// a while it is stopped; what has ended is kept for the next who asks, the last few of it.
final class Jobs implements AutoCloseable {

    /// A page that is loaded again comes back within this time.
    private static final long PATIENCE = 3000;

    private static final int MOST_RUNNING = 4;
    private static final int MOST_KEPT = 12;

    private final Map<String, Job> jobs = new LinkedHashMap<>(16, 0.75f, true);

    /// The job that answers `question`, begun if there is none; [#leave] must follow.
    ///
    /// @throws Refusal if too many are under way
    synchronized Job join(String question, Job.Work work) {
        Job known = jobs.get(question);
        if (known != null && !(known.ended() && !known.succeeded())) {
            known.listen();
            return known;
        }
        if (running() >= MOST_RUNNING) {
            // Whoever asked for these has left, and may only not have been missed yet.
            jobs.values().stream().filter(job -> !job.ended() && job.deserted()).forEach(Job::stop);
            jobs.values().removeIf(job -> !job.ended() && job.deserted());
        }
        if (running() >= MOST_RUNNING) {
            throw new Refusal(
                    503,
                    "Four long pieces of work are under way already.",
                    "Close a page that waits for one, and ask again.");
        }
        var job = new Job();
        jobs.put(question, job);
        job.listen();
        job.begin(work);
        forget();
        return job;
    }

    /// One listener less.
    void leave(String question, Job job) {
        job.leave();
        Thread.ofVirtual().name("patience").start(() -> {
            try {
                Thread.sleep(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopIfDeserted(question, job);
        });
    }

    private synchronized void stopIfDeserted(String question, Job job) {
        if (job.deserted() && !job.ended()) {
            job.stop();
            jobs.remove(question, job);
        }
    }

    private void forget() {
        var ended = jobs.entrySet().stream()
                .filter(entry -> entry.getValue().ended() && entry.getValue().deserted())
                .map(Map.Entry::getKey)
                .toList();
        int over = Math.max(0, jobs.size() - MOST_KEPT);
        ended.stream().limit(over).forEach(jobs::remove);
    }

    /// How many are under way.
    synchronized long running() {
        return jobs.values().stream().filter(job -> !job.ended()).count();
    }

    @Override
    public synchronized void close() {
        jobs.values().forEach(Job::stop);
    }
}
