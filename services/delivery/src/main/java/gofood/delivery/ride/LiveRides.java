package gofood.delivery.ride;

import gofood.platform.db.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rides that aren't over, kept from one look to the next: those that have changed are read,
/// the others are as they were. Of a courier it may know an old name.
public final class LiveRides {
    private final RideLists lists;

    /// By ride.
    private Map<Long, Seen> seen = Map.of();

    public LiveRides(RideLists lists) {
        this.lists = lists;
    }

    /// @param writer the number of the transaction that wrote the row, by which one version of it
    ///   is told from the next
    record Version(long deliveryId, long writer) {}

    /// @param ride null as long as it isn't read
    private record Seen(Version version, @Nullable Ride ride) {
        long id() {
            return version.deliveryId;
        }
    }

    /// The most urgent first. What came to its end between the two statements is left out.
    public synchronized List<Ride> read(Tx tx, int limit) {
        var versions = lists.live(tx, limit);
        var now = new LinkedHashMap<Long, Seen>();
        for (var version : versions) now.put(version.deliveryId, known(version));
        var news = now.values().stream().filter(it -> it.ride == null).map(Seen::id).toList();
        if (!news.isEmpty())
            for (var ride : lists.find(tx, news))
                now.computeIfPresent(ride.deliveryId(), (_, it) -> new Seen(it.version, ride));
        seen = now;
        return now.values().stream()
                .map(Seen::ride)
                .filter(Objects::nonNull)
                .filter(ride -> !ride.state().isOver())
                .toList();
    }

    private Seen known(Version version) {
        var before = seen.get(version.deliveryId);
        if (before != null && before.version.equals(version)) return before;
        return new Seen(version, null);
    }
}
