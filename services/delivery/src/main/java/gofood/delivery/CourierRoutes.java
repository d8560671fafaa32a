package gofood.delivery;

import static gofood.contracts.UserApi.Role.COURIER;
import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;

import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.CourierList;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The couriers: who they are, whether they work, where they are.
final class CourierRoutes {
    private static final int PAGE = 50;
    private static final Duration CLOCK_MAY_BE_FAST = Duration.ofMinutes(1);
    private static final Duration OLD_NEWS = Duration.ofDays(1);

    private final Db db;
    private final Clock clock;
    private final Couriers couriers;
    private final Answers answers;
    private final Moves moves;
    private final DeliveryConfig config;

    CourierRoutes(
            Foundation base,
            Couriers couriers,
            Answers answers,
            Moves moves,
            DeliveryConfig config) {
        this.db = base.db();
        this.clock = base.clock();
        this.couriers = couriers;
        this.answers = answers;
        this.moves = moves;
        this.config = config;
    }

    Routes table() {
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
            var fresh = couriers.register(tx, id, wish.name(), wish.vehicle());
            var courier = couriers.find(tx, id).orElseThrow();
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
                        most -> db.tx(tx -> couriers.page(tx, online, after, most)),
                        Courier::courierId);
        return Reply.ok(new CourierList(page.entries(), page.nextCursor()));
    }

    private Reply read(Call call) {
        var id = own(call);
        return Reply.ok(known(db.tx(tx -> couriers.find(tx, id))));
    }

    private Reply shift(Call call) {
        var online = call.body(Shift.class).online();
        var id = own(call);
        var courier = db.tx(tx -> online ? begin(tx, id) : end(tx, id));
        if (!online) answers.declineAll(id);
        return Reply.ok(courier);
    }

    private Courier begin(Tx tx, long id) {
        known(couriers.lock(tx, id));
        couriers.goOnline(tx, id);
        moves.someoneIsFree(tx);
        return known(couriers.find(tx, id));
    }

    private Courier end(Tx tx, long id) {
        var ride = known(couriers.lock(tx, id)).deliveryId();
        if (ride != null)
            throw Refused.conflict("has_ride", "Bring the ride to its end first.")
                    .with("delivery_id", ride);
        couriers.goOffline(tx, id);
        return known(couriers.find(tx, id));
    }

    private Reply positions(Call call) {
        var pings = call.body(Positions.class).positions();
        var id = own(call);
        var now = clock.instant();
        refuseFuture(pings, now);
        db.run(tx -> {
            var before = known(couriers.lock(tx, id));
            pings.stream()
                    .filter(ping -> ping.at().isAfter(now.minus(OLD_NEWS)))
                    .max(Comparator.comparing(Ping::at))
                    .ifPresent(latest -> couriers.seen(tx, id, latest));
            if (before.online() && isStale(before, now)) moves.someoneIsFree(tx);
        });
        return Reply.none();
    }

    private static void refuseFuture(List<Ping> pings, Instant now) {
        for (int i = 0; i < pings.size(); i++)
            if (pings.get(i).at().isAfter(now.plus(CLOCK_MAY_BE_FAST)))
                throw Refused.invalid(
                        "positions[" + i + "].at", "is in the future; check the device's clock");
    }

    /// Whether they could not be asked for a ride until now.
    private boolean isStale(Courier before, Instant now) {
        var seen = before.seenAt();
        return seen == null || seen.isBefore(now.minus(config.freshPosition()));
    }

    private static long own(Call call) {
        var id = call.id("courier_id");
        call.onlyFor(id, "courier");
        return id;
    }

    private static Courier known(Optional<Courier> courier) {
        return courier.orElseThrow(() -> Refused.notFound("courier"));
    }
}
