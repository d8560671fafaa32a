package gofood.city.roads;

import gofood.contracts.CityApi.Leg;
import gofood.contracts.CityApi.LineString;
import gofood.contracts.CityApi.Matrix;
import gofood.contracts.CityApi.MatrixWish;
import gofood.contracts.CityApi.Route;
import gofood.contracts.CityApi.RouteWish;
import gofood.contracts.CityApi.Snapped;
import gofood.contracts.Point;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Importance;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ways and travel times.
public final class TravelRoutes {
    private final Roads roads;

    public TravelRoutes(Roads roads) {
        this.roads = roads;
    }

    public Routes table() {
        return new Routes()
                .post("/routes", Access.ANYONE, this::route)
                .as(Importance.BROWSING)
                .post(
                        "/matrix",
                        Access.only(Role.OPERATOR, Role.SERVICE, Role.COURIER),
                        this::matrix);
    }

    private Reply route(Call call) {
        var asked = call.body(RouteWish.class);
        var footings = new ArrayList<Footing>();
        for (int i = 0; i < asked.points().size(); i++)
            footings.add(footing(asked.vehicle(), asked.points().get(i), i));
        var trips = new ArrayList<Trip>();
        for (int leg = 0; leg + 1 < footings.size(); leg++)
            trips.add(trip(asked.vehicle(), footings, leg));
        return Reply.ok(route(asked.vehicle(), footings, trips));
    }

    private Footing footing(Vehicle vehicle, Point point, int index) {
        return roads.footing(vehicle, point)
                .orElseThrow(() ->
                        noFooting(point, index)
                                .with("field", "points[" + index + "]")
                                .with("index", index));
    }

    private Refused noFooting(Point point, int index) {
        return roads.isOutside(point)
                ? new Refused(
                        422,
                        "outside_city",
                        "Point %d is outside of the city: no street is near it.".formatted(index))
                : new Refused(
                        422,
                        "unreachable",
                        "Point %d is too far from the streets of this vehicle.".formatted(index));
    }

    private Trip trip(Vehicle vehicle, List<Footing> footings, int leg) {
        return roads.trip(vehicle, footings.get(leg), footings.get(leg + 1))
                .orElseThrow(() ->
                        new Refused(
                                        422,
                                        "unreachable",
                                        "No street leads from point %d to point %d for this vehicle."
                                                .formatted(leg, leg + 1))
                                .with("leg", leg));
    }

    private static Route route(Vehicle vehicle, List<Footing> footings, List<Trip> trips) {
        var legs = trips.stream().map(it -> new Leg(metres(it), seconds(it))).toList();
        var line = new ArrayList<List<Double>>();
        for (var trip : trips)
            // a leg begins where the one before has ended
            for (var at : line.isEmpty() ? trip.line() : trip.line().subList(1, trip.line().size()))
                line.add(List.of(at[0], at[1]));
        return new Route(
                vehicle,
                legs.stream().mapToLong(Leg::metres).sum(),
                legs.stream().mapToLong(Leg::seconds).sum(),
                legs,
                footings.stream()
                        .map(it -> new Snapped(it.lat(), it.lon(), Math.round(it.offMetres())))
                        .toList(),
                LineString.of(line));
    }

    private static long metres(Trip trip) {
        return TravelTimes.metres(trip.decimetres());
    }

    private static long seconds(Trip trip) {
        return TravelTimes.seconds(trip.millis());
    }

    private Reply matrix(Call call) {
        var asked = call.body(MatrixWish.class);
        var from = roads.footings(asked.vehicle(), asked.from());
        var to = roads.footings(asked.vehicle(), asked.to());
        var times = roads.matrix(asked.vehicle(), from, to);
        var seconds = new ArrayList<List<@Nullable Integer>>();
        var metres = new ArrayList<List<@Nullable Integer>>();
        for (int row = 0; row < from.size(); row++) {
            var itsSeconds = new ArrayList<@Nullable Integer>(to.size());
            var itsMetres = new ArrayList<@Nullable Integer>(to.size());
            for (int column = 0; column < to.size(); column++) {
                var reached = times.isReachable(row, column);
                itsSeconds.add(reached ? (Integer) times.seconds(row, column) : null);
                itsMetres.add(reached ? (Integer) times.metres(row, column) : null);
            }
            seconds.add(itsSeconds);
            metres.add(itsMetres);
        }
        return Reply.ok(new Matrix(asked.vehicle(), seconds, metres));
    }
}
