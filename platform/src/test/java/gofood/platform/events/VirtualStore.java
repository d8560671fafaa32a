package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;

/// A real database in which `now()` is what a [VirtualTime] says: the statements under test are the
/// ones that run in life.
final class VirtualStore implements AutoCloseable {
    final Db db;
    private final VirtualTime time;

    VirtualStore(VirtualTime time) {
        this.time = time;
        var settings = new HashMap<>(TestBed.emptyDatabase("seeds").values());
        // a name is looked up here first: so the tables find our now(), and not PostgreSQL's
        settings.merge(
                "SEEDS_DATABASE_URL",
                "currentSchema=public,pg_catalog&options=-c%20synchronous_commit=off",
                (url, more) -> url + (url.contains("?") ? "&" : "?") + more);
        db = Db.open(new Env(settings), "seeds", new SimpleMeterRegistry());
        db.run(tx -> {
            tx.update("CREATE TABLE virtual_time AS SELECT ?::timestamptz AS at", time.instant());
            tx.update(
                    """
                    CREATE FUNCTION now() RETURNS timestamptz LANGUAGE sql STABLE
                        AS 'SELECT at FROM virtual_time'
                    """);
        });
    }

    void pass(Duration duration) {
        time.pass(duration);
        db.run(tx -> tx.update("UPDATE virtual_time SET at = ?", time.instant()));
    }

    @Override
    public void close() {
        db.close();
    }
}
