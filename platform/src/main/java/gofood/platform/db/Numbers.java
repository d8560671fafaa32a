package gofood.platform.db;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Numbers of sequences. Who draws for a crowd draws for the next ones as well, so that a busy
/// service rarely asks the database for them. What nobody has taken within a second is never used:
/// numbers follow the time, at several replicas too.
final class Numbers {
    private static final int AHEAD = 8;
    private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    /// @param at `nanoTime`
    private record Drawn(Deque<Long> left, long at) {
        synchronized Optional<Long> next() {
            return System.nanoTime() - at > GOOD_FOR
                    ? Optional.empty()
                    : Optional.ofNullable(left.poll());
        }
    }

    /// @param crowd how many want one at this moment
    long next(Tx tx, String sequence, int crowd) {
        var ready = Optional.ofNullable(drawn.get(sequence)).flatMap(Drawn::next);
        if (ready.isPresent()) return ready.get();
        var fresh = draw(tx, sequence, crowd == 1 ? 1 : crowd * AHEAD);
        var first = fresh.removeFirst();
        drawn.put(sequence, new Drawn(fresh, System.nanoTime()));
        return first;
    }

    private static Deque<Long> draw(Tx tx, String sequence, int many) {
        return new ArrayDeque<>(
                tx.list(
                        "SELECT nextval(?::regclass) AS number FROM generate_series(1, ?)",
                        row -> row.number("number"),
                        sequence,
                        many));
    }
}
