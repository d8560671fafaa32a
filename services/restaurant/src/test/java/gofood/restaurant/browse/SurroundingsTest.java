package gofood.restaurant.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.platform.db.Db;
import gofood.platform.http.Peer;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Json;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often the city is asked, and what counts while it is silent.
class SurroundingsTest {
    private static Db db;

    private final Neighbour city = new Neighbour();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2036-05-01T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Surroundings surroundings = surroundings(city.address());

    @BeforeAll
    static void open() {
        db = Town.of(1200, 0);
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Surroundings surroundings(URI address) {
        var tokens = new Tokens("restaurant", TestBed.SECRET, JWKSet::new, Clock.systemUTC());
        var peer = new Peer(new Upstream("city", List.of(address)), tokens);
        var clock = source.withZone(ZoneOffset.UTC);
        return new Surroundings(db, clock, new RestaurantSearch(Town.CONFIG), peer, Town.CONFIG);
    }

    private void cityDelivers() {
        var verdict = new ZoneVerdict(1200, Verdict.DELIVERS, 60, 240, null, null);
        city.answer("POST", "/zones/check", 200, new ZoneVerdicts(List.of(verdict)));
    }

    private void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    @Test
    void the_city_is_asked_about_the_thousand_nearest() {
        cityDelivers();
        var ranking = surroundings.of(Town.DOOR).orElseThrow();
        assertThat(ranking.ids()).hasSize(1000);
        assertThat(ranking.ids()[0]).isEqualTo(1L);
        assertThat(ranking.ids()[999]).isEqualTo(1000L);
        assertThat(ranking.keys()).isSorted();
        assertThat(ranking.delivering().ids()).isEmpty();
        var asked = city.requests().getFirst().body().getBytes(StandardCharsets.UTF_8);
        assertThat(Json.read(asked, ZoneCheck.class).restaurants()).hasSize(1000);
    }

    @Test
    void for_a_minute_a_door_and_its_neighbours_are_asked_about_once() {
        cityDelivers();
        surroundings.of(Town.DOOR);
        surroundings.of(new Point(43.74004, 7.42996));
        assertThat(city.requests()).hasSize(1);
        pass(Duration.ofSeconds(61));
        surroundings.of(Town.DOOR);
        assertThat(city.requests()).hasSize(2);
    }

    @Test
    void while_the_city_is_silent_its_last_word_counts_and_it_is_left_alone_for_a_moment() {
        cityDelivers();
        var known = surroundings.of(Town.DOOR);
        city.answer("POST", "/zones/check", 503, "{}");
        pass(Duration.ofMinutes(14));
        assertThat(surroundings.of(Town.DOOR)).isEqualTo(known);
        assertThat(surroundings.of(Town.DOOR)).isEqualTo(known);
        assertThat(surroundings.of(new Point(43.75, 7.44))).isEmpty();
        assertThat(city.requests()).hasSize(2);
        pass(Duration.ofSeconds(3));
        cityDelivers();
        assertThat(surroundings.of(new Point(43.75, 7.44))).isPresent();
    }

    @Test
    void a_city_that_hangs_costs_a_second_once() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var hurried = surroundings(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            var start = System.nanoTime();
            assertThat(hurried.of(Town.DOOR)).isEmpty();
            var first = Duration.ofNanos(System.nanoTime() - start);
            assertThat(first).isBetween(Duration.ofMillis(800), Duration.ofSeconds(3));
            assertThat(hurried.of(Town.DOOR)).isEmpty();
            var both = Duration.ofNanos(System.nanoTime() - start);
            assertThat(both.minus(first)).isLessThan(Duration.ofMillis(500));
        }
    }
}
