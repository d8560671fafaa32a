package gofood.order.slot;

import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The half hours of a restaurant: they begin at full and half hours of its own clock, and lie
/// within its opening times. The first of an opening leaves the kitchen the time to cook after it
/// has opened; over midnight and from one span into the next there is no break. When clocks go
/// forward the hour that doesn't exist has no slots, when they go back the hour that comes twice
/// has them twice.
///
/// @param preparation how long the kitchen takes
record SlotTimes(Hours hours, ZoneId zone, Duration preparation) {
    static final Duration LENGTH = Duration.ofMinutes(30);

    static SlotTimes of(Menu menu) {
        return new SlotTimes(
                menu.hours(),
                ZoneId.of(menu.timeZone()),
                Duration.ofMinutes(menu.preparationMinutes()));
    }

    private record Stretch(Instant from, Instant to) {}

    /// All slots that begin in this time, earliest first.
    ///
    /// @param until exclusive
    List<Slot> between(Instant from, Instant until) {
        var found = new ArrayList<Slot>();
        for (var stretch : stretches(dateOf(from), dateOf(until)))
            for (var at = nextHalfHour(stretch.from.plus(preparation));
                    !at.plus(LENGTH).isAfter(stretch.to) && at.isBefore(until);
                    at = at.plus(LENGTH))
                if (!at.isBefore(from)) found.add(new Slot(at, at.plus(LENGTH)));
        return found;
    }

    /// The slot that begins at this moment.
    Optional<Slot> at(Instant from) {
        return between(from, from.plusNanos(1)).stream().findFirst();
    }

    /// All slots of the day, by the restaurant's clock, in which this one lies.
    List<Slot> sameDay(Slot slot) {
        var date = dateOf(slot.from());
        return between(midnight(date), midnight(date.plusDays(1)));
    }

    /// When the kitchen opens for this slot.
    Instant opens(Slot slot) {
        return stretches(dateOf(slot.from()), dateOf(slot.to())).stream()
                .filter(it -> !slot.from().isBefore(it.from) && !slot.to().isAfter(it.to))
                .map(Stretch::from)
                .findFirst()
                .orElse(slot.from());
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Instant nextHalfHour(Instant at) {
        var local = at.atZone(zone);
        var past =
                Duration.ofMinutes(local.getMinute() % LENGTH.toMinutes())
                        .plusSeconds(local.getSecond())
                        .plusNanos(local.getNano());
        return past.isZero() ? at : at.plus(LENGTH).minus(past);
    }

    /// When it is open on these dates. What began on the two dates before may last until then.
    private List<Stretch> stretches(LocalDate first, LocalDate last) {
        var merged = new ArrayList<Stretch>();
        first.minusDays(2)
                .datesUntil(last.plusDays(1))
                .flatMap(this::beginningOn)
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(next -> join(merged, next));
        return merged;
    }

    private static void join(List<Stretch> merged, Stretch next) {
        if (merged.isEmpty() || merged.getLast().to.isBefore(next.from)) {
            merged.add(next);
            return;
        }
        var last = merged.removeLast();
        merged.add(new Stretch(last.from, last.to.isAfter(next.to) ? last.to : next.to));
    }

    private Stream<Stretch> beginningOn(LocalDate date) {
        return spans(date)
                .map(span -> {
                    var closes = span.closes().isAfter(span.opens()) ? date : date.plusDays(1);
                    return new Stretch(on(date, span.opens()), on(closes, span.closes()));
                })
                .filter(it -> it.from.isBefore(it.to));
    }

    /// A special day replaces the weekly spans that would begin on it.
    private Stream<Span> spans(LocalDate date) {
        for (var special : hours.exceptions())
            if (special.date().equals(date)) return special.spans().stream();
        var day = Day.valueOf(date.getDayOfWeek().name().substring(0, 3));
        return hours.weekly().stream()
                .filter(opening -> opening.day() == day)
                .map(opening -> new Span(opening.opens(), opening.closes()));
    }

    private Instant on(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
