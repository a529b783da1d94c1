package org.casus.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Threads that share out the chunks of a loop over blocks of states or runs. How they are cut into chunks depends on
/// their number alone and each chunk writes its own places, so that results do not depend on how many
/// threads there are.
public final class Team implements AutoCloseable {

    private static final int MOST_CHUNKS = 64;

    private final int items;
    private final int chunks;
    private final int threads;
    private final ExecutorService pool;

    /// A team for loops over `items`, at least `least` of them in a chunk.
    public Team(int items, int least, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.items = items;
        this.chunks = Math.clamp(items / least, 1, MOST_CHUNKS);
        this.threads = Math.min(threads, chunks);
        this.pool = Executors.newFixedThreadPool(
                this.threads,
                task -> Thread.ofPlatform().daemon().name("casus-chain").unstarted(task));
    }

    /// Number of chunks.
    public int chunks() {
        return chunks;
    }

    /// First item of `chunk`; of chunk [#chunks], the number of items.
    public int first(int chunk) {
        return (int) ((long) items * chunk / chunks);
    }

    /// Runs `body` once for each chunk and returns when all are done; what it wrote is then seen by all.
    ///
    /// @throws CancellationException if the calling thread is interrupted
    public void run(IntConsumer body) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        if (threads == 1) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                body.accept(chunk);
            }
            return;
        }
        var next = new AtomicInteger();
        var work = new ArrayList<Callable<Void>>(threads);
        for (int k = 0; k < threads; k++) {
            work.add(() -> {
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    body.accept(chunk);
                }
                return null;
            });
        }
        await(work);
    }

    private void await(List<Callable<Void>> work) {
        try {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
