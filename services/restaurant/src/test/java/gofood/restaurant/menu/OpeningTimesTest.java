package gofood.restaurant.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Opening;
import gofood.contracts.RestaurantApi.Span;
import gofood.contracts.RestaurantApi.SpecialDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {
    private static final ZoneId MONACO = ZoneId.of("Europe/Monaco");
    private static final LocalDate CLOCKS_FORWARD = LocalDate.of(2026, 3, 29);
    private static final LocalDate CLOCKS_BACK = LocalDate.of(2026, 10, 25);

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MONACO).toInstant();
    }

    private static OpeningTimes weekly(Opening... openings) {
        return new OpeningTimes(new Hours(List.of(openings), List.of()), MONACO);
    }

    private static Opening on(Day day, String opens, String closes) {
        return new Opening(day, time(opens), time(closes));
    }

    private static OpeningTimes special(List<Opening> weekly, SpecialDay... days) {
        return new OpeningTimes(new Hours(weekly, List.of(days)), MONACO);
    }

    private static Span span(String opens, String closes) {
        return new Span(time(opens), time(closes));
    }

    @Test
    void without_hours_it_is_closed_and_never_opens() {
        var state = weekly().at(at("2026-06-01T12:00"));
        assertThat(state.open()).isFalse();
        assertThat(state.opensAt()).isNull();
    }

    @Test
    void it_opens_at_the_first_second_and_is_closed_at_the_last() {
        var times = weekly(on(Day.MON, "12:00", "14:30"));
        assertThat(times.at(at("2026-06-01T11:59:59")).open()).isFalse();
        assertThat(times.at(at("2026-06-01T11:59:59")).opensAt()).isEqualTo(at("2026-06-01T12:00"));
        assertThat(times.at(at("2026-06-01T12:00")).open()).isTrue();
        assertThat(times.at(at("2026-06-01T12:00")).opensAt()).isNull();
        assertThat(times.at(at("2026-06-01T14:29:59")).open()).isTrue();
        assertThat(times.at(at("2026-06-01T14:30")).open()).isFalse();
        assertThat(times.at(at("2026-06-01T14:30")).opensAt()).isEqualTo(at("2026-06-08T12:00"));
    }

    @Test
    void a_span_past_midnight_belongs_to_the_day_on_which_it_begins() {
        var times = weekly(on(Day.FRI, "18:00", "02:00"));
        assertThat(times.at(at("2026-06-05T01:00")).open()).isFalse();
        assertThat(times.at(at("2026-06-05T23:00")).open()).isTrue();
        assertThat(times.at(at("2026-06-06T01:59")).open()).isTrue();
        assertThat(times.at(at("2026-06-06T02:00")).open()).isFalse();
        var always =
                weekly(
                        Stream.of(Day.values())
                                .map(d -> on(d, "00:00", "00:00"))
                                .toArray(Opening[]::new));
        assertThat(always.at(at("2026-06-06T00:00")).open()).isTrue();
        assertThat(always.at(at("2026-06-06T23:59:59")).open()).isTrue();
    }

    @Test
    void a_special_day_replaces_what_would_begin_on_it() {
        var nights = List.of(on(Day.THU, "18:00", "02:00"), on(Day.FRI, "18:00", "02:00"));
        var holiday = new SpecialDay(LocalDate.of(2026, 12, 25), "Noël", List.of());
        var closed = special(nights, holiday);
        // the night before ends as usual, the holiday's own night does not begin
        assertThat(closed.at(at("2026-12-25T01:00")).open()).isTrue();
        assertThat(closed.at(at("2026-12-25T20:00")).open()).isFalse();
        assertThat(closed.at(at("2026-12-26T01:00")).open()).isFalse();
        assertThat(closed.at(at("2026-12-25T03:00")).opensAt()).isEqualTo(at("2026-12-31T18:00"));
        var party =
                special(
                        nights,
                        new SpecialDay(
                                LocalDate.of(2026, 12, 31),
                                null,
                                List.of(span("12:00", "14:00"), span("20:00", "06:00"))));
        assertThat(party.at(at("2026-12-31T19:00")).open()).isFalse();
        assertThat(party.at(at("2027-01-01T05:59")).open()).isTrue();
        assertThat(party.at(at("2027-01-01T06:00")).open()).isFalse();
    }

    @Test
    void an_opening_more_than_14_days_away_is_none() {
        var once =
                special(
                        List.of(),
                        new SpecialDay(
                                LocalDate.of(2026, 6, 15), null, List.of(span("12:00", "13:00"))));
        assertThat(once.at(at("2026-06-01T12:00")).opensAt()).isEqualTo(at("2026-06-15T12:00"));
        assertThat(once.at(at("2026-06-01T11:59")).opensAt()).isNull();
    }

    @Test
    void a_pause_closes_it_until_its_end_or_the_next_opening_after_that() {
        var times = weekly(on(Day.MON, "12:00", "14:30"), on(Day.MON, "18:00", "22:00"));
        var now = at("2026-06-01T13:00");
        var brief = times.at(now, at("2026-06-01T13:20"));
        assertThat(brief.open()).isFalse();
        assertThat(brief.opensAt()).isEqualTo(at("2026-06-01T13:20"));
        assertThat(brief.until()).isEqualTo(at("2026-06-01T13:20"));
        for (var end : List.of("2026-06-01T14:30", "2026-06-01T17:00", "2026-06-01T18:00"))
            assertThat(times.at(now, at(end)).opensAt()).isEqualTo(at("2026-06-01T18:00"));
        assertThat(times.at(now, at("2026-06-02T13:00")).opensAt())
                .isEqualTo(at("2026-06-08T12:00"));
        // the pause ends with that moment, and one in the past is none
        assertThat(times.at(now, now)).isEqualTo(times.at(now));
        assertThat(times.at(now, now.minusSeconds(1))).isEqualTo(times.at(now));
        assertThat(times.at(now, null)).isEqualTo(times.at(now));
        assertThat(weekly().at(now, at("2026-06-01T13:20")).opensAt()).isNull();
    }

    @Test
    void when_clocks_go_forward_the_hour_that_is_missing_is_skipped() {
        var sunday = Day.SUN;
        var opens = weekly(on(sunday, "02:30", "06:00"));
        assertThat(opens.at(Instant.parse("2026-03-29T00:59:59Z")).open()).isFalse();
        assertThat(opens.at(Instant.parse("2026-03-29T01:00:00Z")).open()).isTrue();
        var closes = weekly(on(Day.SAT, "22:00", "02:30"));
        assertThat(closes.at(Instant.parse("2026-03-29T00:59:59Z")).open()).isTrue();
        assertThat(closes.at(Instant.parse("2026-03-29T01:00:00Z")).open()).isFalse();
        var inside = weekly(on(sunday, "02:10", "02:50"));
        assertThat(inside.at(Instant.parse("2026-03-29T01:00:00Z")).open()).isFalse();
        assertThat(inside.at(Instant.parse("2026-03-28T12:00:00Z")).opensAt())
                .isEqualTo(at("2026-04-05T02:10"));
    }

    @Test
    void when_clocks_go_back_the_first_of_the_two_hours_counts() {
        var closes = weekly(on(Day.SAT, "22:00", "02:30"));
        assertThat(closes.at(Instant.parse("2026-10-25T00:29:59Z")).open()).isTrue();
        assertThat(closes.at(Instant.parse("2026-10-25T00:30:00Z")).open()).isFalse();
        var through = weekly(on(Day.SAT, "22:00", "04:00"));
        assertThat(through.at(Instant.parse("2026-10-25T02:59:59Z")).open()).isTrue();
        assertThat(through.at(Instant.parse("2026-10-25T03:00:00Z")).open()).isFalse();
    }

    @Test
    void it_agrees_with_the_clock_on_the_wall() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var hours = hours(random);
            var times = new OpeningTimes(hours, MONACO);
            var now = moment(random);
            var local = LocalDateTime.ofInstant(now, MONACO);
            if (MONACO.getRules().getValidOffsets(local).size() != 1) continue;
            assertThat(times.at(now).open())
                    .as("%s at %s", hours, local)
                    .isEqualTo(isOpenOnTheWall(hours, local));
        }
    }

    @Test
    void opens_at_is_the_first_opening_and_until_the_first_change() {
        var random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            var times = new OpeningTimes(hours(random), MONACO);
            var now = moment(random);
            var state = times.at(now);
            assertThat(state.until()).isAfter(now);
            for (var between : between(random, now, state.until()))
                assertThat(times.at(between).open()).isEqualTo(state.open());
            var next = state.opensAt();
            if (next != null) {
                assertThat(state.open()).isFalse();
                assertThat(times.at(next).open()).isTrue();
                for (var between : between(random, now, next)) {
                    assertThat(times.at(between).open()).isFalse();
                    assertThat(times.at(between).opensAt()).isEqualTo(next);
                }
            } else if (!state.open()) {
                for (var later : between(random, now, now.plus(Duration.ofDays(13))))
                    assertThat(times.at(later).open()).isFalse();
            }
        }
    }

    @Test
    void nothing_changes_in_a_pause_before_it_says_so() {
        var random = new Random(9);
        for (int i = 0; i < 1_000; i++) {
            var times = new OpeningTimes(hours(random), MONACO);
            var now = moment(random);
            var end = now.plusSeconds(1 + random.nextInt(7 * 86_400));
            var state = times.at(now, end);
            assertThat(state.open()).isFalse();
            assertThat(state.until()).isAfter(now).isBeforeOrEqualTo(end);
            for (var between : between(random, now, end)) {
                assertThat(times.at(between, end).open()).isFalse();
                assertThat(times.at(between, end).opensAt()).isEqualTo(state.opensAt());
            }
            var next = state.opensAt();
            if (next == null) continue;
            assertThat(next).isAfterOrEqualTo(end);
            assertThat(times.at(next, end).open()).isTrue();
            for (var between : between(random, end, next))
                assertThat(times.at(between).open()).isFalse();
        }
    }

    private static boolean isOpenOnTheWall(Hours hours, LocalDateTime local) {
        var time = local.toLocalTime();
        return spans(hours, local.toLocalDate()).stream()
                        .anyMatch(it ->
                                !time.isBefore(it.opens())
                                        && (isOvernight(it) || time.isBefore(it.closes())))
                || spans(hours, local.toLocalDate().minusDays(1)).stream()
                        .anyMatch(it -> isOvernight(it) && time.isBefore(it.closes()));
    }

    private static boolean isOvernight(Span span) {
        return !span.closes().isAfter(span.opens());
    }

    private static List<Span> spans(Hours hours, LocalDate date) {
        var special = hours.exceptions().stream().filter(it -> it.date().equals(date)).findFirst();
        if (special.isPresent()) return special.get().spans();
        return hours.weekly().stream()
                .filter(it -> date.getDayOfWeek().name().startsWith(it.day().name()))
                .map(it -> new Span(it.opens(), it.closes()))
                .toList();
    }

    private static List<Instant> between(Random random, Instant from, Instant to) {
        var seconds = Duration.between(from, to).toSeconds();
        if (seconds < 2) return List.of();
        return random.longs(8, 1, seconds).mapToObj(from::plusSeconds).toList();
    }

    /// Half of all moments are near a change of the clocks.
    private static Instant moment(Random random) {
        var day =
                switch (random.nextInt(4)) {
                    case 0 -> CLOCKS_FORWARD;
                    case 1 -> CLOCKS_BACK;
                    default -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(364));
                };
        return day.atStartOfDay(MONACO).toInstant().plusSeconds(random.nextLong(-40_000, 130_000));
    }

    private static Hours hours(Random random) {
        var weekly = new ArrayList<Opening>();
        for (int i = random.nextInt(9); i > 0; i--)
            weekly.add(
                    new Opening(Day.values()[random.nextInt(7)], quarter(random), quarter(random)));
        var special = new ArrayList<SpecialDay>();
        for (var day : List.of(CLOCKS_FORWARD, CLOCKS_BACK, CLOCKS_BACK.plusDays(1)))
            if (random.nextInt(3) == 0) {
                var spans = new ArrayList<Span>();
                for (int i = random.nextInt(3); i > 0; i--)
                    spans.add(new Span(quarter(random), quarter(random)));
                special.add(new SpecialDay(day, null, spans));
            }
        return new Hours(weekly, special);
    }

    private static LocalTime quarter(Random random) {
        return LocalTime.MIN.plusMinutes(15L * random.nextInt(96));
    }
}
