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
    private final DateTimeFormatter jour;

    CityTime(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        day = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK).withZone(zone);
        jour = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRANCE).withZone(zone);
    }

    /// `19:40`, in both languages.
    String clock(Instant at) {
        return clock.format(at);
    }

    /// `12:30–13:00`
    String span(Slot slot) {
        return clock(slot.from()) + "–" + clock(slot.to());
    }

    /// `Fri 3 Jul, 12:30–13:00`, `vendredi 3 juillet, 12:30–13:00`
    Text daySpan(Slot slot) {
        var from = slot.from();
        var days = new Text(day.format(from), jour.format(from));
        return Text.of("%s, %s", "%s, %s", days, span(slot));
    }
}
