package gofood.delivery.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gofood.contracts.Vehicle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What lessons teach, and how soon.
class LearnedTest {
    private static Learned from(Topic topic, Map<String, List<Double>> lessons) {
        return new Learned(Map.of(topic, lessons));
    }

    @Test
    void without_lessons_kitchens_keep_their_word_and_the_map_is_right() {
        var learned = Learned.nothing();
        assertThat(learned.cooking(7).half()).isEqualTo(1);
        assertThat(learned.pace(Vehicle.BICYCLE).half()).isEqualTo(1);
        assertThat(learned.of(Topic.DOOR).doubt()).isPositive();
    }

    @Test
    void many_lessons_outweigh_what_was_believed() {
        var slow = from(Topic.COOKING, Map.of("7", Collections.nCopies(50, 1.6)));
        assertThat(slow.cooking(7).half()).isCloseTo(1.6, within(0.05));
        assertThat(slow.cooking(7).most()).isCloseTo(1.6, within(0.05));
    }

    @Test
    void one_lesson_changes_little() {
        var once = from(Topic.COOKING, Map.of("7", List.of(2.0)));
        assertThat(once.cooking(7).half()).isBetween(1.1, 1.5);
    }

    @Test
    void a_kitchen_without_lessons_is_believed_to_be_like_all() {
        var others = from(Topic.COOKING, Map.of("7", Collections.nCopies(50, 1.5)));
        assertThat(others.cooking(8).half()).isCloseTo(1.5, within(0.06));
    }

    @Test
    void a_city_that_runs_ten_times_as_fast_is_learned_within_a_dozen_rides() {
        var fast = from(Topic.PACE, Map.of("BICYCLE", Collections.nCopies(12, 0.1)));
        assertThat(fast.pace(Vehicle.BICYCLE).half()).isBetween(0.1, 0.15);
        assertThat(fast.pace(Vehicle.CAR).half()).isBetween(0.1, 0.2);
    }

    @Test
    void half_are_below_the_first_quantile_and_nine_of_ten_below_the_second() {
        var values = new ArrayList<Double>();
        for (int i = 1; i <= 50; i++) values.add(60.0 + i);
        var door = from(Topic.DOOR, Map.of("all", values)).of(Topic.DOOR);
        assertThat(door.half()).isCloseTo(85.5, within(1.0));
        assertThat(door.most()).isCloseTo(108, within(5.0));
    }

    @Test
    void nonsense_teaches_nothing_but_a_city_in_a_hurry_does() {
        for (var share : List.of(0.0, 0.019, 5.1, -1.0, Double.NaN, Double.POSITIVE_INFINITY))
            assertThat(Topic.PACE.isPlausible(share)).as("" + share).isFalse();
        assertThat(Topic.DOOR.isPlausible(0.9)).isFalse();
        assertThat(Topic.DOOR.isPlausible(3)).isTrue();
        assertThat(Topic.PACE.isPlausible(0.04)).isTrue();
    }
}
