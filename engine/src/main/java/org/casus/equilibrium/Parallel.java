package org.casus.equilibrium;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// A few threads that share the numbered tasks of one loop after another.
///
/// What a task computes must not depend on who runs it or when, only on its number: then results are
/// the same for any number of threads, bit for bit. Sums are made by writing one term per task and
/// adding them in order. Who runs it is the same thread in every loop as far as can be ([Shares]).
///
/// The calling thread is one of them. A loop costs some ten microseconds. Idle workers watch for the next loop
/// for a moment and then sleep.
///
/// Where a task fails or the calling thread is interrupted no further task is begun, and whoever is at one comes to
/// its end before that is thrown: afterwards nobody writes any more.
public final class Parallel implements AutoCloseable {

    private static final int SPINS = 4_000;
    private static final long NAP = 20_000;

    /// One loop: its body, who takes which of its numbers, how many are done, and what put an end to it.
    private static final class Loop {
        final IntConsumer body;
        final Shares shares;
        final AtomicInteger done = new AtomicInteger();
        final AtomicReference<Throwable> end = new AtomicReference<>();

        Loop(IntConsumer body, int tasks, int threads) {
            this.body = body;
            shares = new Shares(tasks, threads);
        }
    }

    private static final Loop NOTHING = new Loop(task -> {}, 0, 1);

    private final Thread[] workers;
    private volatile Loop current = NOTHING;
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile boolean closed;

    /// @throws IllegalArgumentException if there is no thread
    public Parallel(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        workers = new Thread[threads - 1];
        for (int k = 0; k < workers.length; k++) {
            int me = k + 1;
            workers[k] = Thread.ofPlatform().daemon().name("casus-worker-" + me).start(() -> work(me));
        }
    }

    int threads() {
        return workers.length + 1;
    }

    /// Runs `body` for 0 … tasks − 1 and returns when all are done; what they wrote is then seen by all.
    ///
    /// @throws CancellationException if the calling thread is interrupted
    /// @throws IllegalStateException if a task threw an exception on any of several threads, which is its cause;
    /// errors, such as memory that ran out, are thrown as they are
    public void run(int tasks, IntConsumer body) {
        stopIfInterrupted();
        if (workers.length == 0 || tasks == 1) {
            for (int task = 0; task < tasks; task++) {
                stopIfInterrupted();
                body.accept(task);
            }
            return;
        }
        var loop = new Loop(body, tasks, threads());
        current = loop;
        if (asleep.get() > 0) {
            for (var worker : workers) {
                LockSupport.unpark(worker);
            }
        }
        help(loop, 0);
        for (int spin = 0; loop.done.get() < tasks; spin++) {
            if (spin < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, NAP);
            }
        }
        var end = loop.end.get();
        if (end instanceof CancellationException stopped) {
            throw stopped;
        }
        if (end instanceof Error error) {
            throw error;
        }
        if (end != null) {
            throw new IllegalStateException("a thread failed", end);
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    private void work(int me) {
        var last = NOTHING;
        while (!closed) {
            var loop = await(last);
            help(loop, me);
            last = loop;
        }
    }

    private Loop await(Loop last) {
        for (int spin = 0; spin < SPINS; spin++) {
            var loop = current;
            if (loop != last) {
                return loop;
            }
            Thread.onSpinWait();
        }
        asleep.incrementAndGet();
        while (current == last && !closed) {
            LockSupport.park(this);
        }
        asleep.decrementAndGet();
        return current;
    }

    private void help(Loop loop, int me) {
        for (int task = loop.shares.take(me); task >= 0; task = loop.shares.take(me)) {
            try {
                if (loop.end.get() == null) {
                    stopIfInterrupted();
                    loop.body.accept(task);
                }
            } catch (RuntimeException | Error e) {
                loop.end.compareAndSet(null, e);
            } finally {
                loop.done.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var worker : workers) {
            LockSupport.unpark(worker);
        }
    }
}
