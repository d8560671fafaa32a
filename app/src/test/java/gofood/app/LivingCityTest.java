package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.platform.testing.TestClient;
import gofood.simulator.living.Simulation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The demo city with its simulated people, who ride its real streets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
final class LivingCityTest {
    /// All that an order can be for longer than a moment.
    private static final List<String> STATES =
            List.of(
                    "Paid",
                    "Received",
                    "Preparing",
                    "Complete",
                    "PickedUp",
                    "Delivered",
                    "Declined",
                    "Rejected",
                    "Cancelled");

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Launcher launcher;
    private URI gateway;
    private TestClient operator;
    private Simulation city;

    @BeforeAll
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void start(@TempDir Path folder) throws Exception {
        launcher = new Launcher(Main.services(), Main.class, new SimulatedCity(), said::add);
        Map<String, URI> urls = launcher.up(DataFolder.open(folder), Scratch.options(true));
        gateway = urls.get("gateway");
        var visitor = new TestClient(gateway, "");
        operator = Town.signIn(visitor, Settings.OPERATOR, Settings.DEMO_PASSWORD);
    }

    @AfterAll
    void stop() {
        if (city != null) city.close();
        launcher.close();
    }

    @Test
    @Order(1)
    void the_city_answers_through_the_gateway() {
        var visitor = new TestClient(gateway, "");
        var map = visitor.get("/map").body();
        assertThat(map.path("attribution").asText()).contains("OpenStreetMap");
        var way =
                visitor.post(
                        "/routes",
                        "{\"vehicle\":\"bicycle\",\"points\":[{\"lat\":43.7384,\"lon\":7.4246},{\"lat\":43.7351,\"lon\":7.4192}]}");
        assertThat(way.status()).as(way.body().toString()).isEqualTo(200);
        assertThat(way.body().path("metres").asLong()).isBetween(500L, 3000L);
        assertThat(visitor.get("/map/14/8529/5975.mvt").status()).isEqualTo(200);
        assertThat(visitor.get("/map/style.json?theme=dark").status()).isEqualTo(200);
        var near = visitor.get("/restaurants?lat=43.7351&lon=7.4192&limit=20").body();
        var seconds = near.path("restaurants").findValues("travel_seconds");
        assertThat(seconds).hasSizeGreaterThan(10);
        assertThat(seconds.stream().map(JsonNode::asLong).toList()).isSorted();
    }

    @Test
    @Order(2)
    void soon_after_the_first_start_there_are_orders_in_every_state() {
        var crowd = new Crowd();
        crowd.speed = 20;
        crowd.ordersPerHour = 200;
        city =
                SimulatedCity.start(
                        gateway,
                        crowd,
                        Optional.empty(),
                        Settings.OPERATOR,
                        Settings.DEMO_PASSWORD,
                        said::add);
        var seen = new TreeSet<String>();
        Town.await(
                "orders in every state",
                () -> {
                    for (var order : operator.get("/orders?limit=100").body().path("orders"))
                        seen.add(order.path("status").asText());
                    return seen;
                },
                states -> states.containsAll(STATES));
    }

    @Test
    @Order(3)
    void every_simulated_order_comes_to_its_end_with_the_money_right() {
        var report = city.drain(Duration.ofSeconds(120));
        assertThat(report.isClean()).as(report.text()).isTrue();
        assertThat(report.ended()).as(report.text()).containsKey(OrderStatus.DELIVERED);
        assertThat(report.moneyChecked()).isGreaterThan(20);
    }
}
