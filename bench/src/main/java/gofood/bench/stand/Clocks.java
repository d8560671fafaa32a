package gofood.bench.stand;

import gofood.bench.ratio.Quantiles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Notes in each database when an event is committed to the outbox, and when its effect is: as late
/// in the transaction as a trigger can be, which is when it commits.
public final class Clocks {
    private Clocks() {}

    public static void wind(Cluster cluster) throws SQLException {
        for (var service : Cluster.SERVICES)
            cluster.run(
                    service,
                    """
                    DROP SCHEMA IF EXISTS bench_clock CASCADE;
                    CREATE SCHEMA bench_clock;
                    CREATE UNLOGGED TABLE bench_clock.sent (id uuid, subscriber text, at timestamptz);
                    CREATE UNLOGGED TABLE bench_clock.applied (id uuid, at timestamptz);
                    CREATE FUNCTION bench_clock.note_sent() RETURNS trigger
                    LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        INSERT INTO bench_clock.sent
                        VALUES (NEW.id, NEW.subscriber, clock_timestamp());
                        RETURN NULL;
                    END $$;
                    CREATE FUNCTION bench_clock.note_applied() RETURNS trigger
                    LANGUAGE plpgsql SECURITY DEFINER AS $$
                    BEGIN
                        INSERT INTO bench_clock.applied VALUES (NEW.id, clock_timestamp());
                        RETURN NULL;
                    END $$;
                    CREATE CONSTRAINT TRIGGER bench_clock AFTER INSERT ON outbox
                        DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION bench_clock.note_sent();
                    CREATE CONSTRAINT TRIGGER bench_clock AFTER INSERT ON inbox
                        DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION bench_clock.note_applied();
                    """);
    }

    public static void stop(Cluster cluster) throws SQLException {
        for (var service : Cluster.SERVICES)
            cluster.run(service, "DROP SCHEMA IF EXISTS bench_clock CASCADE");
    }

    private record Noted(UUID id, String subscriber, long micros) {}

    private static final String MICROS = "(extract(epoch FROM at) * 1e6)::bigint";

    /// How long each event took from one service's commit to the other's.
    public static Quantiles read(Cluster cluster) throws SQLException {
        var applied = new HashMap<String, Map<UUID, Long>>();
        for (var service : Cluster.SERVICES) {
            var of = new HashMap<UUID, Long>();
            cluster.list(
                    service,
                    "SELECT id, " + MICROS + " FROM bench_clock.applied",
                    row -> of.put(row.getObject(1, UUID.class), row.getLong(2)));
            applied.put(service, of);
        }
        var latencies = new Quantiles();
        for (var service : Cluster.SERVICES)
            for (var sent : sent(cluster, service)) {
                var at = applied.getOrDefault(sent.subscriber, Map.of()).get(sent.id);
                if (at == null) latencies.failed();
                else latencies.add(Duration.ofNanos((at - sent.micros) * 1_000));
            }
        return latencies;
    }

    private static Iterable<Noted> sent(Cluster cluster, String service) throws SQLException {
        return cluster.list(
                service,
                "SELECT id, subscriber, " + MICROS + " FROM bench_clock.sent",
                row -> new Noted(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
    }
}
