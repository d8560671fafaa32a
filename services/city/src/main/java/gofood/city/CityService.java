package gofood.city;

import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.time.Duration;

/// The city service, put together.
public final class CityService implements Service {
    private static final System.Logger LOG = System.getLogger(CityService.class.getName());

    @Override
    public String name() {
        return "city";
    }

    @Override
    public Running start(Env env) {
        var config = CityConfig.from(env);
        var extract = Extract.of(config);
        var base = Foundation.of(env, name());
        try {
            var store = new CityStore();
            var known = base.db().tx(tx -> store.has(tx, extract));
            if (!known) readAnew(base, store, extract, config.patience());
            var map = new CityMap(base.db().tx(store::load));
            return base.serve(new CityRoutes(map, config).table());
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    /// Reads the file to its end before anything is changed. Of several replicas that start at
    /// once, the first to come replaces what was there.
    private static void readAnew(
            Foundation base, CityStore store, Extract extract, Duration patience) {
        var startedAt = System.nanoTime();
        var city = extract.read(patience);
        LOG.log(
                System.Logger.Level.INFO,
                "read {0}: {1} pieces of streets, {2} doors, {3} places to eat, {4} ms",
                extract.name(),
                city.streets().size(),
                city.doors().size(),
                city.eateries().size(),
                Duration.ofNanos(System.nanoTime() - startedAt).toMillis());
        base.db()
                .run(tx -> {
                    store.lock(tx);
                    if (!store.has(tx, extract)) store.replace(tx, extract, city);
                });
    }
}
