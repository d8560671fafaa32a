package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everything at the same moment, with two replicas on one database.
class RacesTest {
    private static Road road;
    private static Road replica;
    private static Env env;

    @BeforeAll
    static void start() {
        env = TestBed.emptyDatabase("delivery");
        var database =
                env.values().entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        road = new Road(database);
        replica = new Road(database);
    }

    @AfterEach
    void clear() {
        road.clear();
    }

    @AfterAll
    static void stop() {
        replica.close();
        road.close();
    }

    /// Starts all at the same moment, and gives their answers in order.
    static <T> List<T> together(List<Supplier<T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var action : actions)
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return action.get();
                        }));
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) answers.add(one.get());
            return answers;
        }
    }

    private static Road either(int i) {
        return i % 2 == 0 ? road : replica;
    }

    private static List<Long> asked(List<Long> couriers) {
        return couriers.stream()
                .filter(id -> !road.courier(id).get("/offers").body().path("offers").isEmpty())
                .toList();
    }

    @Test
    void ten_times_yes_is_one_ride() throws Exception {
        var courier = road.online(0.1);
        var order = road.ready();
        var offer = road.awaitOffer(courier);
        var answers =
                together(
                        IntStream.range(0, 10)
                                .<Supplier<TestClient.Answer>>mapToObj(
                                        i -> () -> either(i).accept(courier, offer))
                                .toList());
        assertThat(answers).extracting(TestClient.Answer::status).containsOnly(200);
        assertThat(road.ride(order).path("timeline"))
                .extracting(step -> step.path("status").asText())
                .containsExactly("Waiting", "Offered", "Assigned");
    }

    @Test
    void a_stream_of_one_replica_shows_what_another_did() {
        var courier = road.online(0.1);
        var path = "/couriers/" + courier + "/stream";
        try (var duty = new Following(road.courier(courier), path, "0");
                var city = new Following(road.operator(), "/deliveries/stream", "0")) {
            var first = duty.next();
            city.next();
            // where couriers are takes a moment from one to the other
            var offers = replica.courier(courier);
            Road.await(
                    () ->
                            offers.get("/offers")
                                            .body()
                                            .path("why")
                                            .asText()
                                            .equals("nothing_waits")
                                    ? true
                                    : null,
                    "the position");
            try (var elsewhere = new Following(replica.courier(courier), path, first.id())) {
                assertThat(elsewhere.within(Duration.ofSeconds(2))).isNull();
            }
            var order = replica.ready();
            duty.await(heard -> !heard.data().path("offers").isEmpty());
            city.await(heard -> heard.data().toString().contains("\"order_id\":" + order));
            replica.accepted(courier);
            var taken = duty.await(heard -> !heard.data().path("rides").isEmpty());
            assertThat(taken.data().at("/rides/0/order_id").asLong()).isEqualTo(order);
        }
    }

    @Test
    void yes_no_and_a_cancelled_order_at_once_leave_one_outcome() throws Exception {
        var courier = road.online(0.1);
        for (int round = 0; round < 5; round++) {
            var order = road.ready();
            var offer = road.awaitOffer(courier);
            var actions = new ArrayList<Supplier<Integer>>();
            for (int i = 0; i < 4; i++) {
                var here = either(i);
                actions.add(() -> here.accept(courier, offer).status());
                actions.add(() -> here.decline(courier, offer).status());
            }
            actions.add(() -> {
                replica.cancelled(order);
                return 0;
            });
            var answers = together(actions);
            var yes = answers.stream().filter(status -> status == 200).count();
            var no = answers.stream().filter(status -> status == 204).count();
            assertThat(answers).allMatch(status -> List.of(0, 200, 204, 409).contains(status));
            assertThat(yes == 0 || no == 0).as(answers.toString()).isTrue();
            assertThat(road.status(order)).isEqualTo("Cancelled");
            assertThat(road.courierView(courier).path("delivery_ids")).isEmpty();
        }
    }

    @Test
    void two_rides_do_not_get_one_courier() throws Exception {
        var orders = together(List.<Supplier<Long>>of(road::ready, replica::ready, road::ready));
        var courier = road.online(0.1);
        var offer = road.awaitOffer(courier);
        Road.pause(300);
        assertThat(road.courier(courier).get("/offers").body().path("offers")).hasSize(1);
        assertThat(orders.stream().map(road::status).sorted())
                .containsExactly("Offered", "Waiting", "Waiting");
        assertThat(road.accept(courier, offer).status()).isEqualTo(200);
        Road.pause(300);
        assertThat(orders.stream().map(road::status).sorted())
                .containsExactly("Assigned", "Waiting", "Waiting");
        assertThat(road.courier(courier).get("/offers").body().path("offers")).isEmpty();
    }

    @Test
    void one_ride_does_not_get_many_couriers() throws Exception {
        var order = road.ready();
        var couriers =
                together(
                        IntStream.range(0, 10)
                                .<Supplier<Long>>mapToObj(i -> () -> either(i).online(i / 10.0))
                                .toList());
        Road.await(() -> asked(couriers).isEmpty() ? null : true, "an offer");
        Road.pause(300);
        assertThat(asked(couriers)).hasSize(1);
        assertThat(road.status(order)).isEqualTo("Offered");
    }

    @Test
    void many_rides_and_many_couriers_find_each_other_one_by_one() throws Exception {
        var couriers = IntStream.range(0, 6).mapToObj(i -> road.online(i / 10.0)).toList();
        var orders =
                together(
                        IntStream.range(0, 6)
                                .<Supplier<Long>>mapToObj(i -> () -> either(i).ready())
                                .toList());
        var paths =
                together(
                        couriers.stream()
                                .<Supplier<String>>map(id -> () -> replica.accepted(id))
                                .toList());
        assertThat(new HashSet<>(paths)).hasSize(6);
        assertThat(orders.stream().map(road::status)).containsOnly("Assigned");
        assertThat(orders.stream().map(order -> road.ride(order).path("courier_id").asLong()))
                .containsExactlyInAnyOrderElementsOf(couriers);
    }

    @Test
    void wrong_pins_at_once_are_all_counted() throws Exception {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        var answers =
                together(
                        IntStream.range(0, 10)
                                .<Supplier<Integer>>mapToObj(i ->
                                        () -> either(i).deliver(courier, path, "0000").status())
                                .toList());
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
    }

    @Test
    void two_orders_at_once_fill_a_bag_and_a_third_waits() throws Exception {
        var courier = road.online(0.1, 2);
        var orders = together(List.<Supplier<Long>>of(road::ready, replica::ready, road::ready));
        road.accepted(courier);
        replica.accepted(courier);
        Road.pause(500);
        assertThat(orders.stream().map(road::status).sorted())
                .containsExactly("Assigned", "Assigned", "Waiting");
        assertThat(road.courierView(courier).path("delivery_ids")).hasSize(2);
    }

    @Test
    void a_position_told_to_one_replica_is_known_to_the_other() {
        var courier = road.online(0.1);
        var later = Instant.now().plusSeconds(5);
        replica.at(courier, 43.7, 7.4, later);
        road.at(courier, 43.8, 7.5, later.minusSeconds(1));
        for (var here : List.of(road, replica))
            Road.await(
                    () -> here.courierView(courier).path("lat").asDouble() == 43.7 ? true : null,
                    "the later position");
        assertThat(replica.shift(courier, false).status()).isEqualTo(200);
        Road.await(
                () -> road.courierView(courier).path("lat").isNull() ? true : null,
                "the other replica to forget");
    }

    @Test
    void the_database_itself_refuses_a_second_ride_or_offer() {
        var courier = road.online(0.1);
        var taken = road.ready();
        road.accepted(courier);
        var free = road.paid();
        try (var db = Db.open(env, "delivery", new SimpleMeterRegistry())) {
            refuses(
                    db,
                    """
                    UPDATE delivery SET status = 'OFFERED', courier_id = ?, slot = 1
                     WHERE order_id = ?
                    """,
                    courier,
                    free);
            var offer =
                    """
                    INSERT INTO offer (delivery_id, courier_id, status, pickup_metres,
                                       distance_metres, pay, together, tour, expires_at, change)
                    SELECT delivery_id, ?, 'OPEN', 1, 1, 1, '{}', '[]', now(), 1
                      FROM delivery CROSS JOIN generate_series(1, 2)
                     WHERE order_id = ?
                    """;
            refuses(db, offer, courier, taken);
        }
    }

    private static void refuses(Db db, String sql, Object... arguments) {
        var refused =
                catchThrowableOfType(
                        SqlFailed.class, () -> db.run(tx -> tx.update(sql, arguments)));
        assertThat(refused.isDuplicate()).as(sql).isTrue();
    }
}
