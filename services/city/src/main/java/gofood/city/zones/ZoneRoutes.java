package gofood.city.zones;

import gofood.city.roads.AskedPoint;
import gofood.city.roads.Footing;
import gofood.city.roads.Roads;
import gofood.city.roads.TravelTimes;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.NewRestriction;
import gofood.contracts.CityApi.NewZone;
import gofood.contracts.CityApi.Restriction;
import gofood.contracts.CityApi.RestrictionList;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.Zone;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneKind;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Where restaurants deliver. What counts is a bicycle's travel time, whatever the courier has.
public final class ZoneRoutes {
    private static final Vehicle BY = Vehicle.BICYCLE;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Foundation base;
    private final Roads roads;
    private final Zones zones;
    private final Drawings drawings;
    private final Envelope map;
    private final Predicate<Point> served;

    /// @param map the bounds within which areas may be drawn, longitude and latitude
    /// @param served whether a door lies in the city that we serve
    public ZoneRoutes(
            Foundation base,
            Roads roads,
            ZoneConfig config,
            Envelope map,
            Predicate<Point> served) {
        this.base = base;
        this.roads = roads;
        this.map = map;
        this.served = served;
        drawings = new Drawings(roads, BY);
        zones = new Zones(config.reach());
    }

    public Routes table() {
        var staff = Access.only(Role.STAFF, Role.OPERATOR);
        var operator = Access.only(Role.OPERATOR);
        return new Routes()
                .post("/zones/check", Access.only(Role.SERVICE, Role.OPERATOR), this::check)
                .create("/zones/restrictions", operator, this::restrict)
                .get("/zones/restrictions", staff, this::restrictions)
                .delete("/zones/restrictions/{restriction_id}", operator, this::lift)
                .get("/zones/{restaurant_id}", Access.ANYONE, this::show)
                .put("/zones/{restaurant_id}", staff, this::change)
                .delete("/zones/{restaurant_id}", staff, this::reset);
    }

    /// What the database says at one moment.
    private record Known(Map<Long, Reach> reaches, List<Restriction> inForce) {
        Reach reachOf(long restaurantId) {
            return Objects.requireNonNull(reaches.get(restaurantId));
        }
    }

    private Known known(List<Long> restaurants) {
        var now = base.clock().instant();
        return base.db().tx(tx -> new Known(zones.of(tx, restaurants), zones.inForce(tx, now)));
    }

    private Reply check(Call call) {
        var asked = call.body(ZoneCheck.class);
        var ids = asked.restaurants().stream().map(Kitchen::restaurantId).distinct().toList();
        var known = known(ids);
        var places = asked.restaurants().stream().map(ZoneRoutes::place).toList();
        var kitchens = roads.footings(BY, places);
        var door = roads.footing(BY, asked.to());
        var times = roads.matrix(BY, kitchens, List.of(door));
        var outside = !served.test(asked.to()) || isOutside(door, asked.to());
        var verdicts = new ArrayList<ZoneVerdict>();
        for (int row = 0; row < kitchens.size(); row++) {
            var id = asked.restaurants().get(row).restaurantId();
            var reach = known.reachOf(id);
            var restriction = Zones.strictest(known.inForce, id);
            var verdict =
                    outside || isOutside(kitchens.get(row), places.get(row))
                            ? Verdict.OUTSIDE_CITY
                            : verdict(times, row, reach, restriction, asked.to());
            verdicts.add(answer(id, verdict, times, row, restriction));
        }
        return Reply.ok(new ZoneVerdicts(verdicts));
    }

    private static Point place(Kitchen kitchen) {
        return new Point(kitchen.lat(), kitchen.lon());
    }

    private boolean isOutside(Optional<Footing> footing, Point point) {
        return footing.isEmpty() && roads.isOutside(point);
    }

    private Verdict verdict(
            TravelTimes times, int row, Reach reach, Optional<Restriction> restriction, Point to) {
        if (!times.isReachable(row, 0)) return Verdict.UNREACHABLE;
        var seconds = times.seconds(row, 0);
        var delivers =
                reach.area().isPresent()
                        ? Areas.shape(reach.area().get()).covers(at(to))
                        : seconds <= reach.time().toSeconds();
        if (!delivers) return Verdict.TOO_FAR;
        if (restriction.isEmpty()) return Verdict.DELIVERS;
        if (restriction.get().percent() == 0) return Verdict.PAUSED;
        return seconds <= shrunk(reach.time(), restriction.get()).toSeconds()
                ? Verdict.DELIVERS
                : Verdict.RESTRICTED;
    }

