package gofood.restaurant.webhook;

import gofood.platform.db.Db;
import gofood.platform.run.Running;
import gofood.restaurant.webhook.Receiver.Letter;
import gofood.restaurant.webhook.Turns.Turn;
import gofood.restaurant.webhook.WebhookMessages.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends what waits: a round serves one webhook for a while, some of its messages at a time and
/// each lane in order. Woken after the commit, and by the clock for what is to be tried again or
/// was left by another replica. A webhook whose receiver hangs holds up nobody but itself.
final class WebhookRounds implements Running {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

    /// What a round takes longer at the most, besides its last attempts.
    private static final Duration SPARE = Duration.ofSeconds(10);

    private static final int LOOKS_PER_PRUNING = 60;
    private static final System.Logger LOG = System.getLogger(WebhookRounds.class.getName());

    private final Db db;
    private final Clock clock;
    private final Turns turns;
    private final WebhookMessages messages;
    private final Verdict verdict;
    private final Receiver receiver;
    private final WebhookConfig config;
    private final Semaphore free;
    private final Set<Long> woken = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread looking;
    private volatile boolean stopping;

    WebhookRounds(
            Db db,
            Clock clock,
            WebhookMessages messages,
            Verdict verdict,
            Receiver receiver,
            WebhookConfig config) {
        this.db = db;
        this.clock = clock;
        this.turns = new Turns();
        this.messages = messages;
        this.verdict = verdict;
        this.receiver = receiver;
        this.config = config;
        this.free = new Semaphore(config.rounds());
        this.looking = Thread.ofVirtual().name("webhooks").start(this::lookByTheClock);
    }

    void wake(long webhookId) {
        if (stopping || !woken.add(webhookId)) return;
        try {
            workers.execute(() -> round(webhookId));
        } catch (RejectedExecutionException e) {
            // we have just stopped; another replica finds it by the clock
        }
    }

    private void lookByTheClock() {
        for (int looks = 0; !stopping; looks++) {
            try {
                Thread.sleep(LOOK_AGAIN);
                db.tx(tx -> turns.due(tx, clock.instant())).forEach(this::wake);
                if (looks % LOOKS_PER_PRUNING == 0)
                    db.run(tx -> messages.prune(tx, clock.instant().minus(config.kept())));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                warn("webhooks can't be looked for", e);
            }
        }
    }

    private void round(long webhookId) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            return;
        }
        try {
            // what is woken from here on has a round of its own
            woken.remove(webhookId);
            serve(webhookId);
        } catch (InterruptedException e) {
            // we are stopping; the turn runs out by itself
        } catch (RuntimeException e) {
            warn("webhook " + webhookId + " can't be served", e);
        } finally {
            free.release();
        }
    }

    private void serve(long webhookId) throws InterruptedException {
        var start = clock.instant();
        var end = start.plus(LONGEST_ROUND);
        var until = end.plus(config.patience()).plus(SPARE).truncatedTo(ChronoUnit.MICROS);
        var mine = db.tx(tx -> turns.take(tx, webhookId, start, until));
        if (mine.isEmpty()) return;
        var turn = mine;
        while (turn.isPresent() && !stopping && clock.instant().isBefore(end) && sent(turn.get()))
            turn = db.tx(tx -> turns.look(tx, mine.get(), clock.instant()));
        db.run(tx -> turns.give(tx, mine.get()));
    }

    /// Sends the first of some lanes, at the same time.
    ///
    /// @return false when there was nothing to send
    private boolean sent(Turn turn) throws InterruptedException {
        var now = clock.instant();
        var rests = Optional.ofNullable(turn.restsUntil()).filter(now::isBefore).isPresent();
        // one that seems to be dead is only knocked at
        var most = Retries.isIll(turn.failures()) ? 1 : config.lanes();
        var due = db.tx(tx -> messages.due(tx, turn.webhookId(), now, rests, most));
        var attempts = due.stream().map(it -> workers.submit(() -> send(turn, it))).toList();
        for (var attempt : attempts) finish(attempt);
        return !due.isEmpty();
    }

    private @Nullable Void send(Turn turn, Due due) throws InterruptedException {
        var outcome = receiver.send(letter(turn, due));
        db.run(tx -> verdict.settle(tx, turn, due, outcome, clock.instant()));
        return null;
    }

    private static void finish(Future<?> attempt) throws InterruptedException {
        try {
            attempt.get();
        } catch (ExecutionException e) {
            // its message is sent again
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Letter letter(Turn turn, Due due) {
        return new Letter(turn.url(), turn.secrets(), due.messageId(), due.body());
    }

    private void warn(String what, RuntimeException e) {
        if (!stopping) LOG.log(System.Logger.Level.WARNING, what + ": " + e.getMessage());
    }

    /// Finishes the attempts that are under way, if they hurry. What was broken off is sent again
    /// by whoever has the next turn.
    @Override
    public void close() {
        stopping = true;
        looking.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(3, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
