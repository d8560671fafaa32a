package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading the map file, and reading it again.
class ExtractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    private Extract extract(Path file) {
        return Extract.of(Demo.config(Optional.of(file)), folder);
    }

    private static CityData read(Extract extract) {
        return ExtractReader.read(extract, PATIENCE, new Progress("test"));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] demoBytes() throws IOException {
        try (var in = Extract.class.getResourceAsStream("/monaco-latest.osm.pbf")) {
            return in.readAllBytes();
        }
    }

    /// A town of one street with one house.
    private Path tinyTown(String street) throws IOException {
        var xml =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <osm version="0.6">
                  <node id="1" lat="50.0" lon="8.0"/>
                  <node id="2" lat="50.001" lon="8.001"/>
                  <node id="3" lat="50.0005" lon="8.0005">
                    <tag k="addr:housenumber" v="1;3"/>
                  </node>
                  <way id="4"><nd ref="1"/><nd ref="2"/><nd ref="99"/>
                    <tag k="highway" v="residential"/><tag k="name" v="%s"/>
                  </way>
                </osm>
                """;
        return file(
                "town.osm",
                xml.formatted(street).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void the_demo_city_is_read_completely() {
        var city = Demo.data();
        assertThat(city.doors()).hasSize(257);
        assertThat(city.eateries()).hasSize(142);
        // 329 names stand on highways, 82 of them on bus stops and lifts only
        var streets = city.streets().stream().map(piece -> piece.name()).distinct().toList();
        assertThat(streets).hasSizeBetween(235, 247).contains("Rue Grimaldi", "Place d'Armes");
        assertThat(city.landmarks()).hasSizeGreaterThan(900);
    }

    @Test
    void a_town_is_read_with_ways_that_leave_the_map_and_doors_without_a_street()
            throws IOException {
        var map = Demo.map(read(extract(tinyTown("Hauptstraße"))));
        assertThat(
                        map.find("3 hauptstrasse", Optional.empty(), 10)
                                .addresses()
                                .getFirst()
                                .address()
                                .text())
                .isEqualTo("3 Hauptstraße");
        assertThat(map.nearest(new Spot(50.0005, 8.0005), 1000).orElseThrow().address().text())
                .isIn("1 Hauptstraße", "3 Hauptstraße");
        assertThat(map.places()).isEmpty();
    }

    @Test
    void a_file_that_is_missing_empty_cut_off_or_something_else_is_a_sentence() throws IOException {
        var missing = folder.resolve("nowhere.osm.pbf");
        assertThatThrownBy(() -> extract(missing))
                .hasMessageContaining("There is no map file")
                .hasMessageContaining("nowhere.osm.pbf")
                .hasMessageContaining("CITY_EXTRACT");
        var whole = demoBytes();
        var cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        var zeros = java.util.Arrays.copyOf(cut, whole.length);
        for (var broken :
                new byte[][] {
                    {},
                    "not a map".getBytes(),
                    cut,
                    zeros,
                    new byte[100_000],
                    {0x1F, (byte) 0x8B, 8}
                }) {
            var file = file("broken.osm.pbf", broken);
            assertThatThrownBy(() -> read(extract(file)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("broken.osm.pbf can't be read");
        }
        var desert = file("desert.osm", "<?xml version=\"1.0\"?><osm version=\"0.6\"/>".getBytes());
        assertThatThrownBy(() -> read(extract(desert))).hasMessageContaining("no street");
    }

    @Test
    void a_changed_file_replaces_what_was_there_and_the_same_is_not_read_twice()
            throws IOException {
        var store = new CityStore();
        try (var db = database()) {
            var first = extract(tinyTown("First Street"));
            db.run(tx -> store.replace(tx, first, read(first)));
            assertThat((boolean) db.tx(tx -> store.has(tx, first))).isTrue();
            var second = extract(tinyTown("Second Street"));
            assertThat((boolean) db.tx(tx -> store.has(tx, second))).isFalse();
            db.run(tx -> store.replace(tx, second, read(second)));
            var city = db.tx(store::load);
            assertThat(city.streets())
                    .singleElement()
                    .satisfies(piece -> {
                        assertThat(piece.name()).isEqualTo("Second Street");
                        assertThat(piece.line())
                                .isDeepEqualTo(new double[][] {{50, 8}, {50.001, 8.001}});
                    });
            assertThat(city.doors()).hasSize(1);
        }
    }

    private static Db database() {
        return Db.open(TestBed.emptyDatabase("city"), "city", new SimpleMeterRegistry());
    }

    @Test
    void a_broken_file_stops_the_start_and_leaves_the_map_as_it_was() throws IOException {
        var database = TestBed.emptyDatabase("city");
        start(database, tinyTown("Main Street")).close();
        var broken = file("broken.osm.pbf", new byte[1000]);
        assertThatThrownBy(() -> start(database, broken)).hasMessageContaining("can't be read");
        try (var db = Db.open(database, "city", new SimpleMeterRegistry())) {
            assertThat(db.tx(new CityStore()::load).streets()).hasSize(1);
        }
        start(database, tinyTown("Main Street")).close();
    }

    @Test
    void a_city_that_is_not_on_the_map_stops_the_start_before_anything_is_replaced()
            throws IOException {
        var database = TestBed.emptyDatabase("city");
        var kept = Files.createDirectory(folder.resolve("kept"));
        start(database, tinyTown("First Street"), "CITY_FOLDER", kept.toString()).close();
        var before = names(kept);
        var other = tinyTown("Second Street");
        assertThatThrownBy(() ->
                        start(
                                database,
                                other,
                                "CITY_FOLDER",
                                kept.toString(),
                                "CITY_NAME",
                                "Nowhere"))
                .hasMessageContaining("Nowhere");
        assertThat(names(kept)).isEqualTo(before);
        try (var db = Db.open(database, "city", new SimpleMeterRegistry())) {
            assertThat(db.tx(new CityStore()::load).streets().getFirst().name())
                    .isEqualTo("First Street");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_limit_that_is_none_is_a_sentence() {
        for (var bad : List.of("-5", "0", "5001"))
            assertThatThrownBy(() ->
                            CityConfig.from(new Env(java.util.Map.of("CITY_OUTSIDE_METRES", bad))))
                    .hasMessageContaining("CITY_OUTSIDE_METRES must be 1 to 5000");
    }

    @Test
    void replicas_that_start_at_once_share_one_map() throws IOException {
        var database = TestBed.emptyDatabase("city");
        var town = tinyTown("Main Street");
        // the tables are made one after the other; the map is not
        Db.open(database, "city", new SimpleMeterRegistry()).close();
        var first = CompletableFuture.supplyAsync(() -> start(database, town));
        var second = CompletableFuture.supplyAsync(() -> start(database, town));
        first.join().close();
        second.join().close();
        try (var db = Db.open(database, "city", new SimpleMeterRegistry())) {
            assertThat(db.tx(new CityStore()::load).streets()).hasSize(1);
        }
    }

    private static gofood.platform.run.Running start(Env database, Path file, String... settings) {
        var values = new HashMap<>(database.values());
        values.put("CITY_EXTRACT", file.toString());
        values.put("CITY_PORT", Integer.toString(TestBed.freePort()));
        values.put("CITY_URL", "http://127.0.0.1:1");
        values.put("USER_URL", "http://127.0.0.1:1");
        values.put("BIND_HOST", "127.0.0.1");
        values.put("SERVICE_SECRET", TestBed.SECRET);
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        return new CityService().start(new Env(values));
    }
}
