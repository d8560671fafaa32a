package gofood.notification;

import gofood.platform.db.Db;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Throws away what is too old to matter, every hour.
final class Retention {
    private static final String KIND = "notification.forget";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Db db;
    private final Timers timers;
    private final Notifications notifications;
    private final KnownOrders orders;
    private final ToldAlerts alerts;
    private final Duration keep;
    private final Clock clock;

    Retention(
            Db db,
            Timers timers,
            Notifications notifications,
            KnownOrders orders,
            ToldAlerts alerts,
            Duration keep,
            Clock clock) {
        this.db = db;
        this.timers = timers;
        this.notifications = notifications;
        this.orders = orders;
        this.alerts = alerts;
        this.keep = keep;
        this.clock = clock;
    }

    void start() {
        timers.on(KIND, _ -> forget());
        db.run(tx -> timers.set(tx, KIND, "hourly", clock.instant().plus(EVERY)));
    }

    void forget() {
        var before = clock.instant().minus(keep);
        while (forgetSome(before)) {
            // a little at a time, so that new messages needn't wait long
        }
        db.run(tx -> {
            orders.forget(tx, before);
            alerts.forget(tx, before);
            timers.set(tx, KIND, "hourly", clock.instant().plus(EVERY));
        });
    }

    private boolean forgetSome(Instant before) {
        return db.tx(tx -> {
            notifications.inOrder(tx);
            return notifications.forget(tx, before);
        });
    }
}
