package gofood.delivery.ride;

import gofood.contracts.Address;
import java.util.Arrays;
import java.util.regex.Pattern;

/// About where a ride goes, for somebody who doesn't have it yet: the street without its number,
/// and the middle of a square of about 250 m that the door is in.
final class DropoffArea {
    private static final double DEGREES = 0.00225;
    private static final Pattern NUMBER_FIRST =
            Pattern.compile(
                    "^\\d+\\s*(?:bis|ter|quater|[a-z])?(?:\\s*[-/]\\s*\\d+)?[\\s,]+(?=\\D)");
    private static final Pattern NUMBER_LAST =
            Pattern.compile("[\\s,]+\\d+\\s*[a-z]?(?:\\s*[-/]\\s*\\d+\\s*[a-z]?)?$");

    private static final Pattern ONLY_NUMBER = Pattern.compile("\\d+\\s*(?:bis|ter|[a-z])?");

    private DropoffArea() {}

    static Address of(Address door) {
        var high = middle(door.lat(), DEGREES);
        // by the square's own latitude, so that all doors in it get the same middle
        var wide = DEGREES / Math.max(0.1, Math.cos(Math.toRadians(high)));
        return new Address(high, middle(door.lon(), wide), street(door.text()));
    }

    private static double middle(double degrees, double step) {
        return Math.round((Math.floor(degrees / step) + 0.5) * step * 100_000) / 100_000.0;
    }

    /// Of "Villa Rose, 5 Avenue de la Costa, Monaco" the part with the number; without one, the
    /// first.
    private static String street(String text) {
        var parts =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !ONLY_NUMBER.matcher(part).matches())
                        .toList();
        var numbered = parts.stream().filter(part -> !without(part).equals(part)).findFirst();
        var street = without(numbered.orElse(parts.isEmpty() ? "" : parts.getFirst()));
        return street.isBlank() ? "an address nearby" : street;
    }

    private static String without(String part) {
        var rest = NUMBER_FIRST.matcher(part).replaceFirst("");
        return NUMBER_LAST.matcher(rest).replaceFirst("").strip();
    }
}
