package gofood.bench.evening;

import gofood.bench.evening.Parcel.Phase;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.planning.Job;
import gofood.delivery.planning.Planner;
import gofood.delivery.planning.Rider;
import gofood.delivery.planning.Situation;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Stop.Kind;
import gofood.delivery.planning.Travel;
import gofood.delivery.planning.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Our dispatch: the planner of the delivery service.
final class Planned implements Dispatch {
    private static final int REACH_SECONDS = 900;
    private final Planner planner;

    Planned(Weights weights) {
        planner = new Planner(weights);
    }

    @Override
    public void round(EveningTown town) {
        var jobs =
                town.parcels().stream()
                        .filter(p -> p.phase == Phase.WAITING)
                        .map(p ->
                                new Job(
                                        p.dinner.id(),
                                        p.dinner.from(),
                                        p.dinner.to(),
                                        town.at(town.expectedReady(p)),
                                        town.at(p.dinner.promisedAt()),
                                        p.refusedBy,
                                        REACH_SECONDS + town.now() - p.dinner.confirmedAt()))
                        .toList();
        if (jobs.isEmpty()) return;
        Map<Point, EveningCourier> underWay = new HashMap<>();
        var riders =
                town.carriers().stream()
                        .filter(town::mayAsk)
                        .map(c -> {
                            var at = c.position(town.now());
                            underWay.put(at, c);
                            return new Rider(
                                    c.who.id(),
                                    c.who.vehicle(),
                                    c.who.capacity(),
                                    at,
                                    town.at(c.freeSince),
                                    c.stops.stream().map(s -> expected(town, s)).toList());
                        })
                        .toList();
        var plan =
                planner.plan(
                        new Situation(town.at(town.now()), riders, jobs),
                        new Roads(town, underWay));
        for (var choice : plan.choices())
            if (choice.due())
                town.ask(
                        town.parcel(choice.deliveryId()),
                        town.carrier(choice.courierId()),
                        choice.tour());
    }

    /// The same stop with what is known by now.
    private static Stop expected(EveningTown town, Stop stop) {
        if (stop.kind() == Kind.DROPOFF) return stop;
        return town.pickup(town.parcel(stop.deliveryId()));
    }

    private record Roads(EveningTown town, Map<Point, EveningCourier> underWay) implements Travel {
        @Override
        public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
            if (town.streets().knows(from))
                return OptionalInt.of(town.paced(town.streets().seconds(vehicle, from, to)));
            var carrier = underWay.get(from);
            return carrier == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(town.expected(carrier, to));
        }

        @Override
        public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
            if (!town.streets().knows(from)) return OptionalInt.empty();
            return OptionalInt.of(town.streets().metres(vehicle, from, to));
        }
    }
}
