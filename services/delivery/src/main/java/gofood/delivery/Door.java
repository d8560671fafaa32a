package gofood.delivery;

import gofood.delivery.RideEvent.Deliver;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.util.Optional;

/// The proof at the door: the PIN that the customer says. A courier has few tries, counted for
/// good; after that only an operator can end the ride.
final class Door {
    private final Db db;
    private final Rides rides;
    private final Moves moves;
    private final DeliveryConfig config;

    Door(Db db, Rides rides, Moves moves, DeliveryConfig config) {
        this.db = db;
        this.rides = rides;
        this.moves = moves;
        this.config = config;
    }

    /// A result and no exception, so that a wrong try is committed.
    private sealed interface Outcome {
        record Done(Ride ride) implements Outcome {}

        record Wrong(int left) implements Outcome {}

        record Locked() implements Outcome {}
    }

    Ride deliverWithPin(long deliveryId, String pin, String by) {
        return switch (db.tx(tx -> tryPin(tx, deliveryId, pin, by))) {
            case Outcome.Done(var ride) -> ride;
            case Outcome.Wrong(var left) ->
                    throw new Refused(422, "wrong_pin", "This is not the customer's PIN.")
                            .with("attempts_left", left);
            case Outcome.Locked _ ->
                    throw Refused.conflict(
                            "pin_locked", "Too many wrong PINs. Call an operator to finish.");
        };
    }

    private Outcome tryPin(Tx tx, long deliveryId, String pin, String by) {
        var ride = rides.lock(tx, deliveryId).orElseThrow();
        var isNew = ride.next(new Deliver()) instanceof Ride.Result.Moved;
        if (isNew && ride.pinFailures() >= config.pinTries()) return new Outcome.Locked();
        if (isNew && !pin.equals(ride.pin())) {
            rides.pinFailed(tx, deliveryId);
            return new Outcome.Wrong(config.pinTries() - ride.pinFailures() - 1);
        }
        return new Outcome.Done(moves.apply(tx, ride, new Deliver(), by, null));
    }

    /// An operator knows better, for example on the phone with the customer.
    Ride deliverWithoutPin(long deliveryId, String by, Optional<String> why) {
        return db.tx(tx -> {
            var ride = rides.lock(tx, deliveryId).orElseThrow();
            return moves.apply(tx, ride, new Deliver(), by, why.orElse(null));
        });
    }
}
