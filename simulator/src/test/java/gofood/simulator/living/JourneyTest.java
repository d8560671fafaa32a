package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gofood.contracts.CityApi.LineString;
import gofood.contracts.CityApi.Route;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JourneyTest {
    /// East for 0.01°, then north for 0.01°, at the equator: two equal halves.
    private final Journey journey = new Journey(route(2224, 400, 7.0, 0.0, 7.01, 0.0, 7.01, 0.01));

    /// @param line longitude and latitude of each point
    private static Route route(long metres, long seconds, double... line) {
        var points =
                IntStream.range(0, line.length / 2)
                        .mapToObj(i -> List.of(line[2 * i], line[2 * i + 1]))
                        .toList();
        return new Route(
                Vehicle.BICYCLE, metres, seconds, List.of(), List.of(), LineString.of(points));
    }

    private static void isAt(Point point, double lat, double lon) {
        assertThat(point.lat()).isCloseTo(lat, within(1e-6));
        assertThat(point.lon()).isCloseTo(lon, within(1e-6));
    }

    @Test
    void a_ride_follows_the_street_around_the_corner() {
        isAt(journey.here(), 0, 7);
        journey.ride(100);
        isAt(journey.here(), 0, 7.005);
        journey.ride(200);
        isAt(journey.here(), 0.005, 7.01);
        assertThat(journey.secondsLeft()).isEqualTo(100);
        assertThat(journey.isOver()).isFalse();
    }

    @Test
    void a_ride_ends_at_its_end_however_long_one_rides() {
        assertThat(journey.ride(150)).isCloseTo(834, within(0.1));
        assertThat(journey.ride(10_000)).isCloseTo(1390, within(0.1));
        assertThat(journey.ride(10)).isZero();
        assertThat(journey.isOver()).isTrue();
        isAt(journey.here(), 0.01, 7.01);
    }

    @Test
    void a_ride_to_where_one_is_already_is_over() {
        var none = new Journey(route(0, 0, 7.0, 43.0, 7.0, 43.0));
        assertThat(none.isOver()).isTrue();
        assertThat(none.ride(5)).isZero();
        isAt(none.here(), 43, 7);
    }

    @Test
    void a_street_with_a_doubled_point_can_be_ridden() {
        var doubled = new Journey(route(1, 10, 7.0, 0.0, 7.0, 0.0, 7.1, 0.0));
        doubled.ride(5);
        isAt(doubled.here(), 0, 7.05);
    }
}
