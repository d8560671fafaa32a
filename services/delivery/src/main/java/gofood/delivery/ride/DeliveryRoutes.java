package gofood.delivery.ride;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi;
import gofood.contracts.DeliveryApi.DeliveryList;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.Money;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.NewRides.Wish;
import gofood.delivery.ride.Photos.Photo;
import gofood.delivery.ride.Ride.Viewer;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rides, for those who have a part in them.
public final class DeliveryRoutes {
    private static final int PAGE = 20;

    private final Foundation base;
    private final Rides rides;
    private final RideLists lists;
    private final Moves moves;
    private final Door door;
    private final LateSteps lateSteps;
    private final Photos photos;
    private final Whereabouts whereabouts;
    private final Currency currency;

    /// @param currency of rides that are ordered here
    public DeliveryRoutes(
            Foundation base,
            Rides rides,
            RideLists lists,
            Moves moves,
            Door door,
            LateSteps lateSteps,
            Photos photos,
            Whereabouts whereabouts,
            Currency currency) {
        this.base = base;
        this.rides = rides;
        this.lists = lists;
        this.moves = moves;
        this.door = door;
        this.lateSteps = lateSteps;
        this.photos = photos;
        this.whereabouts = whereabouts;
        this.currency = currency;
    }

    public Routes table() {
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
                .post(one + "/steps", Access.only(COURIER), this::tellLate)
                .get(one + "/photo", Access.SIGNED_IN, this::photo)
                .put(one + "/photo", Access.only(COURIER), this::putPhoto)
                .upTo(Photos.LIMIT);
    }

    private Creation create(Call call) {
        var order = call.body(NewDelivery.class);
        // no kitchen's yes will come for it, as for those that were paid for
        if (order.readyAt() == null)
            throw new Refused(422, "missing_field", "Say when the food is ready.")
                    .with("missing", "ready_at");
        payable("fee", order.fee());
        payable("tip", order.tip());
        payable("cash_due", order.cashDue());
        var wish = new Wish(order, currency, null, null);
        return tx -> {
            var by = call.person().name();
            var id =
                    NewRides.add(tx, List.of(wish), by, base.clock().instant()).stream()
                            .findFirst()
                            .orElseThrow(() ->
                                    Refused.conflict(
                                            "delivery_exists",
                                            "This order has a delivery already."));
            var ride = rides.find(tx, id).orElseThrow();
            return Reply.created("/deliveries/" + id, ride.view(Viewer.OPERATOR, Optional.empty()));
        };
    }

    private void payable(String field, @Nullable Money amount) {
        if (amount != null && !currency.holds(amount))
            throw Refused.invalid(field, "has more decimals than " + currency);
    }

    private Reply list(Call call) {
        var person = call.person();
        if (call.queryFlag("live").orElse(false)) return underWay(call);
        var limit = call.limit(PAGE);
        var filter =
                new RideLists.Filter(
                        person.isTrusted() ? null : person.id(),
                        call.queryWord("status", DeliveryStatus.class).orElse(null),
                        call.queryNumber("order_id").orElse(null));
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        limit,
                        most -> base.db().tx(tx -> lists.page(tx, filter, before, most)),
                        Ride::deliveryId);
        var views = page.entries().stream().map(ride -> view(person, ride)).toList();
        return Reply.ok(new DeliveryList(views, page.nextCursor()));
    }

    /// What would be passed over is refused, so that nobody takes all for some.
    private Reply underWay(Call call) {
        var person = call.person();
        if (!person.isTrusted())
            throw new Refused(403, "not_allowed", "All rides under way are for operators.");
        for (var other : List.of("status", "order_id", "cursor"))
            if (call.query(other).isPresent())
                throw Refused.invalid(other, "does not go together with live=true");
        var found = base.db().tx(lists::underWay);
        return Reply.ok(
                new DeliveryList(found.stream().map(ride -> view(person, ride)).toList(), null));
    }

    private Reply read(Call call) {
        return view(call, visible(call));
    }

    private Reply step(Call call, RideEvent event) {
        var id = call.id("delivery_id");
        var by = rider(call.person());
        return view(
                call,
                base.db().tx(tx -> moves.apply(tx, lockRidden(tx, call, id), event, by, null)));
    }

    private Reply deliver(Call call) {
        var id = call.id("delivery_id");
        var person = call.person();
        if (!person.isOperator()) whereabouts.heard(person.id());
        var ride =
                person.isOperator()
                        ? door.deliverWithoutProof(id, rider(person))
                        : door.deliver(
                                id, person.id(), call.body(Proof.class), base.clock().instant());
        return view(call, ride);
    }

    private Reply tellLate(Call call) {
        var ride = ridden(call);
        var told = call.body(DeliveryApi.LateSteps.class);
        return view(call, lateSteps.tell(ride, call.person().id(), told));
    }

    private Reply photo(Call call) {
        var id = visible(call).deliveryId();
        var photo =
                base.db()
                        .tx(tx -> photos.find(tx, id))
                        .orElseThrow(() -> Refused.notFound("photo"));
        return Reply.text(photo.type(), photo.image())
                .with("Cache-Control", "private, no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    private Reply putPhoto(Call call) {
        var id = ridden(call).deliveryId();
        var photo = Photo.of(call.bytes());
        base.db()
                .run(tx -> {
                    var ride = lockRidden(tx, call, id);
                    if (!(ride.state() instanceof AtDoor))
                        throw Refused.conflict(
                                        "wrong_state",
                                        "A photo is taken with the food at the door.")
                                .with("state", ride.state().status());
                    photos.put(tx, id, photo, base.clock().instant());
                });
        return Reply.none();
    }

    /// It may have been given to another while we waited.
    private Ride lockRidden(Tx tx, Call call, long id) {
        var ride =
                rides.lock(tx, id)
                        .filter(found -> mayRide(call.person(), found))
                        .orElseThrow(() -> Refused.notFound("delivery"));
        heard(call.person(), ride);
        return ride;
    }

    private Ride visible(Call call) {
        var id = call.id("delivery_id");
        var person = call.person();
        return base.db()
                .tx(tx -> rides.find(tx, id))
                .filter(ride -> ride.customerId() == person.id() || mayRide(person, ride))
                .orElseThrow(() -> Refused.notFound("delivery"));
    }

    private Ride ridden(Call call) {
        var ride = visible(call);
        if (!mayRide(call.person(), ride)) throw Refused.notFound("delivery");
        heard(call.person(), ride);
        return ride;
    }

    /// What a courier does with a ride is a sign of them.
    private void heard(Person person, Ride ride) {
        if (ride.isOf(person.id())) whereabouts.heard(person.id());
    }

    private static boolean mayRide(Person person, Ride ride) {
        return person.isTrusted() || (person.has(COURIER) && ride.isOf(person.id()));
    }

    /// Somebody with several roles acts as a courier here.
    private static String rider(Person person) {
        return person.isTrusted() ? person.name() : "courier " + person.id();
    }

    private Reply view(Call call, Ride ride) {
        return Reply.ok(view(call.person(), ride));
    }

    private DeliveryApi.Delivery view(Person person, Ride ride) {
        var viewer =
                person.isTrusted()
                        ? Viewer.OPERATOR
                        : mayRide(person, ride) ? Viewer.COURIER : Viewer.CUSTOMER;
        return ride.view(viewer, whereabouts.ofCourier(ride.state().courierId()));
    }
}
