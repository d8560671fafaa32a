package gofood.platform.events;

import gofood.platform.db.Tx;
import gofood.platform.http.RequestScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Where a service's events are written, in the transaction that makes them true.
public final class Outbox {
    private final Map<Class<?>, List<String>> subscribers = new HashMap<>();
    private final Map<String, LowMark> marks = new ConcurrentHashMap<>();
    private volatile Consumer<String> wakeRelay = _ -> {};

    /// Says who is told what.
    @SafeVarargs
    public final Outbox to(String subscriber, Class<? extends Record>... events) {
        for (var event : events)
            subscribers.computeIfAbsent(event, _ -> new ArrayList<>()).add(subscriber);
        return this;
    }

    /// Stores an event for all its subscribers.
    ///
    /// @param key events of one key arrive in the order of their transactions, if those lock the
    ///   same row first
    public void send(Tx tx, long key, Record event) {
        var to = subscribers.get(event.getClass());
        if (to == null) throw new IllegalArgumentException("nobody is told of " + event.getClass());
        tx.gather(
                """
                INSERT INTO outbox (id, subscriber, key, type, data, traceparent)
                SELECT id, subscriber, key, type, data, traceparent
                  FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::json[], ?::text[])
                       WITH ORDINALITY
                       AS event (id, subscribers, key, type, data, traceparent, n),
                       unnest(string_to_array(subscribers, ' ')) AS subscriber
                 ORDER BY n
                """,
                newId(),
                String.join(" ", to),
                Long.toString(key),
                CloudEvent.typeOf(event.getClass()),
                Tx.json(event),
                RequestScope.current().traceparent());
        tx.afterCommit(() -> to.forEach(wakeRelay));
    }

    /// Grows with time (version 7), so that the subscribers' index of what they have applied grows
    /// at its end and not everywhere.
    private static UUID newId() {
        var random = ThreadLocalRandom.current();
        var time = System.currentTimeMillis() << 16;
        return new UUID(
                time | 0x7000 | random.nextInt(1 << 12), Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    /// One for each subscriber, the same ones whenever it is asked for.
    List<LowMark> marks() {
        return subscribers.values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(to -> marks.computeIfAbsent(to, LowMark::new))
                .toList();
    }

    void wakes(Consumer<String> relay) {
        wakeRelay = relay;
    }
}
