package gofood.delivery.dispatch;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.dispatch.Board.OnShift;
import gofood.delivery.dispatch.Offering.Question;
import gofood.delivery.eta.Forecast;
import gofood.delivery.eta.Forecast.Start;
import gofood.delivery.eta.Forecast.Times;
import gofood.delivery.eta.Learned;
import gofood.delivery.eta.Load;
import gofood.delivery.eta.Outlook;
import gofood.delivery.eta.Topic;
import gofood.delivery.planning.Choice;
import gofood.delivery.planning.Job;
import gofood.delivery.planning.Plan;
import gofood.delivery.planning.Planner;
import gofood.delivery.planning.Rider;
import gofood.delivery.planning.Situation;
import gofood.delivery.planning.Weights;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.ride.Rides.Foreseen;
import gofood.delivery.streets.Leg;
import gofood.delivery.streets.Legs;
import gofood.delivery.streets.Streets;
import gofood.platform.http.RequestScope;
import gofood.platform.trace.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One round: reads the board, asks the city for the ways, has the planner decide, asks couriers,
/// and tells customers. Each of these is a transaction of its own; what changes meanwhile is seen
/// by the checks of the offers.
final class Round {
    /// Only the questions to the city have a deadline: what a long round decides last counts as
    /// much as what came first.
    private static final Duration UNHURRIED = Duration.ofHours(1);

    private final Tracing tracing;
    private final Boards boards;
    private final Streets streets;
    private final Whereabouts whereabouts;
    private final Offering offering;
    private final EtaNews etaNews;
    private final Halves halves;
    private final Function<Instant, Load> load;
    private final DeliveryConfig config;
    private final Consumer<RuntimeException> onFailure;

    /// @param onFailure hears what failed for one ride alone
    /// @param load how busy everybody is at a moment
    Round(
            Tracing tracing,
            Boards boards,
            Streets streets,
            Whereabouts whereabouts,
            Offering offering,
            EtaNews etaNews,
            Halves halves,
            Function<Instant, Load> load,
            DeliveryConfig config,
            Consumer<RuntimeException> onFailure) {
        this.tracing = tracing;
        this.boards = boards;
        this.streets = streets;
        this.whereabouts = whereabouts;
        this.offering = offering;
        this.etaNews = etaNews;
        this.halves = halves;
        this.load = load;
        this.config = config;
        this.onFailure = onFailure;
    }

    /// A trace of its own, unless there is nothing to decide.
    void play() {
        var board = boards.read();
        if (board.rides().isEmpty()) return;
        try (var part = tracing.beginning("dispatch round")) {
            RequestScope.lasting(null, UNHURRIED).within(part).run(() -> decide(board));
        }
    }

    private void decide(Board board) {
        var jobs = board.jobs();
        var riders = board.riders(near(board, jobs));
        var busy = load.apply(board.now());
        var legs = legs(board, riders, busy.usual());
        var plan = plan(board, new Situation(board.now(), riders, jobs), legs);
        var asked = ask(board, plan, riders, legs);
        lookFor(board, plan, asked);
        tell(board, plan, riders, legs, busy);
    }

    /// Without a plan customers are still told when their food comes.
    private Plan plan(Board board, Situation situation, Legs legs) {
        try {
            return new Planner(weights(board.learned())).plan(situation, legs);
        } catch (RuntimeException e) {
            onFailure.accept(e);
            return new Plan(List.of(), List.of());
        }
    }

    /// Who is near enough to one of the kitchens to come into question at all.
    private Set<Long> near(Board board, List<Job> jobs) {
        var kitchens = jobs.stream().map(Job::kitchen).collect(Collectors.toSet());
        var reach = jobs.stream().mapToInt(Job::reachSeconds).max().orElse(0);
        var quickest =
                Stream.of(Vehicle.values())
                        .mapToDouble(vehicle ->
                                Leg.metresPerSecond(vehicle) / board.learned().pace(vehicle).half())
                        .max()
                        .orElseThrow();
        return whereabouts.near(kitchens, reach * quickest);
    }

    private Legs legs(Board board, List<Rider> riders, Vehicle usual) {
        var asked = riders.stream().map(Rider::courierId).collect(Collectors.toSet());
        var starts =
                board.starts(
                        board.placed().stream()
                                .filter(courier ->
                                        asked.contains(courier.courierId())
                                                || !board.stops(courier).isEmpty()));
        starts.computeIfAbsent(usual, _ -> new HashSet<Point>());
        return streets.between(
                starts, board.places(), vehicle -> board.learned().pace(vehicle).half());
    }

