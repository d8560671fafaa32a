package gofood.city.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// The tiles of one map, cut when they are first asked for.
public final class MapTiles {
    private static final System.Logger LOG = System.getLogger(MapTiles.class.getName());

    /// The library that reads extracts may lose its own threads, and would then wait for ever.
    private static final int PATIENCE_MINUTES = 30;

    /// Finished tiles in memory, zipped, in bytes.
    private static final long KEPT = 64 << 20;

    private final Features features;
    private final Cache<TileId, Tile> finished =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT)
                    .weigher((TileId _, Tile tile) -> 100 + tile.zipped().length)
                    .build();

    private MapTiles(Features features) {
        this.features = features;
    }

    /// Opens the map that an earlier start left in the folder, or makes it from the extract.
    ///
    /// @param extract an OpenStreetMap extract, `.osm.pbf`
    /// @param folder for this extract alone; made when it isn't there
    /// @throws IllegalStateException with a sentence for people, when the extract can't be read;
    ///   nothing is left in the folder then; likewise when the folder can't be written
    public static MapTiles open(Path extract, Path folder) {
        var file = folder.resolve("features-%d.gz".formatted(ExtractFeatures.VERSION));
        try {
            Files.createDirectories(folder);
            deleteOlder(folder, file);
            if (Files.exists(file)) return opened(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "made anew, since it can't be read: " + file, e);
        }
        try {
            make(extract, file);
            return opened(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The map can't be kept in %s. Make room there, or let us write."
                            .formatted(folder),
                    e);
        }
    }

    /// Those that an older version of the program made.
    private static void deleteOlder(Path folder, Path file) throws IOException {
        try (var all = Files.newDirectoryStream(folder, "features-*.gz")) {
            for (var each : all) if (!each.equals(file)) Files.delete(each);
        }
    }

    private static MapTiles opened(Path file) throws IOException {
        var startedAt = System.nanoTime();
        var tiles = new MapTiles(FeatureFile.read(file));
        LOG.log(
                System.Logger.Level.INFO,
                "opened the map: {0} features, {1} ms",
                tiles.features.count(),
                millisSince(startedAt));
        return tiles;
    }

    /// Makes the file under another name first: one that has its name is whole.
    private static void make(Path extract, Path file) throws IOException {
        var startedAt = System.nanoTime();
        var draft = Files.createTempFile(file.getParent(), "features", ".part");
        try {
            var making = new FutureTask<>(() -> made(extract, draft));
            Thread.ofPlatform().daemon().name("map-tiles").start(making);
            try {
                making.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            } finally {
                making.cancel(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (ExecutionException | TimeoutException e) {
            throw unreadable(extract, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(extract, e);
        } finally {
            Files.deleteIfExists(draft);
        }
        LOG.log(
                System.Logger.Level.INFO,
                "made the map: {0} kB, {1} ms",
                Files.size(file) >> 10,
                millisSince(startedAt));
    }

    private static boolean made(Path extract, Path draft) throws Exception {
        try (var writer = new FeatureFile.Writer(draft)) {
            writer.end(ExtractFeatures.read(extract, writer));
        }
        return true;
    }

    private static IllegalStateException unreadable(Path extract, Exception e) {
        var name = extract.getFileName();
        return new IllegalStateException(
                "No map can be made from %s: it is no OpenStreetMap extract (.osm.pbf), or it is"
                                .formatted(name)
                        + " damaged. Download it again.",
                e);
    }

    /// The tile, empty where the map has nothing.
    Tile tile(TileId id) {
        return finished.get(id, this::cut);
    }

    private Tile cut(TileId id) {
        if (!features.frame().intersects(id.area(0))) return Tile.of(new byte[0]);
        return Tile.of(TileCutter.cut(id, features.at(id, TileCutter.MARGIN)));
    }

    /// Outside of it all tiles are empty.
    Envelope frame() {
        return features.frame();
    }

    /// Where most streets are.
    Coordinate middle() {
        return features.middle();
    }

    private static long millisSince(long startedAt) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    }
}
