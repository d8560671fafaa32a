package gofood.order.tracking;

import gofood.contracts.OrderApi.Tracking;
import gofood.contracts.OrderApi.TrackingStep;
import gofood.contracts.UserApi.Role;
import gofood.order.life.Order;
import gofood.order.life.OrderViews;
import gofood.order.life.OrderViews.Seen;
import gofood.order.life.Orders;
import gofood.order.seal.Seal;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Live;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives links away, and shows an order to whoever has one.
public final class TrackingRoutes {
    private final Foundation base;
    private final Orders orders;
    private final OrderViews views;
    private final Links links;
    private final CourierSpots spots;

    public TrackingRoutes(Foundation base, Orders orders, OrderViews views, TrackingConfig config) {
        this.base = base;
        this.orders = orders;
        this.views = views;
        this.links = new Links(Seal.open(base.db(), Links.PURPOSE), config);
        this.spots = new CourierSpots(base.peer("delivery"), config);
    }

    public Routes table() {
        var customer = Access.only(Role.CUSTOMER, Role.GUEST);
        return new Routes()
                        .post("/orders/{order_id}/links", customer, this::link)
                        .delete("/orders/{order_id}/links", customer, this::endLinks)
                        .get("/tracking/{token}", Access.ANYONE, this::read)
                        .stream("/tracking/{token}/stream", Access.ANYONE, this::stream);
    }

    private Reply link(Call call) {
        var order = base.db().tx(tx -> views.mine(tx, call));
        return Reply.ok(links.of(order, base.clock().instant())).with("Cache-Control", "no-store");
    }

    private Reply endLinks(Call call) {
        base.db()
                .run(tx -> {
                    var id = views.mine(tx, call).id();
                    orders.endLinks(tx, id);
                    tx.afterCommit(() -> base.signals().wake(id));
                });
        return Reply.none();
    }

    private Reply read(Call call) {
        var seen = open(pass(call));
        return Reply.ok(tracking(seen, spot(seen.order()))).with("Cache-Control", "no-store");
    }

    private Live stream(Call call) {
        var pass = pass(call);
        var seen = open(pass);
        var order = seen.order();
        // what it never was is the number of another stream
        var version = Live.lastSeen(call) / Follower.MOVES;
        var last = version > order.version() ? 0 : Live.lastSeen(call);
        if (hasEnded(order) && version == order.version()) return Live.over();
        return new Live(base.signals(), List.of(order.id()), last, new Follower(pass, seen)::newer);
    }

    private Links.Pass pass(Call call) {
        return links.read(call.path("token"), base.clock().instant());
    }

    /// The order that is to be seen by this.
    ///
    /// @throws gofood.platform.wire.Refused 404 when it is none, or not any more
    private Seen open(Links.Pass pass) {
        var seen = views.newer(pass.order(), 0).orElseThrow(Links::gone);
        if (isOver(pass, seen.order())) throw Links.gone();
        return seen;
    }

    private boolean isOver(Links.Pass pass, Order order) {
        return links.isOver(pass, order, base.clock().instant());
    }

    /// Asked outside of a transaction: the database does not wait for another service.
    private Sighting spot(Order order) {
        return order.state() instanceof Order.State.PickedUp
                ? spots.of(order)
                : new Sighting.Unknown();
    }

    private Tracking tracking(Seen seen, Sighting spot) {
        var order = seen.order();
        var bought = order.purchase();
        var courier = spot.point();
        return new Tracking(
                order.id(),
                order.state().status(),
                bought.restaurantName(),
                bought.pickup(),
                bought.placedAt(),
                bought.slot(),
                order.readyAt(),
                bought.promisedAt(),
                hasEnded(order) ? null : order.eta(),
                firstName(order.courierName()),
                courier == null ? null : courier.lat(),
                courier == null ? null : courier.lon(),
                steps(seen));
    }

    private static boolean hasEnded(Order order) {
        return order.state() instanceof Order.State.Ended;
    }

    private static @Nullable String firstName(@Nullable String name) {
        return name == null ? null : name.strip().split("\\s+", 2)[0];
    }

    /// What was only noted meanwhile is nobody's business.
    private static List<TrackingStep> steps(Seen seen) {
        var steps = new ArrayList<TrackingStep>();
        for (var entry : seen.timeline(false))
            if (steps.isEmpty() || steps.getLast().status() != entry.status())
                steps.add(new TrackingStep(entry.status(), entry.at()));
        return steps;
    }

    /// Tells one listener each change of the order, and each move of its courier. An event's number
    /// is the order's version with room for the moves behind it.
    private final class Follower {
        private static final long MOVES = 1_000_000;

        private final Links.Pass pass;
        private Sighting told = new Sighting.Unknown();
        private Seen seen;

        /// @param seen as it was when this listener came
        Follower(Links.Pass pass, Seen seen) {
            this.pass = pass;
            this.seen = seen;
        }

        List<Live.Event> newer(long last) {
            seen = views.newer(pass.order(), seen.order().version()).orElse(seen);
            var order = seen.order();
            // whoever comes back to it is told as everybody is
            if (isOver(pass, order))
                return List.of(new Live.Event(last + 1, "gone", Map.of(), true));
            var spot = spot(order);
            var isNews = order.version() > last / MOVES;
            var hasMoved = !(spot instanceof Sighting.Unknown) && !spot.equals(told);
            if (!isNews && !hasMoved) return List.of();
            told = spot;
            var number = isNews ? order.version() * MOVES : last + 1;
            return List.of(
                    new Live.Event(number, "tracking", tracking(seen, spot), hasEnded(order)));
        }
    }
}
