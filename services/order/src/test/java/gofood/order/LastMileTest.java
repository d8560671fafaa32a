package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.contracts.Address;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.Eta;
import gofood.order.LastMile.Way;
import gofood.platform.http.Peer;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastMileTest {
    private static final Address DOOR = new Address(43.73904, 7.42504, "1 Rue Grimaldi");
    private static final Instant NOON = Instant.parse("2036-05-01T12:00:00Z");

    private final Neighbour city = new Neighbour();
    private final Neighbour delivery = new Neighbour();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource source = now::get;
    private final LastMile lastMile = lastMile(delivery.address());

    private LastMile lastMile(URI couriers) {
        var clock = source.withZone(ZoneOffset.UTC);
        return new LastMile(
                new DoorVerdicts(peer("city", city.address()), clock),
                new ArrivalTimes(peer("delivery", couriers), clock));
    }

    private static Peer peer(String name, URI address) {
        var tokens = new Tokens("order", TestBed.SECRET, JWKSet::new, Clock.systemUTC());
        return new Peer(new Upstream(name, List.of(address)), tokens);
    }

    @AfterEach
    void stop() {
        city.close();
        delivery.close();
    }

    private void cityTells(ZoneVerdict verdict) {
        city.answer("POST", "/zones/check", 200, TestLastMile.told(verdict));
    }

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    private Way way() {
        return lastMile.between(TestMenus.open(), DOOR);
    }

    private Refused refusal() {
        return catchThrowableOfType(Refused.class, this::way);
    }

    @Test
    void the_city_is_asked_for_the_metres_and_delivery_for_the_time() {
        cityTells(TestLastMile.delivers());
        var eta = new Eta(NOON.plusSeconds(1700), NOON.plusSeconds(2300));
        delivery.answer("POST", "/estimates", 200, eta);
        assertThat(way()).isEqualTo(new Way(TestLastMile.METRES, eta));
        var check = body(city, ZoneCheck.class);
        assertThat(check.restaurants()).singleElement().extracting("restaurantId").isEqualTo(7L);
        assertThat(check.to().lat()).isEqualTo(43.739);
        var wish = body(delivery, EstimateWish.class);
        assertThat(wish.preparationMinutes()).isEqualTo(20);
        assertThat(wish.pickup().lat()).isEqualTo(TestMenus.open().address().lat());
    }

    private static <T> T body(Neighbour asked, Class<T> type) {
        var text = asked.requests().getFirst().body();
        return Json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void every_verdict_but_one_is_a_refusal_of_its_own() {
        for (var verdict : Verdict.values()) {
            // another minute, another question
            pass(Duration.ofMinutes(2));
            cityTells(
                    switch (verdict) {
                        case DELIVERS -> TestLastMile.delivers();
                        case TOO_FAR -> TestLastMile.tooFar();
                        case RESTRICTED, PAUSED ->
                                new ZoneVerdict(
                                        7, verdict, 600, 2500, NOON.plusSeconds(7200), "storm");
                        case UNREACHABLE, OUTSIDE_CITY -> TestLastMile.nowhere(verdict);
                    });
            if (verdict == Verdict.DELIVERS) {
                assertThat(way().metres()).isEqualTo(TestLastMile.METRES);
                continue;
            }
            var refused = refusal();
            var notNow = verdict == Verdict.RESTRICTED || verdict == Verdict.PAUSED;
            assertThat(refused.status()).isEqualTo(notNow ? 409 : 422);
            var word = Json.tree(Json.write(verdict)).textValue();
            assertThat(refused.code()).isEqualTo(notNow ? "zone_" + word : word);
            if (notNow)
                assertThat(refused.extras())
                        .containsEntry("until", NOON.plusSeconds(7200))
                        .containsEntry("reason", "storm");
        }
    }

    @Test
    void for_a_minute_a_door_and_its_neighbours_are_asked_about_once() {
        cityTells(TestLastMile.delivers());
        way();
        lastMile.between(TestMenus.open(), new Address(43.73896, 7.42496, "next door"));
        assertThat(city.requests()).hasSize(1);
        lastMile.between(TestMenus.open(), new Address(43.7400, 7.4250, "round the corner"));
        assertThat(city.requests()).hasSize(2);
        pass(Duration.ofSeconds(61));
        cityTells(TestLastMile.tooFar());
        assertThat(refusal().code()).isEqualTo("too_far");
        assertThat(city.requests()).hasSize(3);
    }

    @Test
    void while_the_city_is_silent_its_last_word_counts_for_a_quarter_of_an_hour() {
        cityTells(TestLastMile.delivers());
        way();
        city.answer("POST", "/zones/check", 503, "{}");
        pass(Duration.ofMinutes(14));
        assertThat(way().metres()).isEqualTo(TestLastMile.METRES);
        pass(Duration.ofMinutes(2));
        assertThat(refusal().status()).isEqualTo(503);
    }

    @Test
    void a_pause_that_is_over_is_not_held_against_anyone() {
        cityTells(new ZoneVerdict(7, Verdict.PAUSED, 240, 1000, NOON.plusSeconds(20), "storm"));
        assertThat(refusal().code()).isEqualTo("zone_paused");
        pass(Duration.ofSeconds(21));
        city.answer("POST", "/zones/check", 503, "{}");
        assertThat(refusal().status()).as("nobody can say").isEqualTo(503);
        cityTells(TestLastMile.delivers());
        assertThat(way().metres()).isEqualTo(TestLastMile.METRES);
    }

    @Test
    void an_estimate_serves_for_fifteen_seconds() {
        cityTells(TestLastMile.delivers());
        delivery.answer("POST", "/estimates", 200, TestLastMile.inHalfAnHour());
        way();
        pass(Duration.ofSeconds(14));
        way();
        assertThat(delivery.requests()).hasSize(1);
        pass(Duration.ofSeconds(2));
        way();
        assertThat(delivery.requests()).hasSize(2);
    }

    @Test
    void without_the_delivery_service_we_reckon_ourselves_and_leave_it_alone_for_a_moment() {
        cityTells(TestLastMile.delivers());
        delivery.answer("POST", "/estimates", 503, "{}");
        var cooked = NOON.plus(Duration.ofMinutes(20));
        // 1440 s in all, and two fifths of that
        var own = new Eta(cooked.plusSeconds(240), cooked.plusSeconds(240 + 576));
        assertThat(way().eta()).isEqualTo(own);
        assertThat(way().eta()).isEqualTo(own);
        assertThat(delivery.requests()).hasSize(1);
        pass(Duration.ofSeconds(3));
        delivery.answer("POST", "/estimates", 200, TestLastMile.inHalfAnHour());
        assertThat(way().eta()).isNotEqualTo(own);
        assertThat(delivery.requests()).hasSize(2);
    }

    @Test
    void a_delivery_service_that_hangs_costs_half_a_second_once() throws IOException {
        cityTells(TestLastMile.delivers());
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var hurried = lastMile(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            var start = System.nanoTime();
            assertThat(hurried.between(TestMenus.open(), DOOR).eta().from()).isAfter(NOON);
            var first = Duration.ofNanos(System.nanoTime() - start);
            assertThat(first).isBetween(Duration.ofMillis(400), Duration.ofSeconds(2));
            hurried.between(TestMenus.open(), DOOR);
            var both = Duration.ofNanos(System.nanoTime() - start);
            assertThat(both.minus(first)).isLessThan(Duration.ofMillis(300));
        }
    }
}
