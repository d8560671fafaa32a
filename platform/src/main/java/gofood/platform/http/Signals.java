package gofood.platform.http;

import gofood.platform.run.Running;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes those in this process who wait for news of a key, such as an order. Only a hint that makes
/// waiting short: whoever waits also looks again by the clock, since the news may have come to
/// another replica.
public final class Signals implements Running {
    private final Map<Object, Map<Semaphore, Boolean>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// Something about this key has changed.
    public void wake(Object key) {
        waiting.getOrDefault(key, Map.of()).keySet().forEach(Semaphore::release);
    }

    /// Whether nobody should wait any more, since the service stops.
    public boolean isClosed() {
        return closed;
    }

    /// Sends everyone home who waits.
    @Override
    public void close() {
        closed = true;
        waiting.keySet().forEach(this::wake);
    }

    /// Starts to listen; news from now on are not missed.
    public Listener listen(Object... keys) {
        return new Listener(keys);
    }

    /// Hears of several keys until it is closed.
    public final class Listener implements AutoCloseable {
        private final Semaphore news = new Semaphore(0);
        private final Object[] keys;

        private Listener(Object... keys) {
            this.keys = keys.clone();
            for (var key : this.keys)
                waiting.compute(
                        key,
                        (_, all) -> {
                            var grown = new ConcurrentHashMap<Semaphore, Boolean>();
                            if (all != null) grown.putAll(all);
                            grown.put(news, true);
                            return grown;
                        });
        }

        /// Waits for news, or for this long.
        public void await(Duration most) throws InterruptedException {
            var woken = news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
            // many changes, one look
            if (woken) news.drainPermits();
        }

        @Override
        public void close() {
            for (var key : keys)
                waiting.computeIfPresent(
                        key,
                        (_, all) -> {
                            var rest = new ConcurrentHashMap<>(all);
                            rest.remove(news);
                            return rest.isEmpty() ? null : rest;
                        });
        }
    }
}
