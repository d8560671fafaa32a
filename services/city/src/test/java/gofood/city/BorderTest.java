package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.platform.testing.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A town whose one long street goes on beyond its boundary.
class BorderTest {
    private static final Point INSIDE = new Point(50, 8.001);
    private static final Point BEYOND = new Point(50, 8.015);

    @TempDir Path folder;

    private Path map() throws IOException {
        var nodes = new StringBuilder();
        var street = new StringBuilder();
        for (int i = 0; i <= 20; i++) {
            nodes.append("<node id=\"%d\" lat=\"50\" lon=\"%s\"/>".formatted(i + 10, 8 + i / 1e3));
            street.append("<nd ref=\"%d\"/>".formatted(i + 10));
        }
        return Files.writeString(
                folder.resolve(".osm"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <osm version="0.6">
                  <node id="1" lat="49.99" lon="7.99"/><node id="2" lat="49.99" lon="8.01"/>
                  <node id="3" lat="50.01" lon="8.01"/><node id="4" lat="50.01" lon="7.99"/>
                  <node id="5" lat="50" lon="8">
                    <tag k="place" v="town"/><tag k="name" v="Altdorf"/>
                  </node>
                  %s
                  <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
                  <way id="2">%s<tag k="highway" v="residential"/><tag k="name" v="Weg"/></way>
                  <way id="3"><nd ref="10"/><nd ref="5"/><tag k="highway" v="residential"/></way>
                  %s
                  <relation id="1"><member type="way" ref="1" role="outer"/>
                    <tag k="type" v="boundary"/><tag k="boundary" v="administrative"/>
                    <tag k="name" v="Stadt Altdorf"/>
                  </relation>
                </osm>
                """
                        .formatted(nodes, street, yards()));
    }

    /// So that the streets are enough for a town.
    private static String yards() {
        var ways = new StringBuilder();
        for (int i = 0; i < 20; i++)
            ways.append(
                    "<way id=\"%d\"><nd ref=\"%d\"/><nd ref=\"%d\"/>"
                                    .formatted(i + 10, i + 10, i + 11)
                            + "<tag k=\"highway\" v=\"service\"/></way>");
        return ways.toString();
    }

    @Test
    void beyond_the_boundary_nobody_delivers_and_no_address_is_named() throws IOException {
        try (var bed = new TestBed(new CityService(), "CITY_EXTRACT", map().toString())) {
            assertThat(bed.anyone().get("/map").as(CityInfo.class).name())
                    .isEqualTo("Stadt Altdorf");
            var kitchens = List.of(new Kitchen(1, INSIDE.lat(), INSIDE.lon()));
            var service = bed.asService("order");
            for (var door : List.of(INSIDE, BEYOND)) {
                var verdicts =
                        service.post("/zones/check", new ZoneCheck(door, kitchens))
                                .as(ZoneVerdicts.class);
                var nearest =
                        bed.anyone()
                                .get(
                                        "/addresses/nearest?lat=%s&lon=%s"
                                                .formatted(door.lat(), door.lon()));
                var inside = door.equals(INSIDE);
                assertThat(verdicts.verdicts().getFirst().verdict())
                        .isEqualTo(inside ? Verdict.DELIVERS : Verdict.OUTSIDE_CITY);
                assertThat(nearest.status()).isEqualTo(inside ? 200 : 404);
            }
        }
    }
}
