package gofood.order.slot;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Opening;
import gofood.contracts.RestaurantApi.Span;
import gofood.contracts.RestaurantApi.SpecialDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When the half hours of a restaurant begin, by its own clock.
class SlotTimesTest {
    private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Hours daily(String opens, String closes) {
        return new Hours(
                Arrays.stream(Day.values())
                        .map(day ->
                                new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes)))
                        .toList(),
                List.of());
    }

    private static SlotTimes times(Hours hours) {
        return new SlotTimes(hours, MONACO, QUARTER);
    }

    /// The beginnings of a date's slots, by the restaurant's clock.
    private static List<String> of(SlotTimes times, String date) {
        var day = LocalDate.parse(date);
        var from = day.atStartOfDay(times.zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(times.zone()).toInstant();
        return times.between(from, until).stream()
                .map(slot -> slot.from().atZone(times.zone()).toLocalTime().toString())
                .toList();
    }

    @Test
    void they_lie_within_the_opening_times_and_leave_the_kitchen_time_to_cook() {
        assertThat(of(times(daily("12:00", "14:00")), "2026-05-04"))
                .containsExactly("12:30", "13:00", "13:30");
        assertThat(of(times(daily("12:10", "13:50")), "2026-05-04"))
                .containsExactly("12:30", "13:00");
        assertThat(of(times(daily("12:00", "12:20")), "2026-05-04")).isEmpty();
    }

    @Test
    void over_midnight_there_is_no_break() {
        assertThat(of(times(daily("22:00", "02:00")), "2026-05-05"))
                .containsExactly("00:00", "00:30", "01:00", "01:30", "22:30", "23:00", "23:30");
        assertThat(of(times(daily("00:00", "00:00")), "2026-05-05")).hasSize(48);
    }

    @Test
    void a_special_day_has_its_own() {
        var weekly = daily("12:00", "14:00").weekly();
        var lunch = new Span(LocalTime.parse("18:00"), LocalTime.parse("19:00"));
        var hours =
                new Hours(
                        weekly,
                        List.of(
                                new SpecialDay(LocalDate.parse("2026-05-04"), null, List.of(lunch)),
                                new SpecialDay(
                                        LocalDate.parse("2026-05-05"), "holiday", List.of())));
        assertThat(of(times(hours), "2026-05-04")).containsExactly("18:30");
        assertThat(of(times(hours), "2026-05-05")).isEmpty();
    }

    @Test
    void when_clocks_go_forward_an_hour_is_missing_and_when_they_go_back_one_comes_twice() {
        var always = times(daily("00:00", "00:00"));
        assertThat(of(always, "2026-03-29")).hasSize(46).doesNotContain("02:00", "02:30");
        assertThat(of(always, "2026-10-25"))
                .hasSize(50)
                .containsSubsequence("02:00", "02:30", "02:00", "02:30", "03:00");
        var night = times(daily("22:00", "04:00"));
        assertThat(of(night, "2026-03-29")).startsWith("00:00", "00:30", "01:00", "01:30", "03:00");
    }

    @Test
    void half_hours_are_those_of_the_restaurants_clock() {
        var nepal =
                new SlotTimes(daily("12:00", "13:30"), ZoneId.of("Asia/Kathmandu"), Duration.ZERO);
        assertThat(of(nepal, "2026-05-04")).containsExactly("12:00", "12:30", "13:00");
    }

    @Test
    void only_beginnings_are_slots() {
        var times = times(daily("12:00", "14:00"));
        var begin = Instant.parse("2026-05-04T11:00:00Z");
        assertThat(times.at(begin)).contains(new Slot(begin, begin.plusSeconds(1800)));
        assertThat(times.at(begin.plusSeconds(1))).isEmpty();
        assertThat(times.at(begin.plusMillis(1))).isEmpty();
        assertThat(times.at(Instant.parse("2026-05-04T12:00:00Z"))).isEmpty();
        assertThat(times.sameDay(new Slot(begin, begin.plusSeconds(1800)))).hasSize(3);
        assertThat(times.opens(new Slot(begin, begin.plusSeconds(1800))))
                .isEqualTo(Instant.parse("2026-05-04T10:00:00Z"));
    }
}
