package gofood.payment.statement;

import gofood.platform.http.Call;
import gofood.platform.wire.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Some days.
///
/// @param from the first moment that counts
/// @param to the first that doesn't any more
public record Period(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static Period asked(Call call) {
        var period = new Period(needed(call, "from"), needed(call, "to"));
        if (!period.from.isBefore(period.to)) throw Refused.invalid("to", "must be after from");
        if (Duration.between(period.from, period.to).compareTo(LONGEST) > 0)
            throw Refused.invalid("to", "must be at most 366 days after from")
                    .with("most_days", LONGEST.toDays());
        return period;
    }

    private static Instant needed(Call call, String name) {
        return moment(call, name)
                .orElseThrow(() -> Refused.invalid(name, "must be a moment: 2026-01-31T00:00:00Z"));
    }

    /// A moment that a request names, to the microsecond, as the database counts.
    public static Optional<Instant> moment(Call call, String name) {
        return call.query(name).map(text -> moment(name, text));
    }

    /// @throws Refused 422 for a moment that nobody can mean
    public static void requireSane(String name, Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))
            throw Refused.invalid(name, "must be between 2000 and 2200");
    }

    private static Instant moment(String name, String text) {
        try {
            var moment = Instant.parse(text);
            requireSane(name, moment);
            return moment.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Refused.invalid(name, "must be a moment: 2026-01-31T00:00:00Z");
        }
    }
}
