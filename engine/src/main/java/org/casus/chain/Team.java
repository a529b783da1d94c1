package org.casus.chain;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.casus.equilibrium.Parallel;

/// Threads that share out the chunks of a loop over blocks of states or runs ([Parallel]). How they are cut into
/// chunks depends on their number alone and each chunk writes its own places, so that results do not depend on how
/// many threads there are.
public final class Team implements AutoCloseable {

    private static final int MOST_CHUNKS = 64;

    private final int items;
    private final int chunks;
    private final Parallel parallel;

    /// A team for loops over `items`, at least `least` of them in a chunk.
    ///
    /// @throws IllegalArgumentException if there is no thread
    public Team(int items, int least, int threads) {
        this.items = items;
        this.chunks = Math.clamp(items / least, 1, MOST_CHUNKS);
        parallel = new Parallel(Math.min(threads, chunks));
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
    /// fails, or the calling thread is interrupted, that is thrown when nobody is at work any more.
    ///
    /// @throws CancellationException if the calling thread is interrupted
    public void run(IntConsumer body) {
        parallel.run(chunks, body);
    }

    @Override
    public void close() {
        parallel.close();
    }
}
