package org.casus.chain;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.casus.equilibrium.Shares;

/// Threads that share out the chunks of a loop over blocks of states or runs. How they are cut into chunks depends on
/// their number alone and each chunk writes its own places, so that results do not depend on how many
/// threads there are. A thread takes the same chunks in every loop as far as can be ([Shares]).
public final class Team implements AutoCloseable {

    private static final int MOST_CHUNKS = 64;

    private final int items;
    private final int chunks;
    /// One thread each; none where the caller does all the work.
    private final ExecutorService[] members;

    /// A team for loops over `items`, at least `least` of them in a chunk.
    public Team(int items, int least, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.items = items;
        this.chunks = Math.clamp(items / least, 1, MOST_CHUNKS);
        int shares = Math.min(threads, chunks);
        members = new ExecutorService[shares == 1 ? 0 : shares];
        Arrays.setAll(
                members,
                k -> Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("casus-chain-" + k).factory()));
    }

    /// Number of chunks.
    public int chunks() {
        return chunks;
    }

    /// First item of `chunk`; of chunk [#chunks], the number of items.
    public int first(int chunk) {
        return (int) ((long) items * chunk / chunks);
    }

    /// Runs `body` once for each chunk and returns when all are done; what it wrote is then seen by all. If it
    /// fails, that is thrown when all members have come to an end.
    ///
    /// @throws CancellationException if the calling thread is interrupted; members may still be at work then
    public void run(IntConsumer body) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        if (members.length == 0) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                body.accept(chunk);
            }
            return;
        }
        var shares = new Shares(chunks, members.length);
        var work = new Future<?>[members.length];
        Arrays.setAll(
                work,
                me -> members[me].submit(() -> {
                    for (int chunk = shares.take(me); chunk >= 0; chunk = shares.take(me)) {
                        body.accept(chunk);
                    }
                }));
        await(work);
    }

    private static void await(Future<?>[] work) {
        Optional<Throwable> failed = Optional.empty();
        for (Future<?> member : work) {
            try {
                member.get();
            } catch (ExecutionException e) {
                failed = failed.or(() -> Optional.ofNullable(e.getCause()));
            } catch (InterruptedException e) {
                for (Future<?> left : work) {
                    left.cancel(true);
                }
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        if (failed.isPresent()) {
            throw new IllegalStateException(failed.get());
        }
    }

    @Override
    public void close() {
        for (ExecutorService member : members) {
            member.shutdown();
        }
    }
}
