package gofood.delivery.courier;

import gofood.platform.db.Tx;
import gofood.platform.http.Signals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells a courier's live streams that something of theirs has changed. They needn't look as long
/// as the count stays the same.
public final class CourierNews {
    private final Signals signals;
    private final Map<Long, Long> counts = new ConcurrentHashMap<>();
    private final Map<Long, Long> askings = new ConcurrentHashMap<>();

    public CourierNews(Signals signals) {
        this.signals = signals;
    }

    /// The key under which a courier's live streams hear of news.
    public static String keyOf(long courierId) {
        return "courier " + courierId;
    }

    /// The key for those who only want to know what a courier is asked.
    public static String askedKeyOf(long courierId) {
        return "asked " + courierId;
    }

    /// Once this transaction is committed: a courier's ride gets on, and nothing else.
    public void afterStep(Tx tx, long courierId) {
        tx.afterCommit(() -> step(courierId));
    }

    /// Something of theirs has changed, but not what they are asked.
    public void step(long courierId) {
        counts.merge(courierId, 1L, Long::sum);
        signals.wake(keyOf(courierId));
    }

    /// Once this transaction is committed.
    public void after(Tx tx, long courierId) {
        tx.afterCommit(() -> now(courierId));
    }

    public void now(long courierId) {
        step(courierId);
        asked(courierId);
    }

    /// What they are asked has changed.
    public void asked(long courierId) {
        askings.merge(courierId, 1L, Long::sum);
        signals.wake(askedKeyOf(courierId));
    }

    /// How often what they are asked may have changed, in this process.
    public long askedCount(long courierId) {
        return askings.getOrDefault(courierId, 0L);
    }

    /// How often there were news in this process.
    public long count(long courierId) {
        return counts.getOrDefault(courierId, 0L);
    }
}
