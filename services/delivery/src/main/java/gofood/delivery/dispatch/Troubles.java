package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.Decision;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.RoadProblem;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What stands in a courier's way, and the rides that they give back for it.
public final class Troubles {
    /// A finger that trembles, or a phone that sends again, tells nothing new.
    private static final Duration SAME = Duration.ofMinutes(1);

    private static final Duration COUNTED = Duration.ofHours(1);

    /// To all who follow the ride. What stood in the courier's way is their own affair.
    private static final String GIVEN_BACK =
            "The courier could not go on. Another one is being looked for.";

    private final Foundation base;
    private final Rides rides;
    private final Offers offers;
    private final Decisions decisions;
    private final Moves moves;
    private final int mostPerHour;

    public Troubles(
            Foundation base,
            Rides rides,
            Offers offers,
            Decisions decisions,
            Moves moves,
            int mostPerHour) {
        this.base = base;
        this.rides = rides;
        this.offers = offers;
        this.decisions = decisions;
        this.moves = moves;
        this.mostPerHour = mostPerHour;
    }

    /// @return the ride as it is then
    Ride report(Tx tx, long deliveryId, long courier, NewRoadProblem told) {
        var ride =
                rides.lock(tx, deliveryId)
                        .filter(locked -> locked.isOf(courier))
                        .orElseThrow(() -> Refused.notFound("delivery"));
        if (!ride.state().isUnderWay()) throw Moves.wrongState(ride, "This ride is over.");
        var back = Boolean.TRUE.equals(told.giveBack());
        if (back && !ride.state().isBeforePickup())
            throw Moves.wrongState(
                    ride,
                    "You have the food already, so nobody else can bring it. Tell the problem"
                            + " without giving the ride back; an operator will help.");
        tell(tx, ride, courier, told);
        if (back) return giveBack(tx, ride, courier, told);
        return rides.find(tx, deliveryId).orElseThrow();
    }

    /// A kind that was told of is only noted. Who tells too much is refused, as they would else
    /// believe that they were heard; who gives a ride back isn't, as that helps without a word.
    private void tell(Tx tx, Ride ride, long courier, NewRoadProblem told) {
        var now = base.clock().instant();
        var problem = new RoadProblem(told.kind(), told.text(), since(ride, told.kind(), now));
        rides.troubled(tx, ride.deliveryId(), problem);
        var before = before(tx, ride.deliveryId(), told.kind(), now);
        if (before.same != null && before.same.plus(SAME).isAfter(now)) return;
        if (before.count >= mostPerHour) {
            if (Boolean.TRUE.equals(told.giveBack())) return;
            throw tooMany(before, now);
        }
        note(tx, ride.deliveryId(), told.kind(), now);
        var name = Objects.requireNonNull(ride.courierName());
        var event =
                new DeliveryEvent.TroubleReported(
                        ride.orderId(), courier, name, told.kind(), told.text());
        base.outbox().send(tx, ride.orderId(), event);
    }

    /// What stands in the way still does so since the first word of it.
    private static Instant since(Ride ride, RoadTrouble kind, Instant now) {
        var before = ride.problem();
        return before != null && before.kind() == kind ? before.at() : now;
    }

    /// What operators were told of a ride within the last hour.
    ///
    /// @param same when they were told of this kind last
    private record Before(int count, @Nullable Instant oldest, @Nullable Instant same) {}

    private static Before before(Tx tx, long deliveryId, RoadTrouble kind, Instant now) {
        return tx.one(
                """
                SELECT count(*) AS told, min(at) AS oldest,
                       max(at) FILTER (WHERE kind = ?) AS same
                  FROM told_trouble WHERE delivery_id = ? AND at > ?
                """,
                row ->
                        new Before(
                                row.integer("told"),
                                row.findInstant("oldest"),
                                row.findInstant("same")),
                kind,
                deliveryId,
                now.minus(COUNTED));
    }

    private static void note(Tx tx, long deliveryId, RoadTrouble kind, Instant now) {
        tx.update(
                "DELETE FROM told_trouble WHERE delivery_id = ? AND at <= ?",
                deliveryId,
                now.minus(COUNTED));
        tx.update(
                "INSERT INTO told_trouble (delivery_id, kind, at) VALUES (?, ?, ?)",
                deliveryId,
                kind,
                now);
    }

    private static Refused tooMany(Before before, Instant now) {
        var oldest = before.oldest == null ? now : before.oldest;
        var wait = Duration.between(now, oldest.plus(COUNTED));
        return new Refused(
                        429,
                        "too_many_problems",
                        "The operators were told of many problems with this ride already. They"
                                + " will help; if you can't go on, give it back.")
                .with("retry_after_seconds", Math.max(1, wait.toSeconds() + 1));
    }

    /// The next round looks for somebody else. Why they did is for operators alone.
    private Ride giveBack(Tx tx, Ride ride, long courier, NewRoadProblem told) {
        var now = base.clock().instant();
        var by = "courier " + courier;
        var reason = by + " gave the ride back: " + words(told.kind());
        var text = told.text() == null ? "" : ": \"" + told.text() + "\"";
        offers.endOf(tx, ride.deliveryId(), Standing.ACCEPTED, Standing.GIVEN_BACK, now);
        decisions.add(tx, ride.deliveryId(), new Decision(now, courier, reason + text, List.of()));
        return moves.apply(tx, ride, new RideEvent.Release(), by, GIVEN_BACK);
    }

    private static String words(RoadTrouble kind) {
        return switch (kind) {
            case KITCHEN_CLOSED -> "the kitchen is closed";
            case LONG_WAIT -> "the food takes too long";
            case BROKEN_DOWN -> "the vehicle broke down";
            case CANNOT_FIND -> "the address can't be found";
            case NOBODY_THERE -> "nobody is there";
            case FOOD_DAMAGED -> "the food is damaged";
            case OTHER -> "something else is in the way";
        };
    }
}
