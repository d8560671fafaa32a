package gofood.simulator.living;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.simulator.ApiFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;

/// Counts while the city lives.
final class Tally {
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicInteger notOrdered = new AtomicInteger();
    private final Map<Long, OrderView> ended = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Collection<String> examples = new ConcurrentLinkedQueue<>();
    private final DoubleAdder metres = new DoubleAdder();
    private final DoubleAdder busySeconds = new DoubleAdder();
    private final DoubleAdder idleSeconds = new DoubleAdder();

    void placed() {
        placed.incrementAndGet();
    }

    /// Somebody was hungry and found nothing open, or the kitchen had closed meanwhile.
    void notOrdered() {
        notOrdered.incrementAndGet();
    }

    /// @param order in its final state
    void ended(OrderView order) {
        ended.put(order.orderId(), order);
    }

    void failed(RuntimeException e) {
        var what =
                e instanceof ApiFailure failure
                        ? failure.status() + " " + failure.code()
                        : e.getClass().getSimpleName();
        var first = failures.computeIfAbsent(what, _ -> new AtomicInteger()).getAndIncrement() == 0;
        if (first) examples.add(String.valueOf(e.getMessage()));
    }

    void rode(double moreMetres) {
        metres.add(moreMetres);
    }

    void worked(Duration real) {
        busySeconds.add(real.toMillis() / 1000.0);
    }

    void idled(Duration real) {
        idleSeconds.add(real.toMillis() / 1000.0);
    }

    int placedSoFar() {
        return placed.get();
    }

    Collection<OrderView> endedSoFar() {
        return List.copyOf(ended.values());
    }

    Map<OrderStatus, Integer> byStatus() {
        var counts = new TreeMap<OrderStatus, Integer>();
        for (var order : ended.values()) counts.merge(order.status(), 1, Integer::sum);
        return counts;
    }

    int failuresSoFar() {
        return failures.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /// @param unfinished orders that are in no final state, with their state
    Report report(Pace pace, Map<Long, String> unfinished, Auditor.Findings money) {
        var delivered =
                ended.values().stream()
                        .filter(order -> order.status() == OrderStatus.DELIVERED)
                        .toList();
        var times =
                delivered.stream()
                        .flatMap(order ->
                                at(order, OrderStatus.DELIVERED)
                                        .map(end -> pace.between(order.placedAt(), end))
                                        .stream())
                        .toList();
        var waits =
                delivered.stream()
                        .flatMap(order ->
                                at(order, OrderStatus.COMPLETE)
                                        .flatMap(ready ->
                                                at(order, OrderStatus.PICKED_UP)
                                                        .map(end -> pace.between(ready, end)))
                                        .stream())
                        .toList();
        var counts = new TreeMap<String, Integer>();
        failures.forEach((what, count) -> counts.put(what, count.get()));
        var end = pace.now();
        return new Report(
                pace.speed(),
                Duration.between(pace.begin(), end),
                pace.between(pace.begin(), end),
                placed.get(),
                notOrdered.get(),
                byStatus(),
                Report.share(
                        (int) delivered.stream().filter(Tally::isOnTime).count(), delivered.size()),
                Report.Spread.of(times),
                Report.Spread.of(waits),
                Report.share(idleSeconds.sum(), idleSeconds.sum() + busySeconds.sum()),
                delivered.isEmpty() ? 0 : metres.sum() / 1000 / delivered.size(),
                sum(delivered),
                money.refunded(),
                new TreeMap<>(unfinished),
                money.checked(),
                money.wrong(),
                counts,
                List.copyOf(examples));
    }

    private static Money sum(List<OrderView> orders) {
        return orders.stream().map(order -> order.price().total()).reduce(Money.ZERO, Money::plus);
    }

    static boolean isOnTime(OrderView order) {
        var promised = order.promisedAt();
        return promised == null
                || at(order, OrderStatus.DELIVERED)
                        .filter(time -> !time.isAfter(promised))
                        .isPresent();
    }

    /// When the order came into this status; later entries may note something else in it.
    private static Optional<Instant> at(OrderView order, OrderStatus status) {
        return order.timeline().stream()
                .filter(entry -> entry.status() == status)
                .map(TimelineEntry::at)
                .findFirst();
    }
}
