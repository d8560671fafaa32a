package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Keeps the platform's tables small.
public final class Housekeeping {
    private static final String KIND = "platform.prune";
    private static final Duration EVERY = Duration.ofHours(1);

    private final Db db;
    private final Timers timers;
    private final Clock clock;
    private final Duration auditKept;

    /// @param auditKept how long the audit is kept
    public Housekeeping(Db db, Timers timers, Clock clock, Duration auditKept) {
        this.db = db;
        this.timers = timers;
        this.clock = clock;
        this.auditKept = auditKept;
    }

    /// Once an hour, from now on.
    public void start() {
        timers.on(KIND, _ -> prune());
        db.run(tx -> timers.set(tx, KIND, "hourly", clock.instant().plus(EVERY)));
    }

    private void prune() {
        db.run(tx -> {
            var now = clock.instant();
            delete(tx, "inbox", "applied_at", now.minus(Duration.ofDays(14)));
            delete(tx, "idempotency", "created_at", now.minus(Duration.ofDays(2)));
            delete(tx, "audit", "at", now.minus(auditKept));
            timers.set(tx, KIND, "hourly", now.plus(EVERY));
        });
    }

    private static void delete(Tx tx, String table, String column, Instant before) {
        tx.update("DELETE FROM " + table + " WHERE " + column + " < ?", before);
    }
}
