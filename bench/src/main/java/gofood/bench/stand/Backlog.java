package gofood.bench.stand;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// Events that are put into the order service's outbox all at once, so that what is measured is how
/// they are brought, and nothing else: payment is told that a kitchen has begun to cook, notes that
/// it heard so, and has nothing to do.
public final class Backlog {
    private static final String FROM = "order";
    private static final String TO = "payment";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Neither until the relay looks nor the last few count.
    private static final double BEGIN = 0.05;

    private static final double END = 0.95;

    private final Cluster cluster;

    public Backlog(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Each is of an order of its own, far above those that there are.
    public void fill(int events) throws SQLException {
        cluster.run(FROM, insert("public", events));
    }

    private static String insert(String schema, int events) {
        return """
        INSERT INTO %s.outbox (id, subscriber, key, type, data, traceparent)
        SELECT gen_random_uuid(), '%s', n::text, 'order.preparing',
               jsonb_build_object('order_id', n, 'customer_id', 1, 'restaurant_id', 1),
               '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00'
          FROM generate_series(1000000001, 1000000000 + %d) n
        """
                .formatted(schema, TO, events);
    }

    /// What was filled in and is still there goes unheard.
    public void clear() throws SQLException {
        cluster.run(
                FROM,
                "DELETE FROM outbox WHERE subscriber = '%s' AND length(key) = 10".formatted(TO));
        cluster.run(FROM, "VACUUM outbox");
    }

    /// @param events which wait, or more
    /// @return events applied in a second
    public double drain(int events) throws SQLException, InterruptedException {
        var since = cluster.text(TO, "SELECT clock_timestamp()");
        var begin = until((long) (events * BEGIN), since);
        var end = until((long) (events * END), since);
        return (end.applied - begin.applied) * 1e9 / (end.nanoTime - begin.nanoTime);
    }

    private record Look(long applied, long nanoTime) {}

    private Look until(long least, String since) throws SQLException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var applied =
                    cluster.number(
                            TO,
                            "SELECT count(*) FROM inbox WHERE applied_at > '%s'".formatted(since));
            if (applied >= least) return new Look(applied, System.nanoTime());
            if (Instant.now().isAfter(deadline))
                throw new IllegalStateException(
                        "only %d of %d events were applied".formatted(applied, least));
            Thread.sleep(50);
        }
    }

    /// The same rows in tables of the same kind, moved from one to the other by nothing but SQL.
    ///
    /// @return rows in a second
    public double drainBySql(int events, int batch) throws SQLException {
        cluster.run(
                FROM,
                """
                CREATE SCHEMA IF NOT EXISTS bench_drain;
                DROP TABLE IF EXISTS bench_drain.outbox, bench_drain.inbox;
                CREATE TABLE bench_drain.outbox (LIKE public.outbox INCLUDING ALL);
                CREATE TABLE bench_drain.inbox (LIKE public.inbox INCLUDING ALL);
                """);
        cluster.run(FROM, insert("bench_drain", events));
        try (var connection = cluster.of(FROM);
                var move = connection.prepareStatement(MOVE)) {
            move.setInt(1, batch);
            var begun = System.nanoTime();
            var moved = 0;
            for (var last = -1; last != 0; moved += last) last = move.executeUpdate();
            if (moved != events) throw new IllegalStateException(moved + " rows were moved");
            return moved * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static final String MOVE =
            """
            WITH next AS (
                SELECT position FROM bench_drain.outbox ORDER BY position LIMIT ?),
            gone AS (
                DELETE FROM bench_drain.outbox o USING next
                 WHERE o.position = next.position RETURNING o.id)
            INSERT INTO bench_drain.inbox (id) SELECT id FROM gone
            """;
}
