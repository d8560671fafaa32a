package gofood.delivery;

import gofood.delivery.courier.Whereabouts;
import gofood.delivery.dispatch.Decisions;
import gofood.delivery.eta.Lessons;
import gofood.delivery.ride.Photos;
import gofood.platform.Foundation;
import java.time.Duration;

/// Deletes what must not be kept: positions within a day, photos and reasons after a month.
final class Cleaning {
    private static final String TIMER = "delivery.clean";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Foundation base;
    private final Whereabouts whereabouts;
    private final Photos photos;
    private final Decisions decisions;
    private final Lessons lessons;
    private final DeliveryConfig.Keeping keeping;

    Cleaning(
            Foundation base,
            Whereabouts whereabouts,
            Photos photos,
            Decisions decisions,
            Lessons lessons,
            DeliveryConfig.Keeping keeping) {
        this.base = base;
        this.whereabouts = whereabouts;
        this.photos = photos;
        this.decisions = decisions;
        this.lessons = lessons;
        this.keeping = keeping;
    }

    /// Cleans at once and then every hour, on one replica.
    void ring() {
        base.timers().on(TIMER, _ -> clean());
        base.db().run(tx -> base.timers().set(tx, TIMER, "hourly", base.clock().instant()));
    }

    private void clean() {
        base.db()
                .run(tx -> {
                    var now = base.clock().instant();
                    whereabouts.prune(tx, now.minus(keeping.positions()));
                    photos.prune(tx, now.minus(keeping.photos()));
                    decisions.prune(tx, now.minus(keeping.decisions()));
                    lessons.prune(tx);
                    base.timers().set(tx, TIMER, "hourly", now.plus(EVERY));
                });
    }
}
