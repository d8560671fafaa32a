package gofood.delivery.planning;

import gofood.delivery.planning.Stop.Kind;
import java.time.Duration;
import java.time.Instant;

/// A stop as the reckoning needs it: places as numbers, moments as seconds from the round's now.
///
/// @param moment of a pick-up, when the food is ready; of a drop-off, what was promised
/// @param readyAt of both: when this delivery's food is ready
record Task(Stop stop, boolean pickup, int place, int moment, int readyAt) {
    private static final int NEVER = Integer.MAX_VALUE / 4;

    static Task of(Stop stop, int readyAt, Instant now, Ways ways) {
        boolean pickup = stop.kind() == Kind.PICKUP;
        var at = pickup ? stop.earliest() : stop.promised();
        int moment = at == null ? (pickup ? 0 : NEVER) : seconds(now, at);
        return new Task(stop, pickup, ways.place(stop.at()), moment, readyAt);
    }

    static int seconds(Instant now, Instant at) {
        return Math.clamp(Duration.between(now, at).toSeconds(), -NEVER, NEVER);
    }
}
