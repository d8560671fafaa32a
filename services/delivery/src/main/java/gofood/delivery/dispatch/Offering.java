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
import gofood.delivery.ride.Offers.Refusal;
import gofood.delivery.ride.Offers.Terms;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.ride.Rides;
import gofood.delivery.ride.Rides.RidePlan;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks couriers for rides, all that are due in one transaction. The plan may be some seconds old:
/// everything it rests on is looked at again under the locks of rides and couriers, and two unique
/// indexes have the last word.
public final class Offering {
    private static final String BY = "dispatch";
    private static final int MOST_RAISES = 3;

    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Offers offers;
    private final Unanswered unanswered;
    private final Decisions decisions;
    private final Moves moves;
    private final DeliveryConfig config;

    public Offering(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Offers offers,
            Unanswered unanswered,
            Decisions decisions,
            Moves moves,
            DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.offers = offers;
        this.unanswered = unanswered;
        this.decisions = decisions;
        this.moves = moves;
        this.config = config;
    }

    /// Who is to be asked for a ride.
    ///
    /// @param waited how long the ride has been looking for somebody
    /// @param doorSeconds from the kitchen to the door by the map
    record Question(Choice choice, Duration waited, int doorSeconds) {
        long deliveryId() {
            return choice.deliveryId();
        }

        long courierId() {
            return choice.courierId();
        }
    }

    /// From now on the rides are waited for, with the deadlines that go with it.
    void startLooking(Tx tx, List<Long> deliveries) {
        for (var ride : rides.lock(tx, deliveries))
            if (ride.state() instanceof Waiting) startLooking(tx, ride);
    }

    private void startLooking(Tx tx, Ride ride) {
        if (ride.lookingSince() == null) moves.look(tx, ride.deliveryId(), missedFrom(ride));
    }

    private Instant missedFrom(Ride ride) {
        return missedFrom(base.clock().instant(), ride.food().readyAt(), config.waiting());
    }

    /// Somebody far away is asked early; nobody is missed before they would have to set out from
    /// nearby.
    static Instant missedFrom(
            Instant asked, @Nullable Instant ready, DeliveryConfig.Waiting waiting) {
        if (ready == null) return asked;
        var leave = ready.minus(waiting.assumedTravel());
        return leave.isAfter(asked) ? leave : asked;
    }

    /// Asks as far as it is still true that they may be asked.
    ///
    /// @return the rides of which they are
    Set<Long> ask(Tx tx, List<Question> questions) {
        var wanted = questions.stream().map(Question::deliveryId).toList();
        var jobs = new HashMap<Long, Ride>();
        for (var ride : rides.lock(tx, wanted))
            if (Board.isJob(ride)) jobs.put(ride.deliveryId(), ride);
        var free = new HashMap<Long, Known>();
        for (var courier : couriers.lock(tx, couriersOf(questions, jobs.keySet())))
            if (mayBeAsked(courier)) free.put(courier.courierId(), courier);
        var declined = offers.declined(tx, wanted);
        tx.together(questions.size());
        var asked = new HashSet<Long>();
        for (var question : questions) {
            if (declined.contains(new Refusal(question.deliveryId(), question.courierId())))
                continue;
            var ride = jobs.get(question.deliveryId());
            // nobody is asked for two rides
            var courier = ride == null ? null : free.remove(question.courierId());
            if (ride == null || courier == null || !asked.add(question.deliveryId())) continue;
            ask(tx, ride, courier, question);
        }
        return asked;
    }

    private static List<Long> couriersOf(List<Question> questions, Set<Long> jobs) {
        return questions.stream()
                .filter(question -> jobs.contains(question.deliveryId()))
                .map(Question::courierId)
                .toList();
    }

    private void ask(Tx tx, Ride ride, Known courier, Question question) {
        var choice = question.choice;
        var id = courier.courierId();
        var now = base.clock().instant();
        var plan = new RidePlan(choice.cost().pickupAt(), question.doorSeconds);
        moves.offer(tx, ride, new RideEvent.Offer(id), plan, BY, missedFrom(ride));
        var terms = terms(ride, courier, question, now.plus(config.search().offer()));
        var offerId = offers.open(tx, terms);
        unanswered.asked(tx, offerId, terms.expiresAt());
        decisions.add(
                tx, ride.deliveryId(), new Decision(now, id, choice.reason(), choice.candidates()));
        base.outbox()
                .send(
                        tx,
                        ride.orderId(),
                        new DeliveryEvent.Offered(
                                ride.orderId(), offerId, id, ride.restaurantName()));
    }

    private Terms terms(Ride ride, Known courier, Question question, Instant expires) {
        var metres = question.choice.distanceMetres();
        return new Terms(
                ride.deliveryId(),
                courier.courierId(),
                question.choice.pickupMetres(),
                metres,
                pay(metres, question.waited, config.pay(), ride.fare().currency()),
                courier.rides(),
                Stops.stored(question.choice.tour()),
                expires);
    }

    private static boolean mayBeAsked(Known courier) {
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
}
