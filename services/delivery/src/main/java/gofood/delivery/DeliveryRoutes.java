package gofood.delivery;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;

import gofood.contracts.DeliveryApi.DeliveryList;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.events.Timers;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.Optional;

/// The rides, for those who have a part in them.
final class DeliveryRoutes {
    private static final int PAGE = 20;

    private final Db db;
    private final Clock clock;
    private final Timers timers;
    private final Rides rides;
    private final Moves moves;
    private final Dispatch dispatch;
    private final Door door;

    DeliveryRoutes(Foundation base, Rides rides, Moves moves, Dispatch dispatch, Door door) {
        this.db = base.db();
        this.clock = base.clock();
        this.timers = base.timers();
        this.rides = rides;
        this.moves = moves;
        this.dispatch = dispatch;
        this.door = door;
    }

    Routes table() {
        var trusted = Access.only(SERVICE, OPERATOR);
        var riding = Access.only(COURIER, OPERATOR);
        var one = "/deliveries/{delivery_id}";
        return new Routes()
                .create("/deliveries", trusted, this::create)
                .get("/deliveries", Access.SIGNED_IN, this::list)
                .get(one, Access.SIGNED_IN, this::read)
                .post(one + "/arrive", riding, call -> step(call, new RideEvent.Arrive()))
                .post(one + "/pickup", riding, call -> step(call, new RideEvent.PickUp()))
                .post(one + "/arrive-door", riding, call -> step(call, new RideEvent.ArriveDoor()))
                .post(one + "/deliver", riding, this::deliver)
                .post(one + "/reassign", Access.only(OPERATOR), this::reassign);
    }

    private Creation create(Call call) {
        var order = call.body(NewDelivery.class);
        return tx -> {
            var by = call.person().name();
            var id =
                    rides.add(tx, order, by, clock.instant())
                            .orElseThrow(() ->
                                    Refused.conflict(
                                            "delivery_exists",
                                            "This order has a delivery already."));
            timers.set(tx, Moves.LOOK, id, clock.instant());
            var ride = rides.find(tx, id).orElseThrow();
            return Reply.created("/deliveries/" + id, ride.view(true));
        };
    }

    private Reply list(Call call) {
        var person = call.person();
        var limit = call.limit(PAGE);
        var filter =
                new Rides.Filter(
                        person.isTrusted() ? null : person.id(),
                        call.queryWord("status", DeliveryStatus.class).orElse(null),
                        call.queryNumber("order_id").orElse(null));
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> rides.page(tx, filter, before, most)),
                        Ride::deliveryId);
        var views = page.entries().stream().map(ride -> ride.view(person.isTrusted())).toList();
        return Reply.ok(new DeliveryList(views, page.nextCursor()));
    }

    private Reply read(Call call) {
        return view(call, visible(call));
    }

    private Reply step(Call call, RideEvent event) {
        var id = ridden(call).deliveryId();
        var by = rider(call.person());
        return view(
                call,
                db.tx(tx -> {
                    var ride = rides.lock(tx, id).orElseThrow();
                    // it may have been given to another while we waited
                    if (!mayRide(call.person(), ride)) throw Refused.notFound("delivery");
                    return moves.apply(tx, ride, event, by, null);
                }));
    }

    private Reply deliver(Call call) {
        var id = ridden(call).deliveryId();
        var by = rider(call.person());
        var ride =
                call.person().isOperator()
                        ? door.deliverWithoutPin(id, by, Optional.of("without PIN"))
                        : door.deliverWithPin(id, call.body(Proof.class).pin(), by);
        return view(call, ride);
    }

    private Reply reassign(Call call) {
        var wish = call.body(Reassignment.class);
        var id = call.id("delivery_id");
        var by = call.person().name();
        var moved =
                db.tx(tx -> {
                    var ride = rides.lock(tx, id).orElseThrow(() -> Refused.notFound("delivery"));
                    var chosen = Optional.ofNullable(wish.courierId());
                    return dispatch.reassign(tx, ride, chosen, by, wish.reason());
                });
        return view(call, moved);
    }

    private Ride visible(Call call) {
        var id = call.id("delivery_id");
        var person = call.person();
        return db.tx(tx -> rides.find(tx, id))
                .filter(ride -> ride.customerId() == person.id() || mayRide(person, ride))
                .orElseThrow(() -> Refused.notFound("delivery"));
    }

    private Ride ridden(Call call) {
        var ride = visible(call);
        if (!mayRide(call.person(), ride)) throw Refused.notFound("delivery");
        return ride;
    }

    private static boolean mayRide(Person person, Ride ride) {
        return person.isTrusted() || (person.has(COURIER) && ride.isOf(person.id()));
    }

    /// Somebody with several roles acts as a courier here.
    private static String rider(Person person) {
        return person.isTrusted() ? person.name() : "courier " + person.id();
    }

    private static Reply view(Call call, Ride ride) {
        return Reply.ok(ride.view(call.person().isTrusted()));
    }
}
