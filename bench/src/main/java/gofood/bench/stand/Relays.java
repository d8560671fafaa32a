package gofood.bench.stand;

import gofood.platform.run.Running;
import java.sql.SQLException;

/// Keeps a service's events from being brought, by taking its relay's leases away: to the service
/// it looks like a replica that does that now. Closed, it goes on.
public final class Relays implements Running {
    private static final String NOBODY = "bench";

    /// Half of a lease, after which its holder looks again, and a little.
    private static final long LEASE_MILLIS = 11_000;

    private final Runnable release;

    private Relays(Runnable release) {
        this.release = release;
    }

    public static Relays untouched() {
        return new Relays(() -> {});
    }

    /// @param service that has brought each subscriber an event before
    public static Relays hold(Cluster cluster, String service)
            throws SQLException, InterruptedException {
        var taken =
                cluster.run(
                        service,
                        """
                        UPDATE lease SET holder = '%s', until = now() + interval '1 day'
                         WHERE name LIKE 'relay/%%'
                        """
                                .formatted(NOBODY));
        if (taken == 0)
            throw new IllegalStateException("the relay of " + service + " has no leases to take");
        Thread.sleep(LEASE_MILLIS);
        return new Relays(() -> release(cluster, service));
    }

    private static void release(Cluster cluster, String service) {
        try {
            cluster.run(service, "DELETE FROM lease WHERE holder = '%s'".formatted(NOBODY));
        } catch (SQLException e) {
            throw new IllegalStateException("the relay of " + service + " stays held", e);
        }
    }

    @Override
    public void close() {
        release.run();
    }
}
