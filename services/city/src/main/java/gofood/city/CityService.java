package gofood.city;

import gofood.city.CityData.StreetPiece;
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
import java.util.Optional;

/// The city service, put together. What it knows comes from one map file, in two forms: the
/// addresses in the database, and the streets in a folder of files. Each is made when it is missing
/// and kept until another map file comes.
public final class CityService implements Service {
    /// About; for the progress only.
    private static final int ELEMENTS_PER_STREET = 8;

    @Override
    public String name() {
        return "city";
    }

    @Override
    public Running start(Env env) {
        var config = CityConfig.from(env);
        var zones = ZoneConfig.from(env);
        var base = Foundation.of(env, name());
        try {
            var root = root(base, config);
            var extract = Extract.of(config, root);
            var progress = new Progress(extract.name());
            var store = new CityStore();
            var derived = new Derived(root, extract);

            // first all that may refuse the map file, then what replaces the one before
            var fresh = read(base, store, extract, config, progress);
            var city = fresh.orElseGet(() -> base.db().tx(store::load));
            var served = ServedCity.of(city.territories(), city.towns(), config.name());
            var folder = derived.folder(half -> build(extract, half, progress));
            var tiles = MapTiles.open(extract.file(), folder);
            var roads = base.with(Roads.open(folder, config.outsideMetres()));
            var map = new CityMap(city, served);
            fresh.ifPresent(it -> keep(base, store, extract, it));
            derived.deleteOthers();

            var info = CityRoutes.info(map, served, extract);
            progress.done("serving %s: %s".formatted(info.name(), served.reason()));
            return base.serve(
                    new CityRoutes(map, info, config)
                            .table()
                            .addAll(new TravelRoutes(roads).table())
                            .addAll(new MapRoutes(tiles).table())
                            .addAll(zoneRoutes(base, roads, zones, map).table()));
        } catch (RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private static ZoneRoutes zoneRoutes(
            Foundation base, Roads roads, ZoneConfig config, CityMap map) {
        return new ZoneRoutes(
                base, roads, config, map.bounds(), point -> map.serves(Spot.of(point)));
    }

    private static Path root(Foundation base, CityConfig config) {
        try {
            if (config.folder().isPresent()) return Files.createDirectories(config.folder().get());
            var root = Files.createTempDirectory("city");
            base.with(() -> Derived.delete(root));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads the file to its end, where the database doesn't know it yet.
    private static Optional<CityData> read(
            Foundation base,
            CityStore store,
            Extract extract,
            CityConfig config,
            Progress progress) {
        if (base.db().tx(tx -> store.has(tx, extract))) return Optional.empty();
        var startedAt = System.nanoTime();
        var city = ExtractReader.read(extract, config.patience(), progress);
        progress.done(
                "read %d streets, %d doors and %d places to eat in %.1f s"
                        .formatted(
                                city.streets().stream().map(StreetPiece::name).distinct().count(),
                                city.doors().size(),
                                city.eateries().size(),
                                (System.nanoTime() - startedAt) / 1e9));
        return Optional.of(city);
    }

    private static void build(Extract extract, Path folder, Progress progress) {
        RoadImport.build(
                extract.file(), folder, extract.elements() / ELEMENTS_PER_STREET, progress::at);
    }

    /// Of several replicas that start at once, the first to come replaces what was there.
    private static void keep(Foundation base, CityStore store, Extract extract, CityData city) {
        base.db()
                .run(tx -> {
                    store.lock(tx);
                    if (!store.has(tx, extract)) store.replace(tx, extract, city);
                });
    }
}
