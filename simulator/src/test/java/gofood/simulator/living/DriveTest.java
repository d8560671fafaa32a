package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.SimulatorApi.Drive;
import gofood.contracts.SimulatorApi.SimulatorState;
import gofood.contracts.UserApi.Role;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A toy town that an operator drives through the simulator's door.
class DriveTest {
    private static final Drive NOTHING = drive(null, null, null, null);
    private static ToyTown town;
    private static Simulation simulation;
    private static SimulatorDoor door;
    private static TestBed bed;

    /// The simulator as a service, for the test bed.
    private static final class Started implements Service {
        @Override
        public String name() {
            return "simulator";
        }

        @Override
        public Running start(Env env) {
            door = SimulatorDoor.open(env, simulation);
            return door;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        town = new ToyTown();
        simulation =
                Simulation.start(
                        new Simulation.Settings(
                                town.address(),
                                60,
                                10,
                                2,
                                7,
                                Optional.empty(),
                                "op@gofood.test",
                                "secret-secret"),
                        _ -> {});
        bed = new TestBed(new Started());
    }

    @AfterAll
    static void stop() {
        bed.close();
        simulation.close();
        town.close();
    }

    private static Drive drive(
            @Nullable Boolean running,
            @Nullable Integer ordersPerHour,
            @Nullable Integer couriers,
            @Nullable Boolean rain) {
        return new Drive(running, null, ordersPerHour, couriers, rain, null);
    }

    private static TestClient operator() {
        return bed.as(Role.OPERATOR, 1);
    }

    private static SimulatorState turn(Drive wish) {
        var answer = operator().put("/simulator", wish);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(SimulatorState.class);
    }

    private static SimulatorState state() {
        return operator().get("/simulator").as(SimulatorState.class);
    }

    private static void await(Duration most, BooleanSupplier condition) throws Exception {
        var end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end)
            TimeUnit.MILLISECONDS.sleep(100);
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static long onShift() {
        synchronized (town) {
            return town.couriers.values().stream().filter(courier -> courier.online).count();
        }
    }

    @Test
    void it_says_how_it_is_driven_and_what_is_left_out_stays() {
        var before = turn(NOTHING).drive();
        assertThat(before.speed()).isEqualTo(60);
        var after = turn(new Drive(null, 30.0, 600, null, true, true)).drive();
        assertThat(after)
                .isEqualTo(new Drive(before.running(), 30.0, 600, before.couriers(), true, true));
        assertThat(turn(new Drive(null, 60.0, null, null, false, false)).drive())
                .isEqualTo(new Drive(before.running(), 60.0, 600, before.couriers(), false, false));
        assertThat(state().since()).isEqualTo(simulation.state().since());
    }

    @Test
    void more_couriers_come_and_some_go_home_within_seconds() throws Exception {
        turn(drive(null, null, 5, null));
        await(Duration.ofSeconds(10), () -> onShift() == 5);
        turn(drive(null, null, 3, null));
        await(Duration.ofSeconds(30), () -> onShift() == 3);
        turn(drive(null, null, 4, null));
        await(Duration.ofSeconds(10), () -> onShift() == 4);
    }

    @Test
    void orders_come_faster_or_not_at_all() throws Exception {
        turn(drive(true, 10_000, 4, false));
        var before = state().ordered();
        await(Duration.ofSeconds(20), () -> state().ordered() > before + 5);
        turn(drive(false, null, null, null));
        assertThat(state().drive().running()).isFalse();
        // those who were about to order still do
        await(Duration.ofSeconds(40), () -> isQuietFor(Duration.ofSeconds(3)));
        turn(drive(true, 600, null, null));
    }

    /// At this rate, three seconds would bring eight orders.
    private static boolean isQuietFor(Duration length) {
        try {
            var before = state().ordered();
            Thread.sleep(length);
            return state().ordered() == before;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void customers_say_how_it_was_once_it_was_delivered() throws Exception {
        await(Duration.ofSeconds(60), () -> !ratings().isEmpty());
        assertThat(state().delivered()).isPositive();
        synchronized (town) {
            for (var order : town.ratings.keySet())
                assertThat(Objects.requireNonNull(town.orders.get(order)).status)
                        .isEqualTo(OrderStatus.DELIVERED);
        }
    }

    private static Set<Long> ratings() {
        synchronized (town) {
            return Set.copyOf(town.ratings.keySet());
        }
    }

    @Test
    void only_operators_drive() {
        assertThat(bed.anyone().get("/simulator").status()).isEqualTo(401);
        assertThat(bed.as(Role.CUSTOMER, 2).get("/simulator").status()).isEqualTo(403);
        assertThat(bed.as(Role.COURIER, 2).put("/simulator", NOTHING).status()).isEqualTo(403);
        assertThat(bed.anyone().get("/status").status()).isEqualTo(200);
        assertThat(bed.anyone().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void what_nobody_can_play_is_refused() {
        for (var wrong :
                new String[] {
                    "{\"speed\": 61}",
                    "{\"speed\": 0}",
                    "{\"couriers\": 501}",
                    "{\"orders_per_hour\": -1}",
                    "{\"weather\": \"fine\"}"
                }) {
            var answer = operator().put("/simulator", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void the_description_and_the_routes_are_the_same() {
        assertThat(OpenApi.of(bed.anyone()).differencesTo(door.routes())).isEmpty();
    }
}
