package gofood.city.zones;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.city.roads.Footing;
import gofood.city.roads.ReachArea;
import gofood.city.roads.Roads;
import gofood.contracts.Vehicle;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;

/// What a kitchen reaches, drawn. Anyone may ask for it, and drawing looks at every street: so each
/// is drawn once, and not more at a time than leaves a processor to the others.
final class Drawings {
    private static final int MOST_KEPT = 1000;
    private static final long MOST_MILLIS_IN_LINE = 1000;

    /// Kitchens that are about ten metres apart have the same drawing.
    private static final double GRAIN_DEGREES = 1e-4;

    private final Roads roads;
    private final Vehicle by;
    private final Semaphore desks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Cache<Wish, Geometry> finished =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private record Wish(long north, long east, long millis) {}

    Drawings(Roads roads, Vehicle by) {
        this.roads = roads;
        this.by = by;
    }

    Geometry around(Footing kitchen, Duration time) {
        var wish =
                new Wish(
                        Math.round(kitchen.lat() / GRAIN_DEGREES),
                        Math.round(kitchen.lon() / GRAIN_DEGREES),
                        time.toMillis());
        var known = finished.getIfPresent(wish);
        return known != null ? known : drawn(wish, kitchen, time);
    }

    private Geometry drawn(Wish wish, Footing kitchen, Duration time) {
        takeDesk();
        try {
            return finished.get(wish, _ -> ReachArea.around(roads, by, kitchen, time));
        } finally {
            desks.release();
        }
    }

    private void takeDesk() {
        try {
            if (!desks.tryAcquire(MOST_MILLIS_IN_LINE, TimeUnit.MILLISECONDS))
                throw new Refused(503, "busy", "Too many zones are being drawn. Try again shortly.")
                        .with("retry_after_seconds", 2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
