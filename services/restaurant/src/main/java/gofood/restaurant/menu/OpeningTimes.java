package gofood.restaurant.menu;

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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a restaurant is open.
///
/// A span belongs to the date on which it begins, also the part of it after midnight: a special day
/// replaces the weekly spans that would begin on it, and those alone. So the night before a holiday
/// still ends at its usual hour, and the last hours of a special night run into the next day.
///
/// @param zone in which the hours are meant
public record OpeningTimes(Hours hours, ZoneId zone) {
    private static final int HORIZON_DAYS = 14;
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /// Whether it is open.
    ///
    /// @param opensAt when it opens next; null when it is open, or does not open within 14 days
    /// @param until nothing of this changes before
    public record State(boolean open, @Nullable Instant opensAt, Instant until) {}

    private record Stretch(Instant from, Instant to) {}

    State at(Instant now) {
        var near = stretches(now, 1);
        var open = near.stream().anyMatch(it -> !now.isBefore(it.from) && now.isBefore(it.to));
        var next = near.stream().flatMap(it -> Stream.of(it.from, it.to)).filter(now::isBefore);
        var until = Stream.concat(next, Stream.of(now.plus(LOOK_AGAIN))).min(Instant::compareTo);
        return new State(open, open ? null : opensAfter(now), until.orElseThrow());
    }

    /// The same, of a restaurant that pauses: whatever its hours say, it is closed before the end
    /// of the pause, and opens with the first moment of its hours from then on.
    State at(Instant now, @Nullable Instant pausedUntil) {
        if (pausedUntil == null || !now.isBefore(pausedUntil)) return at(now);
        var then = at(pausedUntil);
        var again = now.plus(LOOK_AGAIN);
        return new State(
                false,
                then.open ? pausedUntil : then.opensAt,
                pausedUntil.isBefore(again) ? pausedUntil : again);
    }

    private @Nullable Instant opensAfter(Instant now) {
        return stretches(now, HORIZON_DAYS).stream()
                .map(Stretch::from)
                .filter(now::isBefore)
                .filter(from -> !from.isAfter(now.plus(Duration.ofDays(HORIZON_DAYS))))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// What begins from yesterday (and may last until today) to so many days from now.
    private List<Stretch> stretches(Instant now, int days) {
        var today = now.atZone(zone).toLocalDate();
        return today.minusDays(1)
                .datesUntil(today.plusDays(days + 1L))
                .flatMap(this::beginningOn)
                .toList();
    }

    private Stream<Stretch> beginningOn(LocalDate date) {
        return spans(date).map(span -> stretch(date, span)).filter(it -> it.from.isBefore(it.to));
    }

    private Stream<Span> spans(LocalDate date) {
        for (SpecialDay special : hours.exceptions())
            if (special.date().equals(date)) return special.spans().stream();
        var day = Day.valueOf(date.getDayOfWeek().name().substring(0, 3));
        return hours.weekly().stream()
                .filter(opening -> opening.day() == day)
                .map(OpeningTimes::span);
    }

    private static Span span(Opening opening) {
        return new Span(opening.opens(), opening.closes());
    }

    private Stretch stretch(LocalDate date, Span span) {
        var closes = span.closes().isAfter(span.opens()) ? date : date.plusDays(1);
        return new Stretch(instant(date, span.opens()), instant(closes, span.closes()));
    }

    /// The first moment at which the clock on the wall shows this time or a later one: when clocks
    /// go forward over it, the moment they do; when they show it twice, the first time.
    private Instant instant(LocalDate date, LocalTime time) {
        var local = LocalDateTime.of(date, time);
        var rules = zone.getRules();
        if (rules.getValidOffsets(local).isEmpty()) return rules.getTransition(local).getInstant();
        return local.atZone(zone).toInstant();
    }
}
