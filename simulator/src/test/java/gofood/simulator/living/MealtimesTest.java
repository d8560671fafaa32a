package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MealtimesTest {
    private final Mealtimes mealtimes = new Mealtimes(100);

    private long ordersBetween(Duration from, Duration to) {
        var random = new Random(5);
        return Stream.iterate(mealtimes.next(from, random), at -> mealtimes.next(at, random))
                .takeWhile(at -> at.compareTo(to) < 0)
                .count();
    }

    @Test
    void a_day_has_as_many_orders_as_its_average_says() {
        var days = ordersBetween(Duration.ZERO, Duration.ofDays(5));
        assertThat(days).isCloseTo(5 * 24 * 100L, Percentage.withPercentage(3));
    }

    @Test
    void dinner_is_busier_than_lunch_and_lunch_than_the_night() {
        var lunch = ordersBetween(Duration.ofHours(1), Duration.ofHours(3));
        var dinner = ordersBetween(Duration.ofHours(8), Duration.ofHours(10));
        var night = ordersBetween(Duration.ofHours(16), Duration.ofHours(18));
        assertThat(dinner).isGreaterThan(lunch);
        assertThat(lunch).isGreaterThan(night * 2);
    }

    @Test
    void at_night_people_still_order() {
        assertThat(mealtimes.rateAt(Duration.ofHours(17))).isGreaterThan(50);
    }

    @Test
    void the_same_dice_bring_the_same_moments() {
        assertThat(mealtimes.next(Duration.ZERO, new Random(1)))
                .isEqualTo(mealtimes.next(Duration.ZERO, new Random(1)))
                .isPositive();
    }

    @Test
    void it_rains_now_and_then_and_for_a_while() {
        var weather = new Weather(7);
        var wet =
                Stream.iterate(0, minute -> minute < 10_000, minute -> minute + 1)
                        .filter(minute -> weather.rains(Duration.ofMinutes(minute)))
                        .count();
        assertThat(wet).isBetween(400L, 3000L);
        assertThat(new Weather(7)).isEqualTo(weather);
    }
}
