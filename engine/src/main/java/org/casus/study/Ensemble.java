package org.casus.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Policy;

/// Works out a [Study] in many worlds.
///
/// A task is one variant in one world, worked out from the start on one thread; several go on at the same
/// time. What comes out of a task depends on the study, the world and the settings alone: neither the
/// number of threads nor the order nor what was there before leaves a trace, so a run may be broken off
/// and gone on with. A variant that cannot be solved in some world is a result like any other.
///
/// Memory beside the study: for each thread what a solve takes, and the solution of the scenario as it is
/// in each world in flight and in the one after.
public final class Ensemble {

    /// The index of the middle world, which is none of those drawn.
    public static final int CENTRAL = -1;

    /// How drawn worlds are solved. The middle world is always solved with all care.
    public enum Start {
        /// The long-horizon limit by its definition, with all care.
        COLD,
        /// Several times as fast: the scenario as it is by pseudo-time from nothing, its variants from
        /// there ([CarryOver]), to [#QUICK_TOLERANCE]. In a game with several equilibria it may end at
        /// another one, so whoever uses it does a sample of the worlds cold as well and compares. Where it
        /// comes to nothing the game is tried once more with all care ([WorldResult#again]).
        QUICK
    }

    /// Residual of quick solves, unless a looser one is asked for: odds are off by less than 1e-4.
    public static final double QUICK_TOLERANCE = 1e-3;

    /// One variant in one world.
    public record Task(int world, String variant) {}

    /// Takes results: in any order, one at a time, from any thread.
    @FunctionalInterface
    public interface Sink {
        void accept(WorldResult result);
    }

    /// Is told after each task, as sinks are: how many are done, how many of those failed, and how many
    /// there are, all counted in this run.
    @FunctionalInterface
    public interface Progress {
        void at(int done, int failed, int all);
    }

    /// How a run ended.
    public record Tally(int done, int failed) {}

    private final Study study;
    private final Worlds worlds;
    private final Settings settings;
    private final Start start;
    private final InWorld.Haste haste;

    /// @param settings of each solve; one thread is used whatever they say
    public Ensemble(Study study, Worlds worlds, Settings settings, Start start) {
        this(study, worlds, settings, start, InWorld.Haste::byPseudoTime);
    }

    /// The same with another way to be quick.
    Ensemble(Study study, Worlds worlds, Settings settings, Start start, InWorld.Haste haste) {
        this.study = study;
        this.worlds = worlds;
        this.settings = settings.withThreads(1);
        this.start = start;
        this.haste = haste;
    }

    /// The tasks of worlds 0 … `count` − 1, the middle world before them, world by world.
    public List<Task> tasks(int count) {
        List<Task> tasks = new ArrayList<>();
        for (int world = CENTRAL; world < count; world++) {
            for (Variant variant : study.variants()) {
                tasks.add(new Task(world, variant.id()));
            }
        }
        return List.copyOf(tasks);
    }

    /// Does those of `tasks` that are not `known`, on `threads` threads, and returns when all are done.
    ///
    /// @throws CancellationException if the calling thread is interrupted: every solve in flight then
    ///     ends, nothing half done reaches the sink, and the thread stays interrupted
    /// @throws RuntimeException whatever the sink or `progress` throws, which ends the run as well
    public Tally run(List<Task> tasks, Predicate<Task> known, int threads, Sink sink, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        List<Task> open = ahead(tasks.stream().filter(task -> !known.test(task)).toList());
        var counter = new Counter(open.size(), sink, progress);
        Optional<Starts> starts = start == Start.COLD ? Optional.empty() : Optional.of(new Starts(study, settings));
        var shared = new LinkedHashMap<Integer, InWorld>();
        for (Task task : open) {
            shared.computeIfAbsent(task.world, world -> new InWorld(study, worlds, settings, starts, haste, world))
                    .expect();
        }
        var next = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int k = 0; k < Math.min(threads, open.size()); k++) {
            work.add(() -> {
                for (int t = next.getAndIncrement(); t < open.size(); t = next.getAndIncrement()) {
                    stopIfInterrupted();
                    counter.take(result(open.get(t), shared));
                }
                return null;
            });
        }
        await(work);
        return counter.tally();
    }

    /// The same tasks with the scenario as it is one world ahead of its variants, all of which wait for it.
    private static List<Task> ahead(List<Task> tasks) {
        var worlds = new LinkedHashMap<Integer, List<Task>>();
        tasks.forEach(task ->
                worlds.computeIfAbsent(task.world, world -> new ArrayList<>()).add(task));
        List<Task> order = new ArrayList<>();
        List<Task> before = List.of();
        for (List<Task> world : worlds.values()) {
            order.addAll(world.stream().filter(Ensemble::asIs).toList());
            order.addAll(before);
            before = world.stream().filter(task -> !asIs(task)).toList();
        }
        order.addAll(before);
        return List.copyOf(order);
    }

    private static boolean asIs(Task task) {
        return task.variant.equals(Policy.AS_IS);
    }

    private static WorldResult result(Task task, Map<Integer, InWorld> shared) {
        InWorld world = shared.get(task.world);
        if (world == null) {
            throw new IllegalStateException("nothing was prepared for world " + task.world);
        }
        try {
            return world.result(task.variant);
        } finally {
            world.release();
        }
    }

    private static void await(List<Callable<Void>> work) {
        if (work.isEmpty()) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(
                work.size(),
                task -> Thread.ofPlatform().daemon().name("casus-world").unstarted(task));
        try {
            List<Future<Void>> going = new ArrayList<>();
            var done = new ExecutorCompletionService<Void>(pool);
            work.forEach(one -> going.add(done.submit(one)));
            for (int k = 0; k < going.size(); k++) {
                done.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            end(pool);
        }
    }

    /// Ends every solve in flight and waits until no thread can reach the sink any more.
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        pool.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /// Hands on results one at a time and counts them.
    private static final class Counter {

        private final int all;
        private final Sink sink;
        private final Progress progress;
        private int done;
        private int failed;

        Counter(int all, Sink sink, Progress progress) {
            this.all = all;
            this.sink = sink;
            this.progress = progress;
        }

        synchronized void take(WorldResult result) {
            stopIfInterrupted();
            sink.accept(result);
            done++;
            failed += result.solved() ? 0 : 1;
            progress.at(done, failed, all);
        }

        synchronized Tally tally() {
            return new Tally(done, failed);
        }
    }
}