    private static Geometry at(Point point) {
        return SHAPES.createPoint(new Coordinate(point.lon(), point.lat()));
    }

    private static Duration shrunk(Duration time, Restriction restriction) {
        return time.multipliedBy(restriction.percent()).dividedBy(100);
    }

    private static ZoneVerdict answer(
            long id, Verdict verdict, TravelTimes times, int row, Optional<Restriction> given) {
        var told = verdict == Verdict.PAUSED || verdict == Verdict.RESTRICTED;
        var restriction = told ? given : Optional.<Restriction>empty();
        var reached = times.isReachable(row, 0);
        return new ZoneVerdict(
                id,
                verdict,
                reached ? times.seconds(row, 0) : null,
                reached ? times.metres(row, 0) : null,
                restriction.map(Restriction::until).orElse(null),
                restriction.map(Restriction::reason).orElse(null));
    }

    private Idempotency.Creation restrict(Call call) {
        var asked = call.body(NewRestriction.class);
        var by = call.person().name();
        return tx -> {
            var made = zones.restrict(tx, asked, by, base.clock().instant());
            return Reply.created("/zones/restrictions/" + made.restrictionId(), made);
        };
    }

    private Reply restrictions(Call call) {
        var now = base.clock().instant();
        var inForce = base.db().tx(tx -> zones.inForce(tx, now));
        return Reply.ok(new RestrictionList(inForce));
    }

    private Reply lift(Call call) {
        var id = call.id("restriction_id");
        var lifted = base.db().tx(tx -> zones.lift(tx, id, base.clock().instant()));
        if (!lifted) throw Refused.notFound("restriction");
        return Reply.none();
    }

    private Reply show(Call call) {
        var id = call.id("restaurant_id");
        var kitchen = footing(AskedPoint.required(call));
        var known = known(List.of(id));
        var reach = known.reachOf(id);
        var restriction = Zones.strictest(known.inForce, id);
        var paused = restriction.filter(it -> it.percent() == 0).isPresent();
        var drawn = reach.area().isPresent();
        return Reply.ok(
                new Zone(
                        id,
                        drawn ? ZoneKind.AREA : ZoneKind.REACH,
                        drawn ? null : (int) reach.time().toMinutes(),
                        paused ? null : Areas.write(shape(kitchen, reach, restriction)),
                        restriction.map(it -> shownTo(call, it)).orElse(null)));
    }

    /// Customers learn why and until when, and neither who it was nor whom else it concerns.
    private static Restriction shownTo(Call call, Restriction it) {
        var staff = call.anyPerson().filter(person -> person.isTrusted() || person.has(Role.STAFF));
        return staff.isPresent()
                ? it
                : new Restriction(
                        it.restrictionId(),
                        null,
                        it.percent(),
                        it.reason(),
                        null,
                        it.from(),
                        it.until());
    }

    private Footing footing(Point kitchen) {
        return roads.footing(BY, kitchen)
                .orElseThrow(() -> noFooting(kitchen).with("field", "lat"));
    }

    private Refused noFooting(Point kitchen) {
        return roads.isOutside(kitchen)
                ? new Refused(
                        422,
                        "outside_city",
                        "This restaurant is outside of the city that we serve.")
                : new Refused(
                        422, "unreachable", "No street of a bicycle's is near this restaurant.");
    }

    private Geometry shape(Footing kitchen, Reach reach, Optional<Restriction> restriction) {
        var time = restriction.map(it -> shrunk(reach.time(), it)).orElse(reach.time());
        if (reach.area().isEmpty()) return drawings.around(kitchen, time);
        var area = Areas.shape(reach.area().get());
        if (restriction.isEmpty()) return area;
        return area.intersection(drawings.around(kitchen, time));
    }

    private Reply change(Call call) {
        var id = call.id("restaurant_id");
        call.onlyForStaffOf(id);
        var zone = call.body(NewZone.class);
        if ((zone.minutes() == null) == (zone.area() == null))
            throw Refused.invalid("minutes", "or area must be given, and not both");
        if (zone.area() != null) Areas.read(zone.area(), map);
        base.db().run(tx -> zones.put(tx, id, zone));
        return Reply.none();
    }

    private Reply reset(Call call) {
        var id = call.id("restaurant_id");
        call.onlyForStaffOf(id);
        base.db().run(tx -> zones.remove(tx, id));
        return Reply.none();
    }
}
