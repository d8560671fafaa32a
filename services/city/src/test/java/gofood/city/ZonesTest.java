package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.Area;
import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Matrix;
import gofood.contracts.CityApi.MatrixWish;
import gofood.contracts.CityApi.NewRestriction;
import gofood.contracts.CityApi.NewZone;
import gofood.contracts.CityApi.Restriction;
import gofood.contracts.CityApi.RestrictionList;
import gofood.contracts.CityApi.Route;
import gofood.contracts.CityApi.RouteWish;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.Zone;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneKind;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ways, travel times and zones over HTTP. A bicycle needs 9 to 10 minutes from the kitchen in the
/// west to the door in the east.
class ZonesTest {
    private static final Point WEST = new Point(43.7297, 7.4155);
    private static final Point EAST = new Point(43.7465, 7.4335);
    private static final Point PARIS = new Point(48.85, 2.35);

    private static TestBed bed;
    private static TestClient service;
    private static TestClient operator;
    private static TestClient staff;

    @BeforeAll
    static void start() {
        bed = new TestBed(new CityService());
        service = bed.asService("order");
        operator = bed.as(Role.OPERATOR, 1);
        staff = bed.as(Role.STAFF, 2, 7L);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @AfterEach
    void clear() {
        operator.get("/zones/restrictions")
                .as(RestrictionList.class)
                .restrictions()
                .forEach(it -> operator.delete("/zones/restrictions/" + it.restrictionId()));
        operator.delete("/zones/7");
    }

    private static ZoneVerdict check(long restaurant, Point kitchen, Point door) {
        var asked =
                new ZoneCheck(door, List.of(new Kitchen(restaurant, kitchen.lat(), kitchen.lon())));
        var answer = service.post("/zones/check", asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(ZoneVerdicts.class).verdicts().getFirst();
    }

    private static void zone(NewZone zone) {
        var answer = staff.put("/zones/7", zone);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
    }

    private static Restriction restrict(Set<Long> restaurants, int percent) {
        var answer =
                operator.post(
                        "/zones/restrictions",
                        new NewRestriction(restaurants, percent, 30, "rain"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.as(Restriction.class);
    }

    @Test
    void the_map_says_which_city_it_is() {
        var info = bed.anyone().get("/map").as(CityInfo.class);
        assertThat(info.name()).isEqualTo("Monaco");
        assertThat(info.vehicles()).containsExactly(Vehicle.values());
        assertThat(info.attribution()).contains("OpenStreetMap");
        assertThat(info.centre().lat()).isBetween(43.73, 43.75);
        assertThat(info.bounds()).hasSize(4);
    }

    @Test
    void a_route_passes_all_points_and_its_legs_are_the_matrix() {
        var points = List.of(WEST, new Point(43.7384, 7.4246), EAST);
        for (var vehicle : Vehicle.values()) {
            var answer = bed.anyone().post("/routes", new RouteWish(vehicle, points));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            var route = answer.as(Route.class);
            var matrix =
                    service.post("/matrix", new MatrixWish(vehicle, points, points))
                            .as(Matrix.class);
            assertThat(route.legs()).hasSize(2);
            for (int leg = 0; leg < 2; leg++) {
                assertThat((long) matrix.seconds().get(leg).get(leg + 1))
                        .isEqualTo(route.legs().get(leg).seconds());
                assertThat((long) matrix.metres().get(leg).get(leg + 1))
                        .isEqualTo(route.legs().get(leg).metres());
            }
            assertThat(route.metres()).isBetween(2000L, 6000L);
            assertThat(route.snapped()).hasSize(3);
            assertThat(route.geometry().type()).isEqualTo("LineString");
            assertThat(route.geometry().coordinates()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void a_point_outside_is_named_in_routes_and_null_in_the_matrix() {
        var answer = bed.anyone().post("/routes", new RouteWish(Vehicle.CAR, List.of(WEST, PARIS)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("outside_city");
        assertThat(answer.body().path("index").asInt()).isEqualTo(1);
        var matrix =
                service.post(
                                "/matrix",
                                new MatrixWish(Vehicle.CAR, List.of(WEST, PARIS), List.of(EAST)))
                        .as(Matrix.class);
        assertThat(matrix.seconds().get(0).get(0)).isPositive();
        assertThat(matrix.seconds().get(1).get(0)).isNull();
        assertThat(matrix.metres().get(1).get(0)).isNull();
    }

    @Test
    void the_usual_reach_is_twenty_minutes_of_a_bicycle() {
        var verdict = check(7, WEST, EAST);
        assertThat(verdict.verdict()).isEqualTo(Verdict.DELIVERS);
        assertThat(verdict.seconds()).isBetween(300, 1200);
        assertThat(check(7, WEST, PARIS).verdict()).isEqualTo(Verdict.OUTSIDE_CITY);
        assertThat(check(7, PARIS, EAST).verdict()).isEqualTo(Verdict.OUTSIDE_CITY);
        var zone = zone();
        assertThat(zone.kind()).isEqualTo(ZoneKind.REACH);
        assertThat(zone.minutes()).isEqualTo(20);
        assertThat(zone.area()).isNotNull();
    }

    private static Zone zone() {
        var answer = bed.anyone().get("/zones/7?lat=" + WEST.lat() + "&lon=" + WEST.lon());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Zone.class);
    }

    @Test
    void a_kitchen_may_reach_less_far() {
        zone(new NewZone(3, null));
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.TOO_FAR);
        assertThat(check(8, WEST, EAST).verdict()).isEqualTo(Verdict.DELIVERS);
        assertThat(zone().minutes()).isEqualTo(3);
        assertThat(staff.delete("/zones/7").status()).isEqualTo(204);
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.DELIVERS);
    }

    private static Area box(double west, double south, double east, double north) {
        return new Area(
                "Polygon",
                List.of(
                        List.of(
                                List.of(west, south),
                                List.of(east, south),
                                List.of(east, north),
                                List.of(west, north),
                                List.of(west, south))));
    }

    @Test
    void a_drawn_area_decides_where_there_is_one() {
        zone(new NewZone(null, box(7.414, 43.728, 7.420, 43.734)));
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.TOO_FAR);
        assertThat(check(7, WEST, new Point(43.7310, 7.4180)).verdict())
                .isEqualTo(Verdict.DELIVERS);
        assertThat(zone().kind()).isEqualTo(ZoneKind.AREA);
        assertThat(zone().minutes()).isNull();
        restrict(Set.of(7L), 1);
        assertThat(check(7, WEST, new Point(43.7330, 7.4190)).verdict())
                .isEqualTo(Verdict.RESTRICTED);
    }

    @Test
    void areas_that_are_none_are_refused_by_name() {
        var open =
                new Area(
                        "Polygon",
                        List.of(
                                List.of(
                                        List.of(7.41, 43.73),
                                        List.of(7.42, 43.73),
                                        List.of(7.42, 43.74),
                                        List.of(7.41, 43.74))));
        var crossed =
                new Area(
                        "Polygon",
                        List.of(
                                List.of(
                                        List.of(7.415, 43.730),
                                        List.of(7.420, 43.735),
                                        List.of(7.420, 43.730),
                                        List.of(7.415, 43.735),
                                        List.of(7.415, 43.730))));
        var many =
                new Area(
                        "Polygon",
                        List.of(
                                LongStream.range(0, 501)
                                        .mapToObj(i -> List.of(7.42, 43.73))
                                        .toList()));
        for (var bad :
                List.of(
                        open,
                        crossed,
                        many,
                        box(2, 48, 3, 49),
                        box(7.415, 43.730, 7.4151, 43.7301),
                        new Area("Polygon", List.of()),
                        new Area("Polygon", List.of("x")),
                        new Area("Polygon", List.of(List.of(List.of("a", "b")))))) {
            var answer = staff.put("/zones/7", new NewZone(null, bad));
            assertThat(answer.status()).as(bad.toString()).isEqualTo(422);
            assertThat(answer.body().path("field").asText()).isEqualTo("area.coordinates");
        }
        var high =
                new Area(
                        "Polygon",
                        List.of(
                                List.of(
                                        List.of(7.415, 43.730, 9),
                                        List.of(7.420, 43.730, 9),
                                        List.of(7.420, 43.735, 9),
                                        List.of(7.415, 43.730, 9))));
        assertThat(staff.put("/zones/7", new NewZone(null, high)).status()).isEqualTo(204);
        var point = staff.put("/zones/7", new NewZone(null, new Area("Point", List.of(7.4, 43.7))));
        assertThat(point.body().path("field").asText()).isEqualTo("area.type");
        assertThat(staff.put("/zones/7", "{}").status()).isEqualTo(422);
        assertThat(staff.put("/zones/7", "{\"minutes\":61}").status()).isEqualTo(422);
        assertThat(
                        staff.put("/zones/7", new NewZone(5, box(7.414, 43.728, 7.420, 43.734)))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void operators_shrink_and_pause_and_the_strictest_counts_until_it_is_lifted() {
        var everywhere = restrict(null, 10);
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.RESTRICTED);
        assertThat(check(7, WEST, EAST).reason()).isEqualTo("rain");
        assertThat(check(7, WEST, EAST).until()).isEqualTo(everywhere.until());
        var paused = restrict(Set.of(7L), 0);
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.PAUSED);
        assertThat(check(8, WEST, EAST).verdict()).isEqualTo(Verdict.RESTRICTED);
        assertThat(zone().area()).isNull();
        var shown = zone().restriction();
        assertThat(shown.reason()).isEqualTo("rain");
        assertThat(shown.by()).isNull();
        assertThat(shown.restaurantIds()).isNull();
        var toStaff = staff.get("/zones/7?lat=" + WEST.lat() + "&lon=" + WEST.lon());
        assertThat(toStaff.as(Zone.class).restriction().by()).isNotBlank();
        assertThat(staff.get("/zones/restrictions").as(RestrictionList.class).restrictions())
                .extracting(Restriction::restrictionId)
                .containsExactly(paused.restrictionId(), everywhere.restrictionId());
        for (var each : List.of(paused, everywhere)) {
            var path = "/zones/restrictions/" + each.restrictionId();
            assertThat(operator.delete(path).status()).isEqualTo(204);
            assertThat(operator.delete(path).status()).isEqualTo(404);
        }
        assertThat(check(7, WEST, EAST).verdict()).isEqualTo(Verdict.DELIVERS);
    }

    @Test
    void a_restriction_is_made_once_for_one_key() {
        var asked = new NewRestriction(Set.of(9L), 50, 5, "storm");
        var first = operator.post("/zones/restrictions", asked, "Idempotency-Key", "storm-1");
        var second = operator.post("/zones/restrictions", asked, "Idempotency-Key", "storm-1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(operator.get("/zones/restrictions").as(RestrictionList.class).restrictions())
                .hasSize(1);
    }

    @Test
    void everybody_changes_only_what_is_theirs() {
        var zone = new NewZone(10, null);
        assertThat(staff.put("/zones/8", zone).status()).isEqualTo(404);
        assertThat(staff.delete("/zones/8").status()).isEqualTo(404);
        assertThat(bed.as(Role.CUSTOMER, 3).put("/zones/7", zone).status()).isEqualTo(403);
        assertThat(bed.anyone().put("/zones/7", zone).status()).isEqualTo(401);
        assertThat(operator.put("/zones/7", zone).status()).isEqualTo(204);
        var restriction = new NewRestriction(null, 0, 5, "strike");
        assertThat(staff.post("/zones/restrictions", restriction).status()).isEqualTo(403);
        assertThat(bed.as(Role.CUSTOMER, 3).get("/zones/restrictions").status()).isEqualTo(403);
        assertThat(staff.delete("/zones/restrictions/1").status()).isEqualTo(403);
        var wish = new MatrixWish(Vehicle.CAR, List.of(WEST), List.of(EAST));
        assertThat(bed.as(Role.CUSTOMER, 3).post("/matrix", wish).status()).isEqualTo(403);
        assertThat(bed.as(Role.COURIER, 4).post("/matrix", wish).status()).isEqualTo(200);
        assertThat(staff.post("/zones/check", "{}").status()).isEqualTo(403);
    }

    @Test
    void bad_questions_name_the_field() {
        assertThat(bed.anyone().get("/zones/7").body().path("field").asText()).isEqualTo("lat");
        assertThat(bed.anyone().get("/zones/7?lat=43.7").body().path("field").asText())
                .isEqualTo("lon");
        assertThat(bed.anyone().get("/zones/7?lat=48.8&lon=2.3").code()).isEqualTo("outside_city");
        var nan = bed.anyone().get("/zones/7?lat=NaN&lon=7.4");
        assertThat(nan.body().path("detail").asText()).contains("lat must be a decimal number");
        var far = bed.anyone().get("/zones/7?lat=91&lon=7.4");
        assertThat(far.body().path("detail").asText()).contains("lat must be -90 to 90 degrees");
        assertThat(bed.anyone().get("/zones/x?lat=43.7&lon=7.4").status()).isEqualTo(404);
        for (var bad :
                List.of(
                        "{\"vehicle\":\"boat\",\"points\":[]}",
                        "{\"vehicle\":\"car\",\"points\":[{\"lat\":43.7,\"lon\":7.4}]}",
                        "{\"vehicle\":\"car\",\"points\":[{\"lat\":91,\"lon\":7},{\"lat\":1,\"lon\":1}]}"))
            assertThat(bed.anyone().post("/routes", bad).status()).as(bad).isEqualTo(422);
    }

    @Test
    void a_thousand_kitchens_are_checked_at_once() {
        var kitchens =
                LongStream.range(1, 1001)
                        .mapToObj(i -> new Kitchen(i, WEST.lat() + i * 1e-5, WEST.lon()))
                        .toList();
        var best = Duration.ofMinutes(1);
        for (int round = 0; round < 5; round++) {
            var start = System.nanoTime();
            var answer = service.post("/zones/check", new ZoneCheck(EAST, kitchens));
            assertThat(answer.as(ZoneVerdicts.class).verdicts()).hasSize(1000);
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(best) < 0) best = took;
        }
        assertThat(best).isLessThan(Duration.ofMillis(500));
    }
}
