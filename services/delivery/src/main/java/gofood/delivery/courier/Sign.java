package gofood.delivery.courier;

import gofood.contracts.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What we know of where somebody is.
///
/// @param lat null with `lon` when they are nowhere: not seen yet, or off shift
/// @param seenAt by their clock, when they were there
/// @param heardAt by our clock, when they last sent a position or asked us something
public record Sign(
        long courierId,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Instant seenAt,
        @Nullable Instant heardAt) {
    public @Nullable Point at() {
        return lat == null || lon == null ? null : new Point(lat, lon);
    }

    /// Whether they have given a sign of life since then.
    public boolean isFresh(Instant since) {
        return isSeenSince(since) || isHeardSince(since);
    }

    /// Whether they were somewhere since then.
    public boolean isSeenSince(Instant since) {
        return seenAt != null && seenAt.isAfter(since);
    }

    boolean isHeardSince(Instant since) {
        return heardAt != null && heardAt.isAfter(since);
    }

    /// From the same moment, without the place.
    Sign nowhere() {
        return new Sign(courierId, null, null, seenAt, null);
    }

    /// What is known after another sign of theirs. Of two from the same moment the newer counts:
    /// that they are nowhere is stored with the moment of the position that it deletes.
    Sign and(Sign other) {
        var where = isAfter(seenAt, other.seenAt) || other.seenAt == null ? this : other;
        var heard = isAfter(heardAt, other.heardAt) ? heardAt : other.heardAt;
        return new Sign(courierId, where.lat, where.lon, where.seenAt, heard);
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }
}
