package gofood.order.price;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/// A time of each day, in the restaurant's own time, in which a delivery costs more. `to` before
/// `from` means the next day.
///
/// @param from the first moment of it
/// @param to the first moment after it
public record BusySpan(LocalTime from, LocalTime to) {
    /// @param text `12:00-13:30,19:30-21:30`, or `none`
    static List<BusySpan> list(String text) {
        if (text.equals("none")) return List.of();
        return Arrays.stream(text.split(",")).map(String::strip).map(BusySpan::of).toList();
    }

    private static BusySpan of(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) throw new DateTimeException(text + " is not from-to");
        return new BusySpan(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    boolean holds(LocalTime time) {
        if (from.isBefore(to)) return !time.isBefore(from) && time.isBefore(to);
        return !time.isBefore(from) || time.isBefore(to);
    }
}
