package gofood.restaurant.browse;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Stars;
import gofood.restaurant.browse.Ranking.Near;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Near near(long id, long metres) {
        return near(id, metres, null);
    }

    private static Near near(long id, long metres, @Nullable Double stars) {
        var shown = stars == null ? null : new Stars(stars, 10);
        return new Near(new Kitchen(id, 43.73, 7.42), metres, shown);
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
                                verdict(4, Verdict.DELIVERS, 800)),
                        60);
        assertThat(ranking.ids()).containsExactly(4L, 3L, 2L, 5L, 1L);
        assertThat(ranking.keys()).isSorted();
        assertThat(ranking.delivering().ids()).containsExactly(4L, 3L);
    }

    @Test
    void a_page_goes_on_after_the_one_before() {
        var near = List.of(near(1, 10), near(2, 20), near(3, 30));
        var ranking = Ranking.of(near, List.of(), 60);
        var page = ranking.after(0, 2);
        assertThat(page.ids()).containsExactly(1L, 2L);
        assertThat(ranking.after(page.lastKey(), 2).ids()).containsExactly(3L);
        assertThat(ranking.after(page.lastKey() - 1, 2).ids()).containsExactly(2L, 3L);
        assertThat(ranking.after(ranking.lastKey(), 2).ids()).isEmpty();
    }

    @Test
    void each_star_above_four_is_worth_a_minute_and_each_below_costs_one() {
        var near =
                List.of(
                        near(1, 10),
                        near(2, 20, 5.0),
                        near(3, 30, 4.0),
                        near(4, 40, 2.5),
                        near(5, 50, 5.0));
        var verdicts =
                List.of(
                        verdict(1, Verdict.DELIVERS, 300),
                        verdict(2, Verdict.DELIVERS, 359),
                        verdict(3, Verdict.DELIVERS, 301),
                        verdict(4, Verdict.DELIVERS, 212),
                        // the best of all is not brought nearer than the door
                        verdict(5, Verdict.DELIVERS, 10));
        var ranking = Ranking.of(near, verdicts, 60);
        assertThat(ranking.ids()).containsExactly(5L, 2L, 1L, 3L, 4L);
        assertThat(ranking.keys()).isSorted().allMatch(key -> key >= 0);
        assertThat(Ranking.of(near, verdicts, 0).ids()).containsExactly(5L, 4L, 1L, 3L, 2L);
    }

    @Test
    void stars_lift_nobody_who_does_not_deliver_over_somebody_who_does() {
        var ranking =
                Ranking.of(
                        List.of(near(1, 10, 5.0), near(2, 20, 1.0)),
                        List.of(verdict(1, Verdict.TOO_FAR, 20), verdict(2, Verdict.DELIVERS, 900)),
                        60);
        assertThat(ranking.ids()).containsExactly(2L, 1L);
    }

    @Test
    void the_other_end_of_the_earth_and_the_largest_number_still_have_a_place() {
        var largest = (1L << Ranking.MEASURE_BIT) - 1;
        var ranking =
                Ranking.of(List.of(near(largest, 20_015_087), near(1, 20_015_086)), List.of(), 60);
        assertThat(ranking.ids()).containsExactly(1L, largest);
        assertThat(ranking.keys()).allMatch(key -> key > 0 && !Ranking.isStraight(key));
    }
}
