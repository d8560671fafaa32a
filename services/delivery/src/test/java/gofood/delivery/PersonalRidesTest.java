package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.UserApi.Erased;
import gofood.contracts.Vehicle;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What rides tell of customer 12 and of couriers, before and after they are erased.
class PersonalRidesTest {
    private static final Address DOOR = new Address(43.74011, 7.43022, "5 Planted Avenue");
    private static Road road;
    private static Db db;

    @BeforeAll
    static void start() {
        var database = TestBed.emptyDatabase("delivery");
        road =
                new Road(
                        database.values().entrySet().stream()
                                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                                .toArray(String[]::new));
        db = Db.open(database, "delivery", new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        db.close();
        road.close();
    }

    private static Erased erase(long userId) {
        var answer = road.bed.asService("user").post("/personal-data/" + userId + "/erase", "{}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Erased.class);
    }

    private static long count(String sql, Object... arguments) {
        return db.tx(tx -> tx.one(sql, row -> row.number("count"), arguments));
    }

    private static long tablesWith(String word) {
        return count(
                """
                SELECT count(*) FROM pg_tables
                 WHERE schemaname = 'public'
                   AND query_to_xml('SELECT * FROM ' || quote_ident(tablename),
                                    true, false, '')::text LIKE ?
                """,
                "%" + word + "%");
    }

    @Test
    void doors_and_names_go_once_the_ride_is_over() {
        var courier = road.online(0.1);
        road.courier(courier)
                .post("/couriers", new NewCourier(null, "Planted Rider", Vehicle.SCOOTER, 1));
        var order = road.ready(DOOR);
        var path = road.accepted(courier);
        road.courier(courier)
                .post(
                        path + "/problem",
                        new NewRoadProblem(RoadTrouble.CANNOT_FIND, "Planted words", null));
        var asked = road.bed.asService("user").get("/personal-data/" + Road.CUSTOMER);
        assertThat(asked.body().toString()).contains("5 Planted Avenue", "Ring twice");
        assertThat(erase(Road.CUSTOMER).pending()).isEqualTo(1);
        assertThat(erase(courier).pending()).isEqualTo(1);
        assertThat(road.ride(order).at("/dropoff/text").asText()).isEqualTo("5 Planted Avenue");
        assertThat(road.courierView(courier).path("name").asText()).isEqualTo("Planted Rider");

        road.step(courier, path, "pickup");
        assertThat(road.deliver(courier, path, "1234").status()).isEqualTo(200);
        db.run(tx ->
                tx.update(
                        """
                        INSERT INTO photo SELECT delivery_id, 'image/png', 'x', now() FROM delivery
                         WHERE order_id = ?
                        """,
                        order));
        var erased = erase(Road.CUSTOMER);
        assertThat(erased.pending()).isZero();
        assertThat(erased.erased()).containsEntry("rides", 1).containsEntry("photos", 1);
        assertThat(erased.kept()).singleElement().asString().contains("ten years");
        assertThat(erase(Road.CUSTOMER).erased().values()).containsOnly(0);
        var left = road.ride(order);
        assertThat(left.at("/dropoff/text").asText()).isEqualTo("erased");
        assertThat(left.at("/dropoff/lat").asDouble()).isEqualTo(43.74);
        assertThat(left.path("note").isNull()).isTrue();
        // nor in the stops of a tour
        assertThat(tablesWith("43.74011")).isZero();

        var rider = erase(courier);
        assertThat(rider.pending()).isZero();
        assertThat(rider.erased()).containsEntry("couriers", 1);
        assertThat(erase(courier).erased().values()).containsOnly(0);
        var view = road.courierView(courier);
        assertThat(view.path("name").asText()).isEqualTo("Courier " + courier);
        assertThat(view.path("online").asBoolean()).isFalse();
        Road.await(
                () ->
                        count("SELECT count(*) FROM courier_position WHERE lat IS NOT NULL") == 0
                                        && count("SELECT count(*) FROM outbox") == 0
                                ? true
                                : null,
                "nothing on its way");
        assertThat(tablesWith("Planted")).isZero();
    }

    @Test
    void what_a_courier_wrote_when_they_gave_a_ride_back_goes_too() {
        var courier = road.online(0.2);
        var order = road.ready();
        var path = road.accepted(courier);
        var flat = new NewRoadProblem(RoadTrouble.BROKEN_DOWN, "Written tyre", true);
        assertThat(road.courier(courier).post(path + "/problem", flat).status()).isEqualTo(200);
        road.cancelled(order);
        Road.await(() -> count("SELECT count(*) FROM outbox") == 0 ? true : null, "told everybody");
        assertThat(tablesWith("Written tyre")).isPositive();
        assertThat(erase(courier).pending()).isZero();
        assertThat(tablesWith("Written tyre")).isZero();
    }
}
