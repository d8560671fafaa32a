package gofood.notification;

import gofood.contracts.OrderApi.Slot;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the people of the city read them.
final class CityTime {
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;

    CityTime(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(zone);
        day = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK).withZone(zone);
    }

    /// `19:40`
    String clock(Instant at) {
        return clock.format(at);
    }

    /// `12:30–13:00`
    String span(Slot slot) {
        return clock(slot.from()) + "–" + clock(slot.to());
    }

    /// `Fri 3 Jul, 12:30–13:00`
    String daySpan(Slot slot) {
        return day.format(slot.from()) + ", " + span(slot);
    }
}
