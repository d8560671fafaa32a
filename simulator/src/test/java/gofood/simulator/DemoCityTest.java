package gofood.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Json;
import gofood.simulator.FakeGateway.Request;
import gofood.simulator.FakeGateway.Trouble;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCityTest {
    private static final String OPERATOR = "operator@gofood.test";
    private FakeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = new FakeGateway();
        for (int id = 1; id <= 7; id++) gateway.platform.place("" + id, "Chez " + id, null);
        gateway.platform.place("8", "Twins", "Mo-Fr 12:00-14:00");
        gateway.platform.place("9", "Twins", "Mo-Fr 12:00-14:00");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private DemoCity.Loaded load() {
        return DemoCity.load(gateway.address(), OPERATOR, "gofood-demo");
    }

    @Test
    void every_place_becomes_a_restaurant() {
        var loaded = load();
        assertThat(loaded.restaurants()).isEqualTo(9);
        assertThat(loaded.people()).isEqualTo(7);
        assertThat(gateway.platform.restaurants).hasSize(9);
        var dishes =
                gateway.platform.restaurants.values().stream()
                        .flatMap(it -> Objects.requireNonNull(it.sections()).stream())
                        .mapToInt(section -> section.items().size())
                        .sum();
        assertThat(loaded.dishes()).isEqualTo(dishes).isGreaterThan(9 * 10);
    }

    @Test
    void each_creation_has_its_own_key_and_is_the_operators() {
        load();
        var creations = gateway.asked("POST /restaurants");
        assertThat(creations).extracting(Request::key).doesNotHaveDuplicates();
        assertThat(creations).extracting(Request::key).contains("demo-node-1", "demo-node-9");
        assertThat(creations).extracting(Request::who).containsOnly(OPERATOR);
        assertThat(creations)
                .extracting(creation -> Json.readRequest(creation.body(), NewRestaurant.class))
                .containsExactlyInAnyOrderElementsOf(gateway.platform.restaurants.values());
    }

    @Test
    void places_come_one_after_another_so_that_each_has_the_same_number_everywhere() {
        load();
        assertThat(gateway.mostAtOnce).hasValue(1);
    }

    @Test
    void loading_again_creates_nothing() {
        var first = load();
        gateway.requests.clear();
        assertThat(load()).isEqualTo(first);
        assertThat(gateway.asked("POST /restaurants")).isEmpty();
        assertThat(gateway.platform.restaurants).hasSize(9);
    }

    @Test
    void loading_again_with_a_stale_list_creates_nothing_either() {
        gateway.platform.listIsStale = true;
        var first = load();
        assertThat(load()).isEqualTo(first);
        assertThat(gateway.asked("POST /restaurants")).hasSize(18);
        assertThat(gateway.platform.restaurants).hasSize(9);
    }

    @Test
    void an_interrupted_load_is_continued() {
        gateway.troubles.add(new Trouble("POST /restaurants", 500, "internal", null));
        assertThatExceptionOfType(ApiFailure.class).isThrownBy(this::load);
        assertThat(load().restaurants()).isEqualTo(9);
        assertThat(gateway.platform.restaurants).hasSize(9);
    }

    @Test
    void two_houses_of_one_name_are_two_restaurants() {
        var second = gateway.platform.places.removeLast();
        assertThat(load().restaurants()).isEqualTo(8);
        gateway.platform.places.add(second);
        assertThat(load().restaurants()).isEqualTo(9);
        assertThat(gateway.platform.restaurants).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "503, unavailable,  1",
                "429, rate_limited, 0",
                "503, unavailable,  -",
                "409, in_flight,    -",
            })
    void a_busy_platform_is_asked_again(int status, String code, String retryAfter) {
        gateway.troubles.add(new Trouble("POST /restaurants", status, code, retryAfter));
        gateway.troubles.add(new Trouble("GET /places", 503, "unavailable", "0"));
        assertThat(load().restaurants()).isEqualTo(9);
        assertThat(gateway.asked("POST /restaurants")).hasSize(10);
        assertThat(gateway.asked("GET /places")).hasSize(2);
    }

    @Test
    void nobody_waits_longer_than_a_minute() {
        gateway.troubles.add(new Trouble("GET /places", 503, "unavailable", "61"));
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(this::load)
                .matches(failure -> failure.status() == 503);
        assertThat(gateway.asked("GET /places")).hasSize(1);
    }

    @Test
    void a_refusal_says_what_was_asked_and_why_not() {
        gateway.troubles.add(new Trouble("POST /restaurants", 422, "invalid_field", null));
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(this::load)
                .withMessage(
                        "The gateway at %s refused POST /restaurants with 422 (invalid_field): "
                                + "Not now.",
                        gateway.address())
                .matches(failure -> failure.code().equals("invalid_field"))
                .matches(failure -> failure.detail().equals("Not now."));
    }

    @Test
    void an_error_page_that_is_no_problem_document_is_told_by_its_status() {
        gateway.troubles.add(new Trouble("GET /places", 502, FakeGateway.ERROR_PAGE, null));
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(this::load)
                .withMessageEndingWith(
                        "refused GET /places with 502 (http_502): No reason was given.");
    }

    @Test
    void a_wrong_password_is_refused_at_once() {
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(() -> DemoCity.load(gateway.address(), OPERATOR, "guess"))
                .withMessageContaining("E-mail or password is wrong.")
                .matches(failure -> failure.status() == 401);
    }

    @Test
    void a_gateway_that_is_not_there_is_named() {
        gateway.close();
        var nowhere = gateway.address();
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("The gateway at %s can't be reached", nowhere)
                .matches(failure -> failure.status() == 0)
                .matches(failure -> failure.code().equals("unreachable"));
    }

    @Test
    void a_relative_address_is_resolved_from_the_root() {
        var loaded = DemoCity.load(URI.create(gateway.address() + "/"), OPERATOR, "gofood-demo");
        assertThat(loaded.restaurants()).isEqualTo(9);
    }

    @Test
    void the_customer_lives_in_the_city() {
        load();
        load();
        var customer = Objects.requireNonNull(gateway.platform.users.get("customer@gofood.test"));
        assertThat(customer.roles()).containsExactly(Role.CUSTOMER);
        assertThat(gateway.platform.addresses).containsOnlyKeys("customer@gofood.test");
        assertThat(gateway.asked("POST /users/2/addresses")).hasSize(1);
    }

    @Test
    void the_kitchen_works_at_every_restaurant() {
        load();
        var kitchen = Objects.requireNonNull(gateway.platform.users.get("kitchen@gofood.test"));
        assertThat(kitchen.roles()).containsExactly(Role.STAFF);
        assertThat(kitchen.restaurants())
                .containsExactlyInAnyOrderElementsOf(gateway.platform.restaurants.keySet());
    }

    @Test
    void the_couriers_are_on_the_map_and_one_is_on_shift() {
        load();
        assertThat(gateway.platform.couriers).hasSize(5).containsKey("courier@gofood.test");
        assertThat(gateway.platform.onShift).containsExactly("courier@gofood.test");
        assertThat(gateway.platform.positions.keySet())
                .isEqualTo(gateway.platform.couriers.keySet());
        var ping =
                Objects.requireNonNull(gateway.platform.positions.get("courier@gofood.test"))
                        .positions()
                        .getFirst();
        assertThat(ping.lat()).isEqualTo(43.7384);
        assertThat(ping.lon()).isEqualTo(7.4246);
    }

    @Test
    void an_account_with_another_password_is_left_alone() {
        var own =
                new NewUser(
                        "Me",
                        "courier@gofood.test",
                        "my-own-one",
                        null,
                        Set.of(Role.CUSTOMER),
                        null);
        gateway.platform.users.put(own.email(), own);
        assertThat(load().people()).isEqualTo(7);
        assertThat(gateway.platform.couriers).hasSize(4).doesNotContainKey("courier@gofood.test");
        assertThat(gateway.platform.users).containsEntry("courier@gofood.test", own);
    }

    @Test
    void of_a_large_city_only_the_middle_is_loaded() {
        gateway.platform.city = FakePlatform.city(43.730, 7.42);
        DemoCity.load(gateway.address(), OPERATOR, "gofood-demo", 3);
        assertThat(gateway.platform.restaurants.values())
                .extracting(NewRestaurant::name)
                .containsExactly("Chez 1", "Chez 2", "Chez 3");
    }

    @Test
    void in_another_city_the_people_live_there() {
        gateway.platform.city = FakePlatform.city(50.1, 8.6);
        load();
        var home = Objects.requireNonNull(gateway.platform.addresses.get("customer@gofood.test"));
        assertThat(home.address().text()).isEqualTo("Am Markt 1");
        assertThat(gateway.platform.positions.values())
                .flatExtracting(Positions::positions)
                .allSatisfy(ping -> assertThat(ping.lat()).isBetween(50.09, 50.11));
    }
}
