package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.ride.RideEvent.Deliver;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The proof at the door: the PIN that the customer says, or a photo of where the food was left. A
/// courier has few tries for the PIN, counted for good; after that there is the photo, or an
/// operator.
public final class Door {
    private final Foundation base;
    private final Rides rides;
    private final Moves moves;
    private final Photos photos;
    private final DeliveryConfig config;

    public Door(Foundation base, Rides rides, Moves moves, Photos photos, DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.moves = moves;
        this.photos = photos;
        this.config = config;
    }

    /// A result and no exception, so that a wrong try is committed.
    private sealed interface Outcome {
        record Done(Ride ride) implements Outcome {}

        record Wrong(int left) implements Outcome {}

        record Locked() implements Outcome {}
    }

    /// @param courierId whose ride it must be
    Ride deliver(long deliveryId, long courierId, Proof proof, Instant at) {
        return switch (base.db().tx(tx -> tryProof(tx, deliveryId, courierId, proof, at))) {
            case Outcome.Done(var ride) -> ride;
            case Outcome.Wrong(var left) ->
                    throw new Refused(422, "wrong_pin", "This is not the customer's PIN.")
                            .with("attempts_left", left);
            case Outcome.Locked _ ->
                    throw Refused.conflict(
                            "pin_locked",
                            "Too many wrong PINs. Leave a photo, or call an operator to finish.");
        };
    }

    private Outcome tryProof(Tx tx, long deliveryId, long courierId, Proof proof, Instant at) {
        var ride =
                rides.lock(tx, deliveryId)
                        .filter(locked -> locked.isOf(courierId))
                        .orElseThrow(() -> Refused.notFound("delivery"));
        var by = "courier " + courierId;
        if (!(ride.next(new Deliver(null)) instanceof Ride.Result.Moved))
            return new Outcome.Done(moves.apply(tx, ride, new Deliver(null), by, null));
        if (Boolean.TRUE.equals(proof.photo())) {
            if (!photos.exists(tx, deliveryId))
                throw Refused.conflict(
                        "photo_missing", "Send the photo first: PUT /deliveries/{id}/photo.");
            return done(tx, ride, ProofKind.PHOTO, proof.note(), by, at);
        }
        var pin = proof.pin();
        if (pin == null)
            throw new Refused(422, "missing_field", "Prove it by the field pin, or by a photo.")
                    .with("missing", "pin");
        if (ride.pinFailures() >= config.pinTries()) return new Outcome.Locked();
        if (!pin.equals(ride.pin())) {
            rides.pinFailed(tx, deliveryId);
            return new Outcome.Wrong(config.pinTries() - ride.pinFailures() - 1);
        }
        return done(tx, ride, ProofKind.PIN, proof.note(), by, at);
    }

    private Outcome done(
            Tx tx, Ride ride, ProofKind proof, @Nullable String note, String by, Instant at) {
        var why = note == null || note.isBlank() ? null : note.strip();
        return new Outcome.Done(moves.apply(tx, ride, new Deliver(proof), at, by, why));
    }

    /// An operator knows better, for example on the phone with the customer.
    Ride deliverWithoutProof(long deliveryId, String by) {
        return base.db()
                .tx(tx -> {
                    var ride =
                            rides.lock(tx, deliveryId)
                                    .orElseThrow(() -> Refused.notFound("delivery"));
                    return moves.apply(tx, ride, new Deliver(null), by, "without proof");
                });
    }
}
