package gofood.city;

import gofood.city.map.MapRoutes;
import gofood.city.map.MapTiles;
import gofood.city.roads.RoadImport;
import gofood.city.roads.Roads;
import gofood.city.roads.TravelRoutes;
import gofood.city.zones.ZoneConfig;
import gofood.city.zones.ZoneRoutes;
import gofood.platform.Foundation;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The city service, put together. What it knows comes from one map file, in two forms: the
/// addresses in the database, and the streets in a folder of files. Each is made when it is missing
/// and kept until another map file comes.
public final class CityService implements Service {
    @Override
    public String name() {
        return "city";
    }

    @Override
    public Running start(Env env) {
        var config = CityConfig.from(env);
        var zones = ZoneConfig.from(env);
        var root = root(config);
        var extract = Extract.of(config, root);
        var base = Foundation.of(env, name());
        try {
            if (config.folder().isEmpty()) base.with(() -> Derived.delete(root));
            var derived = prepare(base, config, root, extract);
            var tiles = MapTiles.open(extract.file(), derived);
            var roads = base.with(Roads.open(derived, config.outsideMetres()));
            var city = base.db().tx(new CityStore()::load);
            var served = ServedCity.of(city.territories(), config.name());
            var map = new CityMap(city, served);
            var info = CityRoutes.info(map, served, extract);
            return base.serve(
                    new CityRoutes(map, info, config)
                            .table()
                            .addAll(new TravelRoutes(roads).table())
                            .addAll(new MapRoutes(tiles).table())
                            .addAll(new ZoneRoutes(base, roads, zones, map.bounds()).table()));
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private static Path root(CityConfig config) {
        try {
            return config.folder().isPresent()
                    ? Files.createDirectories(config.folder().get())
                    : Files.createTempDirectory("city");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the file to its end before anything is changed. Of several replicas that start at
    /// once, the first to come replaces what was there.
    private static Path prepare(Foundation base, CityConfig config, Path root, Extract extract) {
        var startedAt = System.nanoTime();
        var progress = new Progress(extract.name());
        var store = new CityStore();
        var anew =
                base.db().tx(tx -> store.has(tx, extract))
                        ? Optional.<CityData>empty()
                        : Optional.of(ExtractReader.read(extract, config.patience(), progress));
        var derived = new Derived(root, extract);
        var folder =
                derived.folder(half ->
                        RoadImport.build(
                                extract.file(), half, extract.elements() / 8, progress::at));
        anew.ifPresent(city -> {
            progress.done("storing the addresses");
            base.db()
                    .run(tx -> {
                        store.lock(tx);
                        if (!store.has(tx, extract)) store.replace(tx, extract, city);
                    });
            progress.done(
                    "read: %d pieces of streets, %d doors, %d places to eat, %d ms"
                            .formatted(
                                    city.streets().size(),
                                    city.doors().size(),
                                    city.eateries().size(),
                                    Duration.ofNanos(System.nanoTime() - startedAt).toMillis()));
        });
        derived.deleteOthers();
        return folder;
    }
}
