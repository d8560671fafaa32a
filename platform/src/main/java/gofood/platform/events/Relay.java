package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.run.Running;
import gofood.platform.trace.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Brings the outbox to its subscribers: one [Carrier] for each. It is woken by the commits that
/// concern it, and once a second by a look at what is waiting.
public final class Relay implements Running {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// An hour's.
    private static final int LOOKS_AT_MARKS = 3600;

    private static final System.Logger LOG = System.getLogger(Relay.class.getName());

    private final Db db;
    private final String holder;
    private final List<LowMark> marks;
    private final Map<String, Carrier> carriers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /// @param holder this replica's name, the same after a restart: what it had leased is still its
    ///   own
    public Relay(
            String source,
            String holder,
            Db db,
            Outbox outbox,
            Function<String, Peer> peers,
            Tracing tracing) {
        this.db = db;
        this.holder = holder;
        this.marks = outbox.marks();
        for (var mark : marks) {
            var subscriber = mark.subscriber();
            var peer = peers.apply(subscriber);
            var carrier =
                    new Carrier(
                            source,
                            holder,
                            db,
                            batch -> bring(tracing, subscriber, peer, batch),
                            mark,
                            System::nanoTime,
                            Carrier.Share.ALL);
            carriers.put(subscriber, carrier);
            threads.add(Thread.ofVirtual().name("relay-" + subscriber).start(carrier));
        }
        outbox.wakes(this::wake);
        threads.add(Thread.ofVirtual().name("relay-backstop").start(this::wakeByTheClock));
    }

    private static Peer.Answer bring(
            Tracing tracing, String subscriber, Peer peer, List<CloudEvent> batch) {
        var traces =
                batch.stream().flatMap(event -> Stream.ofNullable(event.traceparent())).toList();
        try (var part = tracing.concerning(traces, "deliver to " + subscriber)) {
            var scope = RequestScope.current();
            return scope.within(part).call(() -> peer.post("/events", batch));
        }
    }

    private void wake(String subscriber) {
        var carrier = carriers.get(subscriber);
        if (carrier != null) carrier.wake();
    }

    /// Finds what a lost wake-up, a retry or another replica has left.
    private void wakeByTheClock() {
        for (long look = 1; !stopping; look++) {
            try {
                Thread.sleep(LOOK_AGAIN);
                if (look % LOOKS_AT_MARKS == 0) marks.forEach(LowMark::forget);
                db.read(tx -> LowMark.withWork(tx, marks)).forEach(this::wake);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // errors too: a retry would be waited for in vain
                if (!stopping)
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "the outbox can't be read: " + e.getMessage());
            }
        }
    }

    static void letGo(Tx tx, String holder) {
        tx.update("DELETE FROM lease WHERE holder = ?", holder);
    }

    /// Stops and lets another replica take over at once.
    @Override
    public void close() {
        stopping = true;
        carriers.values().forEach(Carrier::stop);
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            db.run(tx -> letGo(tx, holder));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "leases run out by themselves", e);
        }
    }
}
