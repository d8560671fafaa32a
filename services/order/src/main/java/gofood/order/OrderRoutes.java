package gofood.order;

import static gofood.platform.http.Access.ANYONE;
import static gofood.platform.http.Access.SIGNED_IN;
import static gofood.platform.http.Access.only;

import gofood.contracts.OrderApi.Completion;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.UserApi.Role;
import gofood.order.life.Life;
import gofood.order.life.Order;
import gofood.order.life.Order.Event;
import gofood.order.life.OrderViews;
import gofood.order.life.OrderViews.Seen;
import gofood.order.life.Orders;
import gofood.order.substitution.Substitutions;
import gofood.platform.Foundation;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Importance;
import gofood.platform.http.Live;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.List;

/// What clients ask of the order service.
final class OrderRoutes {
    private final Foundation base;
    private final OrderConfig config;
    private final Orders orders;
    private final Checkout checkout;
    private final Life life;
    private final OrderViews views;
    private final Substitutions substitutions;

    OrderRoutes(
            Foundation base,
            OrderConfig config,
            Orders orders,
            Checkout checkout,
            Life life,
            OrderViews views,
            Substitutions substitutions) {
        this.base = base;
        this.config = config;
        this.orders = orders;
        this.checkout = checkout;
        this.life = life;
        this.views = views;
        this.substitutions = substitutions;
    }

    Routes table() {
        var customer = only(Role.CUSTOMER, Role.GUEST);
        return new Routes()
                        .post("/quotes", ANYONE, this::quote)
                        .create("/orders", customer, this::place)
                        .get("/orders/{order_id}", SIGNED_IN, this::read)
                        .stream("/orders/{order_id}/stream", SIGNED_IN, this::stream)
                        .post(
                                "/callback/orders/{order_id}/complete",
                                only(Role.STAFF, Role.OPERATOR, Role.SERVICE),
                                this::complete)
                        .as(Importance.VITAL);
    }

    private Reply quote(Call call) {
        return Reply.ok(checkout.quote(call.body(NewOrder.class), call.anyPerson()));
    }

    private Idempotency.Creation place(Call call) {
        return checkout.place(call.body(NewOrder.class), call.person());
    }

    private Reply read(Call call) {
        return Reply.ok(views.view(views.seen(call), call.person()));
    }

    /// Each change of the order, as the whole order after it.
    private Live stream(Call call) {
        var now = views.seen(call).order();
        // what it never was is the number of another stream
        var last = Live.lastSeen(call) > now.version() ? 0 : Live.lastSeen(call);
        if (now.state() instanceof Order.State.Ended && last == now.version()) return Live.over();
        var person = call.person();
        return new Live(
                base.signals(),
                List.of(now.id()),
                last,
                seen ->
                        views.newer(now.id(), seen).stream()
                                .map(order -> streamed(order, person))
                                .toList());
    }

    private Live.Event streamed(Seen seen, Person person) {
        var order = seen.order();
        var last = order.state() instanceof Order.State.Ended;
        return new Live.Event(order.version(), "order", views.view(seen, person), last);
    }

    /// The seed's callback: the food is ready. Said twice, it is answered twice. An order that has
    /// not heard the kitchen's yes yet is given a moment to.
    private Reply complete(Call call) {
        var body = call.body(Completion.class);
        if (body.orderId() != call.id("order_id"))
            throw Refused.invalid("order_id", "must be the order in the path");
        var order = base.db().read(tx -> views.visible(tx, call));
        call.onlyForStaffOf(order.purchase().restaurantId());
        awaitKitchen(order.id());
        base.db().run(tx -> substitutions.beforeReady(tx, order.id()));
        base.db()
                .run(tx -> {
                    var now = orders.lock(tx, order.id()).orElseThrow();
                    if (now.state() instanceof Order.State.Complete) return;
                    life.move(tx, order.id(), new Event.FoodReady(), call.person().name());
                });
        return Reply.ok(body);
    }

    private void awaitKitchen(long orderId) {
        var wait = config.callbackWait();
        var left = RequestScope.current().left().dividedBy(2);
        var until = System.nanoTime() + (left.compareTo(wait) < 0 ? left : wait).toNanos();
        try (var news = base.signals().listen(orderId)) {
            while (isBeforeKitchen(orderId) && System.nanoTime() < until)
                news.await(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBeforeKitchen(long orderId) {
        var state = base.db().read(tx -> orders.find(tx, orderId)).orElseThrow().state();
        return state instanceof Order.State.Placed || state instanceof Order.State.Paid;
    }
}
