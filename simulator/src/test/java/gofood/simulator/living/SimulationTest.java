package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.UserApi.NewUser;
import gofood.simulator.ApiFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One short evening in a toy town.
class SimulationTest {
    private static final int COURIERS = 6;
    private static ToyTown town;
    private static Report report;
    private static Set<String> refusals;
    private static boolean allAtHome;
    private static ToyTown.ToyOrder strangers;
    private static ToyTown.ToyOrder played;
    private static final Set<OrderStatus> SEEN = EnumSet.noneOf(OrderStatus.class);

    private static Simulation.Settings settings(URI gateway) {
        return new Simulation.Settings(
                gateway,
                100,
                1,
                COURIERS,
                7,
                Optional.of(Duration.ofSeconds(6)),
                "op@gofood.test",
                "secret-secret");
    }

    @BeforeAll
    static void live() throws Exception {
        town = new ToyTown();
        try (var simulation = Simulation.start(settings(town.address()), _ -> {})) {
            var watch = Thread.ofVirtual().start(SimulationTest::watch);
            TimeUnit.SECONDS.sleep(1);
            strangers = town.strangerOrders();
            played = town.strangerOrders();
            TimeUnit.SECONDS.sleep(2);
            town.move(played, TicketStatus.RECEIVED); // a person at the kitchen's screen
            simulation.awaitEnd();
            for (int i = 0; i < 100 && strangers.status != OrderStatus.DELIVERED; i++)
                TimeUnit.MILLISECONDS.sleep(200);
            report = simulation.drain(Duration.ofSeconds(30));
            watch.interrupt();
            watch.join();
        }
        refusals = new TreeSet<>(town.refusals);
        allAtHome = town.couriers.values().stream().noneMatch(courier -> courier.online);
    }

    private static void watch() {
        try {
            while (true) {
                synchronized (town) {
                    town.orders.values().forEach(order -> SEEN.add(order.status));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void every_order_comes_to_its_end_with_the_money_right() {
        assertThat(report.isClean()).as(report.text()).isTrue();
        assertThat(report.placed()).isEqualTo(town.orders.size() - 2).isGreaterThanOrEqualTo(15);
        assertThat(report.moneyChecked()).isEqualTo(report.placed());
        assertThat(report.ended().get(OrderStatus.DELIVERED)).isGreaterThanOrEqualTo(11);
    }

    @Test
    void the_first_orders_show_every_status() {
        var transientOnes = EnumSet.of(OrderStatus.PLACED, OrderStatus.SCHEDULED);
        assertThat(SEEN).containsAll(EnumSet.complementOf(transientOnes));
    }

    @Test
    void nobody_was_refused_but_for_food_that_was_not_ready_and_offers_that_were_gone() {
        assertThat(refusals)
                .allMatch(it ->
                        it.startsWith("POST /deliveries/N/pickup: 409")
                                || it.startsWith("POST /offers/N/accept: 409")
                                || it.startsWith("POST /orders/N/cancel: 409"));
    }

    @Test
    void a_strangers_food_comes_too_and_is_proven_by_a_photo() {
        assertThat(strangers.status).isEqualTo(OrderStatus.DELIVERED);
        assertThat(strangers.photo).isTrue();
    }

    @Test
    void a_ticket_that_a_person_has_taken_is_left_to_them() {
        assertThat(played.status).isEqualTo(OrderStatus.RECEIVED);
        assertThat(played.timeline).hasSize(3);
    }

    @Test
    void people_have_their_own_accounts_and_the_platform_only_knows_derived_passwords() {
        assertThat(town.whoSaw)
                .contains("sim-7-staff-1@gofood.test", "sim-7-courier-6@gofood.test");
        assertThat(town.users.values())
                .filteredOn(user -> user.email().startsWith("sim-"))
                .extracting(NewUser::password)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.length() == 43);
    }

    @Test
    void couriers_say_where_they_are_and_go_home_at_the_end() {
        assertThat(town.couriers).hasSize(COURIERS);
        assertThat(town.pings).isGreaterThan(COURIERS);
        assertThat(allAtHome).isTrue();
    }

    @Test
    void the_same_people_come_back_to_the_same_town() throws IOException {
        var accounts = town.users.size();
        try (var again = Simulation.start(settings(town.address()), _ -> {})) {
            assertThat(again.report().placed()).isZero();
            assertThat(town.users).hasSize(accounts);
        }
    }

    @Test
    void a_wrong_operator_is_told_at_once() {
        var wrong =
                new Simulation.Settings(
                        town.address(), 1, 1, 1, 1, Optional.empty(), "op@gofood.test", "guess");
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(() -> Simulation.start(wrong, _ -> {}).close())
                .matches(failure -> failure.status() == 401);
    }
}