    private Weights weights(Learned learned) {
        return Weights.usual()
                .with(
                        (int) config.waiting().margin().toSeconds(),
                        (int) Math.round(learned.of(Topic.KITCHEN).half()),
                        (int) Math.round(learned.of(Topic.DOOR).half()));
    }

    /// A ride that should have somebody by now, and doesn't, is waited for from now on: one for
    /// which there is nobody, when it would be time to ask; at the latest when the food is there.
    ///
    /// @param asked the rides of which that is noted with the offer
    private void lookFor(Board board, Plan plan, Set<Long> asked) {
        var planned = plan.choices().stream().map(Choice::deliveryId).collect(Collectors.toSet());
        var ahead = config.waiting().assumedTravel().plus(config.waiting().margin());
        var missed = new ArrayList<Long>();
        for (var ride : board.rides()) {
            var id = ride.deliveryId();
            if (!Board.isJob(ride) || ride.lookingSince() != null || asked.contains(id)) continue;
            var time = planned.contains(id) ? board.now() : board.now().plus(ahead);
            if (!board.cooked(ride).at().isAfter(time)) missed.add(id);
        }
        halves.all(missed, offering::startLooking);
    }

    /// @return the rides of which somebody is asked now
    private Set<Long> ask(Board board, Plan plan, List<Rider> riders, Legs legs) {
        var asked = new HashSet<Long>();
        halves.all(
                plan.choices().stream().filter(Choice::due).toList(),
                (tx, some) -> {
                    var questions =
                            some.stream().map(it -> question(board, it, riders, legs)).toList();
                    var theirs = offering.ask(tx, questions);
                    tx.afterCommit(() -> asked.addAll(theirs));
                });
        return asked;
    }

    private static Question question(Board board, Choice choice, List<Rider> riders, Legs legs) {
        var ride = ride(board, choice.deliveryId());
        var vehicle = rider(riders, choice).vehicle();
        var door = legs.leg(vehicle, Stops.point(ride.pickup()), Stops.point(ride.dropoff()));
        return new Question(choice, board.waited(ride), door.seconds());
    }

    private static Ride ride(Board board, long deliveryId) {
        return board.rides().stream()
                .filter(ride -> ride.deliveryId() == deliveryId)
                .findFirst()
                .orElseThrow();
    }

    private static Rider rider(List<Rider> riders, Choice choice) {
        return riders.stream()
                .filter(rider -> rider.courierId() == choice.courierId())
                .findFirst()
                .orElseThrow();
    }

    /// When each ride will be there: by its courier's tour, else by the plan, else by how busy
    /// everybody is.
    private void tell(Board board, Plan plan, List<Rider> riders, Legs legs, Load busy) {
        var rides = board.rides().stream().collect(Collectors.toMap(Ride::deliveryId, it -> it));
        var forecast =
                new Forecast(
                        board.learned(),
                        legs,
                        id -> {
                            var ride = rides.get(id);
                            return ride == null ? 0 : board.cooked(ride).doubt();
                        });
        var times = new HashMap<Long, Times>();
        var ahead = 0;
        for (var ride : board.rides()) {
            times.put(
                    ride.deliveryId(),
                    new Outlook(board.learned(), busy.behind(ahead), legs)
                            .of(
                                    board.now(),
                                    Stops.point(ride.pickup()),
                                    Stops.point(ride.dropoff()),
                                    board.cooked(ride)));
            if (ride.state() instanceof Waiting) ahead++;
        }
        var unsure = board.learned().of(Topic.APPROACH).doubt();
        for (var choice : plan.choices()) {
            var rider = rider(riders, choice);
            var start = new Start(rider.vehicle(), rider.at(), board.now(), unsure);
            var foreseen = forecast.of(start, choice.tour()).get(choice.deliveryId());
            if (foreseen != null) times.put(choice.deliveryId(), foreseen);
        }
        for (var courier : board.placed()) times.putAll(onTheRoad(board, courier, forecast));
        var foreseen = new ArrayList<Foreseen>();
        for (var ride : board.rides()) {
            var its = times.get(ride.deliveryId());
            if (its != null) foreseen.add(new Foreseen(ride, its.handover(), its.pickup()));
        }
        etaNews.tell(foreseen);
    }

    private static Map<Long, Times> onTheRoad(Board board, OnShift courier, Forecast forecast) {
        var start = new Start(courier.vehicle(), board.at(courier), board.now(), 0);
        var times = new HashMap<>(forecast.of(start, board.stops(courier)));
        // they may say no: whose food they have already is told what holds without the offer
        times.putAll(forecast.of(start, board.ownStops(courier)));
        return times;
    }
}
