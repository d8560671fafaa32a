package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.NewRating;
import gofood.simulator.living.Opinion.Seen;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class OpinionTest {
    private static final int ORDERS = 3000;

    private static List<NewRating> ratings(double quality, Seen seen) {
        return IntStream.rangeClosed(1, ORDERS)
                .mapToObj(number -> Opinion.of(Intent.of(7, number, 60), quality, seen))
                .flatMap(Optional::stream)
                .toList();
    }

    private static double average(List<NewRating> ratings) {
        return ratings.stream().mapToInt(NewRating::food).average().orElseThrow();
    }

    @Test
    void two_of_three_give_stars() {
        assertThat(ratings(0.8, new Seen(false, false)))
                .hasSizeBetween(ORDERS * 62 / 100, ORDERS * 72 / 100);
    }

    @Test
    void who_was_in_time_gets_four_or_five_for_the_ride_and_who_was_late_two_or_three() {
        assertThat(ratings(0.8, new Seen(false, false)))
                .extracting(NewRating::ride)
                .containsOnly(4, 5);
        assertThat(ratings(0.8, new Seen(true, false)))
                .extracting(NewRating::ride)
                .containsOnly(2, 3);
    }

    @Test
    void what_is_wrong_gets_two_however_good_the_kitchen_is() {
        assertThat(ratings(1, new Seen(false, true))).extracting(NewRating::food).containsOnly(2);
    }

    @Test
    void good_kitchens_get_more_stars_and_late_food_fewer() {
        var good = average(ratings(0.95, new Seen(false, false)));
        assertThat(good).isGreaterThan(4.7);
        assertThat(average(ratings(0.4, new Seen(false, false)))).isBetween(3.3, 4.5);
        assertThat(average(ratings(0.95, new Seen(true, false)))).isLessThan(good - 0.8);
    }

    @Test
    void kitchens_differ_and_most_are_good() {
        var all =
                LongStream.range(0, 500)
                        .mapToDouble(restaurant -> Opinion.quality(7, restaurant))
                        .summaryStatistics();
        assertThat(all.getAverage()).isCloseTo(2 / 3.0, Percentage.withPercentage(10));
        assertThat(all.getMin()).isLessThan(0.3);
        assertThat(all.getMax()).isGreaterThan(0.9);
        assertThat(Opinion.quality(7, 12)).isEqualTo(Opinion.quality(7, 12));
    }

    @Test
    void some_say_why_in_their_own_language_and_the_same_one_each_time() {
        var comments =
                ratings(0.8, new Seen(false, false)).stream()
                        .map(NewRating::comment)
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(comments).hasSizeBetween(ORDERS * 20 / 100, ORDERS * 35 / 100);
        assertThat(comments)
                .contains("Could eat that every day.", "J’en mangerais tous les jours.");
    }
}
