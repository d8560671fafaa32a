package gofood.platform.http;

import gofood.platform.db.SqlFailed;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Does together what many want at the same moment. Who comes while a batch is under way waits for
/// the next one, which takes everybody who waits by then; who comes alone waits for nobody. So one
/// transaction with its one write to the disk does for a crowd, and an idle service is as quick as
/// without it. Only a crowd gets a batch of its own beside one that is under way: the larger they
/// are the less each costs, but while one waits for the disk another can be made ready.
public final class Batching<T, R> {
    /// At most so many at once.
    private static final int MOST = 256;

    private static final int CROWD = 16;

    private final int turns;
    private final Predicate<Throwable> mayBeOneOfThem;
    private final Work<T, R> work;
    private final ConcurrentLinkedQueue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /// What is done for all of them.
    public interface Work<T, R> {
        /// @return an answer for each, in their order
        List<R> all(List<T> wishes);
    }

    private record Waiting<T, R>(T wish, CompletableFuture<R> answer, AtomicBoolean isTaken) {}

    private Batching(int turns, Predicate<Throwable> mayBeOneOfThem, Work<T, R> work) {
        this.turns = turns;
        this.mayBeOneOfThem = mayBeOneOfThem;
        this.work = work;
    }

    /// A transaction for many. What fails for several is tried again with each half of them, so
    /// that who fails, fails alone.
    ///
    /// @param turns how many batches may be under way
    public static <T, R> Batching<T, R> inHalves(int turns, Work<T, R> work) {
        return new Batching<>(turns, Batching::mayBeOneOfThem, work);
    }

    /// What fails, fails for all who were in it.
    public static <T, R> Batching<T, R> whole(int turns, Work<T, R> work) {
        return new Batching<>(turns, _ -> false, work);
    }

    /// Whether a transaction for many may have failed for one of them, and has left nothing. A
    /// commit whose answer was lost may have happened, and who finds the database busy would find
    /// it so with half as many.
    public static boolean mayBeOneOfThem(Throwable failure) {
        return switch (failure) {
            case SqlFailed sql -> !sql.isTransient();
            case Refused refused -> refused.status() < 500;
            default -> true;
        };
    }

    /// Waits for its turn and then for the answer.
    ///
    /// @throws Refused 504 when the time for the request was over before its turn came; nothing was
    ///   done then
    public R await(T wish) {
        var one = new Waiting<T, R>(wish, new CompletableFuture<>(), new AtomicBoolean());
        queue.add(one);
        waiting.incrementAndGet();
        begin();
        try {
            return answer(one);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This service");
        }
    }

    private R answer(Waiting<T, R> one) throws InterruptedException {
        try {
            var left = RequestScope.current().left();
            try {
                return one.answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // what is under way comes to its end, and is told
                if (!one.isTaken.compareAndSet(false, true)) return one.answer.get();
                throw new Refused(504, "deadline_passed", "The time for this request is over.");
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException(e.getCause());
        }
    }

    /// How many wait for their turn.
    int waiting() {
        return waiting.get();
    }

    private void begin() {
        if (takeTurn()) Thread.startVirtualThread(this::turn);
    }

    private boolean takeTurn() {
        while (true) {
            var others = underWay.get();
            var enough = others == 0 ? 1 : CROWD;
            if (others == turns || waiting.get() < enough) return false;
            if (underWay.compareAndSet(others, others + 1)) return true;
        }
    }

    private void turn() {
        try {
            var batch = next();
            if (!batch.isEmpty()) finish(batch);
        } finally {
            underWay.decrementAndGet();
            begin();
        }
    }

    private List<Waiting<T, R>> next() {
        var batch = new ArrayList<Waiting<T, R>>();
        while (batch.size() < MOST) {
            var one = queue.poll();
            if (one == null) break;
            waiting.decrementAndGet();
            if (one.isTaken.compareAndSet(false, true)) batch.add(one);
        }
        return batch;
    }

    private void finish(List<Waiting<T, R>> batch) {
        try {
            var wishes = batch.stream().map(Waiting::wish).toList();
            var answers = RequestScope.anew(() -> work.all(wishes));
            for (int i = 0; i < batch.size(); i++) batch.get(i).answer.complete(answers.get(i));
        } catch (Throwable e) {
            // errors too: somebody waits for each of them
            if (batch.size() > 1 && mayBeOneOfThem.test(e)) {
                finish(batch.subList(0, batch.size() / 2));
                finish(batch.subList(batch.size() / 2, batch.size()));
            } else batch.forEach(one -> one.answer.completeExceptionally(e));
        }
    }
}
