package gofood.delivery.courier;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;

import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.CourierList;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.delivery.courier.Couriers.Known;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/// The couriers: who they are, whether they work, where they are.
public final class CourierRoutes {
    private static final int PAGE = 50;
    private static final Duration CLOCK_MAY_BE_FAST = Duration.ofMinutes(1);
    private static final Duration OLD_NEWS = Duration.ofDays(1);

    private final Foundation base;
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final CourierNews news;
    private final RoundNews rounds;
    private final LongConsumer onLeave;

    /// Couriers are never deleted, so who was there once is there.
    private final Set<Long> registered = ConcurrentHashMap.newKeySet();

    /// @param onLeave hears the id of a courier whose shift has ended
    public CourierRoutes(
            Foundation base,
            Couriers couriers,
            Whereabouts whereabouts,
            CourierNews news,
            RoundNews rounds,
            LongConsumer onLeave) {
        this.base = base;
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.news = news;
        this.rounds = rounds;
        this.onLeave = onLeave;
    }

    public Routes table() {
        var trusted = Access.only(OPERATOR, SERVICE);
        var working = Access.only(COURIER, OPERATOR, SERVICE);
        return new Routes()
                .create("/couriers", working, this::register)
                .get("/couriers", trusted, this::list)
                .get("/couriers/{courier_id}", working, this::read)
                .put("/couriers/{courier_id}/shift", working, this::shift)
                .post("/couriers/{courier_id}/positions", working, this::positions);
    }

    private Creation register(Call call) {
        var wish = call.body(NewCourier.class);
        var id = whom(call.person(), wish);
        return tx -> {
            var fresh = couriers.register(tx, id, wish.name(), wish.vehicle(), wish.capacity());
            var courier = view(known(couriers.find(tx, id)));
            return fresh ? Reply.created("/couriers/" + id, courier) : Reply.ok(courier);
        };
    }

    private static long whom(Person person, NewCourier wish) {
        var id = wish.courierId();
        if (person.isTrusted()) {
            if (id != null && id > 0) return id;
            throw Refused.invalid("courier_id", "must be the user id of the courier");
        }
        if (id == null || id == person.id()) return person.id();
        throw new Refused(403, "not_allowed", "You can only register yourself.");
    }

    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var online = call.queryFlag("online").orElse(null);
        var after = call.cursor(0);
        var page =
                Page.of(
                        limit,
                        most -> base.db().tx(tx -> couriers.page(tx, online, after, most)),
                        Known::courierId);
        var views = page.entries().stream().map(this::view).toList();
        return Reply.ok(new CourierList(views, page.nextCursor()));
    }

    private Reply read(Call call) {
        var id = own(call);
        return Reply.ok(view(courier(id)));
    }

    private Reply shift(Call call) {
        var online = call.body(Shift.class).online();
        var id = own(call);
        var themself = call.person().id() == id;
        base.db()
                .run(tx -> {
                    var courier = known(couriers.lock(tx, id));
                    if (online) couriers.goOnline(tx, id, base.clock().instant());
                    else end(tx, courier, themself);
                    news.after(tx, id);
                    if (online) rounds.after(tx);
                });
        // an operator's word is no sign of the courier
        if (online && themself) whereabouts.heard(id);
        if (!online) onLeave.accept(id);
        return Reply.ok(view(courier(id)));
    }

    private void end(Tx tx, Known courier, boolean themself) {
        if (!courier.rides().isEmpty())
            throw Refused.conflict(
                            "has_ride",
                            themself
                                    ? "Bring your rides to their end first."
                                    : "Give their rides to somebody else first.")
                    .with("delivery_ids", courier.rides());
        if (themself) couriers.goOffline(tx, courier.courierId());
        else couriers.takeOff(tx, courier.courierId());
        whereabouts.forget(tx, courier.courierId());
    }

    private Reply positions(Call call) {
        var pings = call.body(Positions.class).positions();
        var id = own(call);
        var now = base.clock().instant();
        refuseFuture(pings, now);
        if (!registered.contains(id)) registered.add(courier(id).courierId());
        pings.stream()
                .filter(ping -> ping.at().isAfter(now.minus(OLD_NEWS)))
                .max(Comparator.comparing(Ping::at))
                .ifPresent(latest -> seen(id, latest));
        return Reply.none();
    }

    /// That we know again where they are is news to them; where that is, isn't.
    private void seen(long id, Ping latest) {
        var wasLost = whereabouts.find(id).isEmpty();
        whereabouts.seen(id, latest);
        if (!wasLost) return;
        news.now(id);
        rounds.now();
    }

    private static void refuseFuture(List<Ping> pings, Instant now) {
        for (int i = 0; i < pings.size(); i++)
            if (pings.get(i).at().isAfter(now.plus(CLOCK_MAY_BE_FAST)))
                throw Refused.invalid(
                        "positions[" + i + "].at", "is in the future; check the device's clock");
    }

    private Known courier(long id) {
        return known(base.db().tx(tx -> couriers.find(tx, id)));
    }

    private Courier view(Known courier) {
        return courier.view(whereabouts.find(courier.courierId()));
    }

    private static long own(Call call) {
        var id = call.id("courier_id");
        call.onlyFor(id, "courier");
        return id;
    }

    private static Known known(Optional<Known> courier) {
        return courier.orElseThrow(() -> Refused.notFound("courier"));
    }
}
