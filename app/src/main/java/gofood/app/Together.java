package gofood.app;

import gofood.platform.run.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Parts that start at the same time and stop at the same time.
final class Together implements Running {
    private final List<Running> parts = new ArrayList<>();

    /// Returns when all have started, or throws what the first one threw; the others are kept, to
    /// be closed.
    void startAll(List<Supplier<Running>> starts) {
        // threads of the system: a virtual one that waits for a class to be initialised keeps its
        // carrier, and where there are only two of them, whoever initialises it never goes on
        try (var threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("start-", 1).factory())) {
            var results = new ArrayList<Future<?>>();
            for (var start : starts) results.add(threads.submit(() -> keep(start.get())));
            for (var result : results) result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("goFOOD was told to stop while it started.", e);
        }
    }

    private synchronized void keep(Running part) {
        parts.add(part);
    }

    @Override
    public void close() {
        List<Running> all;
        synchronized (this) {
            all = List.copyOf(parts);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : all) threads.execute(part::close);
        }
    }
}
