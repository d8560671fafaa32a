package gofood.delivery.live;

import gofood.platform.Foundation;

/// How many there are at the moment, for the service's own figures. They are read from the
/// database, so each replica tells the same.
public final class Census {
    private final Foundation base;

    public Census(Foundation base) {
        this.base = base;
    }

    /// Rides that look for a courier, and those where one is asked.
    public long waiting() {
        return count(
                """
                SELECT count(*) AS n FROM delivery
                 WHERE ended IS NULL
                   AND (status = 'OFFERED' OR status = 'WAITING' AND looking_since IS NOT NULL)
                """);
    }

    /// Rides that somebody brings.
    public long underWay() {
        return count(
                """
                SELECT count(*) AS n FROM delivery
                 WHERE slot IS NOT NULL AND status <> 'OFFERED'
                """);
    }

    public long online() {
        return count("SELECT count(*) AS n FROM courier WHERE online");
    }

    private long count(String sql) {
        return base.db().tx(tx -> tx.one(sql, row -> row.number("n")));
    }
}
