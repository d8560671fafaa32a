package gofood.restaurant.browse;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.restaurant.browse.Ranking.Near;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Near near(long id, long metres) {
        return new Near(new Kitchen(id, 43.73, 7.42), metres);
    }

    private static ZoneVerdict verdict(long id, Verdict verdict, int seconds) {
        return new ZoneVerdict(id, verdict, seconds, 4 * seconds, null, null);
    }

    @Test
    void deliverable_then_reachable_then_the_rest_in_a_straight_line() {
        var ranking =
                Ranking.of(
                        List.of(near(1, 10), near(2, 20), near(3, 30), near(4, 40), near(5, 5)),
                        List.of(
                                verdict(2, Verdict.RESTRICTED, 100),
                                verdict(3, Verdict.DELIVERS, 900),
                                verdict(4, Verdict.DELIVERS, 800)));
        assertThat(ranking.ids()).containsExactly(4L, 3L, 2L, 5L, 1L);
        assertThat(ranking.keys()).isSorted();
        assertThat(ranking.delivering().ids()).containsExactly(4L, 3L);
    }

    @Test
    void the_other_end_of_the_earth_and_the_largest_number_still_have_a_place() {
        var largest = (1L << Ranking.MEASURE_BIT) - 1;
        var ranking =
                Ranking.of(List.of(near(largest, 20_015_087), near(1, 20_015_086)), List.of());
        assertThat(ranking.ids()).containsExactly(1L, largest);
        assertThat(ranking.keys()).allMatch(key -> key > 0 && !Ranking.isStraight(key));
    }
}
