package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MealtimesTest {
    private static double orders(long fromHour, long toHour) {
        return Mealtimes.ordersBetween(Duration.ofHours(fromHour), Duration.ofHours(toHour));
    }

    @Test
    void a_day_has_as_many_orders_as_its_average_says() {
        assertThat(orders(0, 24)).isCloseTo(24, Percentage.withPercentage(0.1));
        assertThat(orders(0, 5 * 24)).isCloseTo(5 * 24, Percentage.withPercentage(0.1));
    }

    @Test
    void dinner_is_busier_than_lunch_and_lunch_than_the_night() {
        assertThat(orders(8, 10)).isGreaterThan(orders(1, 3));
        assertThat(orders(1, 3)).isGreaterThan(orders(16, 18) * 2);
    }

    @Test
    void at_night_people_still_order() {
        assertThat(Mealtimes.hungerAt(Duration.ofHours(17))).isGreaterThan(0.5);
    }

    @Test
    void it_is_the_same_in_one_look_and_in_many() {
        var many =
                Stream.iterate(0, second -> second < 7200, second -> second + 3)
                        .mapToDouble(second ->
                                Mealtimes.ordersBetween(
                                        Duration.ofSeconds(second),
                                        Duration.ofSeconds(second + 3L)))
                        .sum();
        assertThat(many).isCloseTo(orders(0, 2), within(0.001));
        assertThat(orders(2, 2)).isZero();
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
