package gofood.delivery.streets;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.platform.http.Peer;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.testing.Neighbour;
import gofood.platform.testing.TestBed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Ways, with the city played.
class StreetsTest {
    private static final Point HERE = new Point(43.73, 7.41);
    private static final Point THERE = new Point(43.74, 7.42);
    private final Neighbour city = new Neighbour();
    private final Streets streets = streets();

    private Streets streets() {
        var upstream = new Upstream("city", List.of(city.address()));
        var tokens = new Tokens("delivery", TestBed.SECRET, JWKSet::new, Clock.systemUTC());
        return new Streets(new Peer(upstream, tokens));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private void answers(String seconds, String metres) {
        city.answer(
                "POST",
                "/matrix",
                200,
                """
                {"vehicle": "bicycle", "seconds": %s, "metres": %s}
                """
                        .formatted(seconds, metres));
    }

    private Leg leg() {
        return streets.leg(Vehicle.BICYCLE, HERE, THERE);
    }

    @Test
    void the_city_is_asked_once_for_what_is_not_known() {
        answers("[[321]]", "[[1234]]");
        assertThat(leg()).isEqualTo(new Leg(321, 1234));
        assertThat(leg()).isEqualTo(new Leg(321, 1234));
        assertThat(city.requests()).hasSize(1);
        assertThat(city.requests().getFirst().body()).contains("\"vehicle\":\"bicycle\"");
    }

    @Test
    void where_no_street_leads_nobody_goes() {
        answers("[[null]]", "[[null]]");
        assertThat(leg()).isEqualTo(Leg.NONE);
        var legs = streets.between(Map.of(Vehicle.BICYCLE, Set.of(HERE)), Set.of(THERE), _ -> 1);
        assertThat(legs.seconds(Vehicle.BICYCLE, HERE, THERE)).isEmpty();
        assertThat(legs.metres(Vehicle.BICYCLE, HERE, THERE)).isEmpty();
    }

    @Test
    void while_the_city_is_away_what_is_known_counts_and_straight_lines_for_the_rest() {
        answers("[[321]]", "[[1234]]");
        assertThat(leg().seconds()).isEqualTo(321);
        city.answer("POST", "/matrix", 503, "{}");
        assertThat(leg().seconds()).isEqualTo(321);
        var unknown = streets.leg(Vehicle.BICYCLE, THERE, HERE);
        assertThat(unknown.metres()).isBetween(1900, 2000);
        assertThat(unknown.seconds()).isBetween(450, 475);
    }

    @Test
    void a_city_that_fails_is_left_alone_for_a_while() {
        city.answer("POST", "/matrix", 500, "{}");
        assertThat(leg().seconds()).isPositive();
        var asked = city.requests().size();
        assertThat(leg().seconds()).isPositive();
        assertThat(city.requests()).hasSize(asked);
    }

    @Test
    void a_nonsense_answer_is_no_answer() {
        answers("[[]]", "[[]]");
        assertThat(streets.leg(Vehicle.FOOT, HERE, THERE).seconds()).isGreaterThan(1000);
    }

    @Test
    void the_pace_that_was_learned_counts_for_seconds_only() {
        answers("[[300]]", "[[1000]]");
        var legs = streets.between(Map.of(Vehicle.BICYCLE, Set.of(HERE)), Set.of(THERE), _ -> 0.1);
        assertThat(legs.seconds(Vehicle.BICYCLE, HERE, THERE)).hasValue(30);
        assertThat(legs.metres(Vehicle.BICYCLE, HERE, THERE)).hasValue(1000);
        assertThat(legs.seconds(Vehicle.BICYCLE, HERE, HERE)).hasValue(0);
    }

    @Test
    void points_within_a_few_metres_are_one() {
        assertThat(Streets.rounded(new Point(43.730001, 7.410002))).isEqualTo(HERE);
    }
}
