package gofood.chaos;

import gofood.chaos.crowd.Bustle;
import gofood.chaos.law.Facts.Waits;
import gofood.chaos.law.Ledgers;
import gofood.chaos.law.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Waits until nothing waits any more.
final class Quiet {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Bustle bustle;
    private final Waiting waiting;

    Quiet(Bustle bustle, Ledgers databases) {
        this.bustle = bustle;
        this.waiting = new Waiting(databases);
    }

    /// Nobody orders any more; kitchens and couriers go on. Returns when all has come to an end, or
    /// nothing has come to an end for `patience`: what then still waits is found by the laws. How
    /// long it takes in all depends on how much was ordered, and on the machine.
    ///
    /// @return how long it took
    Duration await(Duration patience) throws InterruptedException {
        var begun = Instant.now();
        var progress = begun;
        var waited = -1;
        bustle.rate(0, true);
        while (Instant.now().isBefore(progress.plus(patience))) {
            var waits = bustle.ordering() + left().size();
            if (waits == 0) break;
            if (waits != waited) progress = Instant.now();
            waited = waits;
            if (Instant.now().isAfter(begun.plus(LONGEST))) break;
            Thread.sleep(LOOK_AGAIN);
        }
        return Duration.between(begun, Instant.now());
    }

    private List<Waits> left() {
        try {
            return waiting.all();
        } catch (SQLException e) {
            // the database is not back yet
            return List.of(new Waits("postgres", "an answer", Instant.now()));
        }
    }
}
