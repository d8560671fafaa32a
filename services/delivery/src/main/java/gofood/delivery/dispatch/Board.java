package gofood.delivery.dispatch;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Sign;
import gofood.delivery.dispatch.Stops.Planned;
import gofood.delivery.eta.Learned;
import gofood.delivery.eta.Outlook.Cooked;
import gofood.delivery.planning.Job;
import gofood.delivery.planning.Rider;
import gofood.delivery.planning.Stop;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.streets.Leg;
import gofood.delivery.streets.Streets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that a round knows at its beginning, and what follows from it.
///
/// @param rides those that aren't over, the most urgent first
/// @param couriers who are on shift, or have a ride
/// @param refused by ride: who isn't asked
/// @param asked by courier: what they are asked now
/// @param signs by courier: where they are
/// @param bags by courier: what they have, or are asked for
record Board(
        Instant now,
        List<Ride> rides,
        List<OnShift> couriers,
        Map<Long, Set<Long>> refused,
        Map<Long, Asked> asked,
        Map<Long, Sign> signs,
        Map<Long, List<Ride>> bags,
        Learned learned,
        DeliveryConfig config) {
    /// More than this isn't planned at once; the most urgent are.
    private static final int MOST_JOBS = 750;

    private static final int MOST_REACH_SECONDS = 7200;

    /// Where somebody was longer ago says nothing about where they are.
    private static final Duration POSITION_HOLDS = Duration.ofMinutes(30);

    /// For a ride of which nobody promised anything.
    private static final Duration USUAL_PROMISE = Duration.ofMinutes(30);

    private static final Vehicle QUICKEST = Vehicle.SCOOTER;

    private static final Duration ANY_PREPARATION = Duration.ofMinutes(15);

    /// @param tour the order of their stops, as planned last
    record OnShift(
            long courierId,
            Vehicle vehicle,
            int capacity,
            boolean online,
            Instant freeSince,
            List<Planned> tour) {}

    List<Job> jobs() {
        return jobs(rides).map(this::job).toList();
    }

    /// Which of them are planned.
    static Stream<Ride> jobs(List<Ride> rides) {
        return rides.stream().filter(Board::isJob).limit(MOST_JOBS);
    }

    /// Whether somebody could be asked for it.
    static boolean isJob(Ride ride) {
        return ride.state() instanceof Waiting && ride.food().isConfirmed();
    }

    private Job job(Ride ride) {
        var ready = cooked(ride).at();
        var promised = ride.promisedAt();
        return new Job(
                ride.deliveryId(),
                Stops.point(ride.pickup()),
                Stops.point(ride.dropoff()),
                ready,
                promised == null ? ready.plus(USUAL_PROMISE) : promised,
                refused.getOrDefault(ride.deliveryId(), Set.of()),
                reachSeconds(ride));
    }

    /// Grows as the ride waits.
    int reachSeconds(Ride ride) {
        var asking = config.search();
        var times = 1 + waited(ride).toMillis() / (double) asking.widen().toMillis();
        return (int) Math.min(MOST_REACH_SECONDS, asking.reach().toSeconds() * times);
    }

    Duration waited(Ride ride) {
        var since = ride.lookingSince();
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    /// When the food can be fetched, as far as one can expect: when it is there, and for a customer
    /// who wants it later not before it would come in time.
    Cooked cooked(Ride ride) {
        var wanted = ride.notBefore();
        var there = expected(ride);
        return wanted == null ? there : there.notBefore(wanted.minusSeconds(way(ride)));
    }

    /// From kitchen to door at its quickest, about.
    private static int way(Ride ride) {
        return Leg.straight(QUICKEST, Stops.point(ride.pickup()), Stops.point(ride.dropoff()))
                .seconds();
    }

    private Cooked expected(Ride ride) {
        var food = ride.food();
        var there = food.cookedAt();
        if (there != null) return new Cooked(there, 0);
        var delay = food.delay();
        if (delay != null)
            // who says "longer" is believed, however quick they were before
            return Cooked.promised(learned, ride.restaurantId(), delay.at(), delay.to())
                    .notBefore(delay.to())
                    .notBefore(now);
        var confirmed = food.confirmedAt();
        var promised = food.promisedAt();
        if (promised != null && confirmed != null)
            return Cooked.promised(learned, ride.restaurantId(), confirmed, promised)
                    .notBefore(now);
        if (promised != null) return new Cooked(promised, 0);
        var minutes = food.preparationMinutes();
        var preparation = minutes == null ? ANY_PREPARATION : Duration.ofMinutes(minutes);
        return Cooked.after(learned, ride.restaurantId(), ride.createdAt(), preparation)
                .notBefore(now);
    }

    /// Who may be asked: on shift, heard of lately and not seen too long ago, with room in the bag
    /// and no open offer.
    ///
    /// @param near may know of somebody who was nowhere yet when the board was read
    List<Rider> riders(Set<Long> near) {
        return placed().stream()
                .filter(courier -> near.contains(courier.courierId()) && courier.online())
                .filter(courier -> !asked.containsKey(courier.courierId()))
                .filter(courier -> bag(courier).size() < courier.capacity())
                .filter(courier -> isPlaced(sign(courier), now, config.search()))
                .map(this::rider)
                .toList();
    }

    /// Whether they are where we think, as far as one can know.
    static boolean isPlaced(Sign sign, Instant now, DeliveryConfig.Search asking) {
        return sign.isFresh(now.minus(asking.fresh()))
                && sign.isSeenSince(now.minus(POSITION_HOLDS));
    }

    private Rider rider(OnShift courier) {
        return new Rider(
                courier.courierId(),
                courier.vehicle(),
                courier.capacity(),
                at(courier),
                courier.freeSince(),
                stops(courier));
    }

    private Sign sign(OnShift courier) {
        return Objects.requireNonNull(signs.get(courier.courierId()));
    }

    /// The couriers who are somewhere.
    List<OnShift> placed() {
        return couriers.stream().filter(courier -> signs.containsKey(courier.courierId())).toList();
    }

    Point at(OnShift courier) {
        return Streets.rounded(Objects.requireNonNull(sign(courier).at()));
    }

    private List<Ride> bag(OnShift courier) {
        return bags.getOrDefault(courier.courierId(), List.of());
    }

    /// All they have to do, if they say yes to what they are asked.
    List<Stop> stops(OnShift courier) {
        var offer = asked.get(courier.courierId());
        var plan = offer == null ? courier.tour() : Boards.tour(offer.tour());
        return stops(plan, bag(courier));
    }

    /// What they have to do anyway.
    List<Stop> ownStops(OnShift courier) {
        var own = bag(courier).stream().filter(ride -> ride.state().isUnderWay()).toList();
        return stops(courier.tour(), own);
    }

    private List<Stop> stops(List<Planned> plan, List<Ride> of) {
        return Stops.remaining(plan, of, this::waitsUntil);
    }

    /// What is expected may be late; what is there isn't waited for.
    private @Nullable Instant waitsUntil(Ride ride) {
        var at = cooked(ride).at();
        return ride.food().cookedAt() == null || at.isAfter(now) ? at : null;
    }

    /// Every kitchen and door that matters now.
    Set<Point> places() {
        var places = new HashSet<Point>();
        for (var ride : rides) {
            places.add(Stops.point(ride.pickup()));
            places.add(Stops.point(ride.dropoff()));
        }
        return places;
    }

    /// Where couriers are, by what they ride.
    Map<Vehicle, Set<Point>> starts(Stream<OnShift> of) {
        var starts = new HashMap<Vehicle, Set<Point>>();
        of.forEach(courier ->
                starts.computeIfAbsent(courier.vehicle(), _ -> new HashSet<>()).add(at(courier)));
        return starts;
    }
}
