package gofood.chaos.crowd;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What the people of a run did and were told, kept by themselves: the word against which goFOOD's
/// own books are held. Also written to a file, so that a run can be read afterwards.
public final class Witness implements AutoCloseable {
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<String, Placement> placements = new LinkedHashMap<>();
    private final Map<Long, List<Long>> deliveredBy = new LinkedHashMap<>();
    private final PrintWriter file;

    public Witness(Path log) {
        try {
            file = new PrintWriter(Files.newBufferedWriter(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void tells(Attempt attempt) {
        attempts.add(attempt);
        file.printf(
                "%s %5d ms %-8s %3d %s %s%n",
                attempt.at(),
                attempt.took().toMillis(),
                attempt.deed(),
                attempt.status(),
                attempt.path(),
                attempt.what());
    }

    /// The customer is about to ask for it.
    public synchronized Placement begins(
            Diner customer, String key, String body, boolean declines) {
        var placement =
                new Placement(key, customer, body, declines, new ArrayList<>(), new ArrayList<>());
        placements.put(key, placement);
        return placement;
    }

    public synchronized void placed(String key, String answer, long orderId) {
        var placement = placements.get(key);
        if (placement == null) throw new IllegalArgumentException("nobody asked for " + key);
        placement.answers().add(answer);
        placement.orderIds().add(orderId);
    }

    /// A courier was told that they have delivered it.
    public synchronized void delivered(long orderId, long courier) {
        deliveredBy.computeIfAbsent(orderId, _ -> new ArrayList<>()).add(courier);
    }

    public synchronized List<Placement> placements() {
        return placements.values().stream()
                .map(p ->
                        new Placement(
                                p.key(),
                                p.customer(),
                                p.body(),
                                p.declines(),
                                List.copyOf(p.answers()),
                                List.copyOf(p.orderIds())))
                .toList();
    }

    public synchronized Map<Long, List<Long>> deliveredBy() {
        var copy = new LinkedHashMap<Long, List<Long>>();
        deliveredBy.forEach((order, couriers) -> copy.put(order, List.copyOf(couriers)));
        return copy;
    }

    public synchronized Optional<Placement> placementOf(long orderId) {
        return placements.values().stream()
                .filter(placement -> placement.orderIds().contains(orderId))
                .findFirst();
    }

    /// Those that were answered, or given up, within the span.
    public synchronized List<Attempt> attempts(Instant from, Instant to) {
        return attempts.stream()
                .filter(a -> !a.end().isBefore(from) && a.end().isBefore(to))
                .toList();
    }

    /// The first that came after a moment and is as one wishes.
    public synchronized Optional<Attempt> first(Instant after, Predicate<Attempt> wish) {
        return attempts.stream()
                .filter(attempt -> !attempt.at().isBefore(after))
                .filter(wish)
                .findFirst();
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
