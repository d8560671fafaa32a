package gofood.delivery.dispatch;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.Decision;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.planning.Choice;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.Offers.Terms;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks one courier for one ride, in a transaction of its own, and takes the question back when
/// nobody answers. The plan may be some seconds old: everything it rests on is looked at again
/// under the locks of ride and courier, and two unique indexes have the last word.
public final class Offering {
    /// The timer of an offer, by its id.
    private static final String EXPIRY = "delivery.offer";

    private static final String BY = "dispatch";
    private static final int MOST_RAISES = 3;

    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final SilentCouriers silence;
    private final Offers offers;
    private final Decisions decisions;
    private final Moves moves;
    private final DeliveryConfig config;

    public Offering(
            Foundation base,
            Rides rides,
            Couriers couriers,
            SilentCouriers silence,
            Offers offers,
            Decisions decisions,
            Moves moves,
            DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.silence = silence;
        this.offers = offers;
        this.decisions = decisions;
        this.moves = moves;
        this.config = config;
    }

    /// Answers these timers.
    public void ring() {
        base.timers().on(EXPIRY, id -> expire(Long.parseLong(id)));
    }

    /// From now on the rides are waited for, with the deadlines that go with it.
    void startLooking(Tx tx, List<Long> deliveries) {
        for (var ride : rides.lock(tx, deliveries))
            if (ride.state() instanceof Waiting) startLooking(tx, ride);
    }

    private void startLooking(Tx tx, Ride ride) {
        if (ride.lookingSince() != null) return;
        var now = base.clock().instant();
        moves.look(tx, ride.deliveryId(), missedFrom(now, ride.food().readyAt(), config.waiting()));
    }

    /// Somebody far away is asked early; nobody is missed before they would have to set out from
    /// nearby.
    static Instant missedFrom(
            Instant asked, @Nullable Instant ready, DeliveryConfig.Waiting waiting) {
        if (ready == null) return asked;
        var leave = ready.minus(waiting.assumedTravel());
        return leave.isAfter(asked) ? leave : asked;
    }

    /// @param waited how long the ride has been looking for somebody
    /// @param doorSeconds from the kitchen to the door by the map
    /// @return whether they are asked
    boolean offer(Choice choice, Duration waited, int doorSeconds) {
        try {
            return base.db()
                    .tx(tx ->
                            rides.lock(tx, choice.deliveryId())
                                    .filter(Board::isJob)
                                    .filter(ride -> offer(tx, ride, choice, waited, doorSeconds))
                                    .isPresent());
        } catch (SqlFailed e) {
            // another replica asked the same courier at the same moment, and was first
            if (!e.isDuplicate()) throw e;
            return false;
        }
    }

    private boolean offer(Tx tx, Ride ride, Choice choice, Duration waited, int doorSeconds) {
        var id = choice.courierId();
        var courier = couriers.lock(tx, id).filter(this::mayBeAsked);
        if (courier.isEmpty() || offers.declined(tx, ride.deliveryId(), id)) return false;
        startLooking(tx, ride);
        var now = base.clock().instant();
        var expires = now.plus(config.search().offer());
        rides.planned(tx, ride.deliveryId(), choice.cost().pickupAt(), doorSeconds);
        moves.apply(tx, ride, new RideEvent.Offer(id), BY, "courier " + id);
        var terms =
                new Terms(
                        ride.deliveryId(),
                        id,
                        choice.pickupMetres(),
                        choice.distanceMetres(),
                        pay(choice.distanceMetres(), waited, config.pay(), ride.fare().currency()),
                        courier.get().rides(),
                        Stops.stored(choice.tour()),
                        expires);
        var offerId = offers.open(tx, terms);
        decisions.add(
                tx, ride.deliveryId(), new Decision(now, id, choice.reason(), choice.candidates()));
        base.timers().set(tx, EXPIRY, offerId, expires);
        base.outbox()
                .send(
                        tx,
                        ride.orderId(),
                        new DeliveryEvent.Offered(
                                ride.orderId(), offerId, id, ride.restaurantName()));
        return true;
    }

    private boolean mayBeAsked(Known courier) {
        return courier.online() && courier.asked() == null && courier.hasRoom();
    }

    /// A fixed part and each kilometre; more for a ride that nobody wanted for a while. What is
    /// less than a coin is rounded up to one.
    static Money pay(long metres, Duration waited, DeliveryConfig.Pay rates, Currency currency) {
        var raises = Math.min(MOST_RAISES, waited.toMillis() / rates.raiseAfter().toMillis());
        var raised = BigDecimal.valueOf(100 + rates.raisePercent() * raises).movePointLeft(2);
        var kilometres = BigDecimal.valueOf(metres).movePointLeft(3);
        var pay = rates.base().add(rates.perKm().multiply(kilometres)).multiply(raised);
        var coins = pay.movePointRight(currency.decimals()).setScale(0, RoundingMode.CEILING);
        return currency.ofCoins(coins.longValueExact());
    }

    void answered(Tx tx, long offerId) {
        base.timers().clear(tx, EXPIRY, offerId);
    }

    /// Nobody answered: the next round decides anew. Who lets several pass isn't there any more.
    private void expire(long offerId) {
        base.db()
                .run(tx -> {
                    var found = offers.find(tx, offerId);
                    if (found.isEmpty()) return;
                    var ride = rides.lock(tx, found.get().deliveryId()).orElseThrow();
                    var offer = offers.find(tx, offerId).orElseThrow();
                    if (offer.standing() != Standing.OPEN) return;
                    var who = "courier " + offer.courierId();
                    offers.end(tx, offerId, Standing.EXPIRED, base.clock().instant());
                    moves.apply(
                            tx, ride, new RideEvent.Release(), "deadline", who + " did not answer");
                    var missed = couriers.missed(tx, offer.courierId());
                    if (missed >= config.search().missed()) silence.takeOff(tx, offer.courierId());
                });
    }
}
