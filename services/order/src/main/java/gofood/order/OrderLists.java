package gofood.order;

import gofood.contracts.OrderApi.OrderList;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderSummary;
import gofood.contracts.UserApi.Role;
import gofood.order.life.OrderDeadlines;
import gofood.order.life.OrderPages;
import gofood.order.life.OrderViews;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import org.jspecify.annotations.Nullable;

/// Lists of orders: of a customer, of a kitchen, of all; and of those that are stuck.
final class OrderLists {
    private final Foundation base;
    private final OrderPages orders = new OrderPages();
    private final OrderDeadlines deadlines;

    OrderLists(Foundation base, OrderDeadlines deadlines) {
        this.base = base;
        this.deadlines = deadlines;
    }

    Routes table() {
        return new Routes().get("/orders", Access.SIGNED_IN, this::list);
    }

    private Reply list(Call call) {
        var filter = filter(call);
        if (call.queryFlag("stuck").orElse(false)) return stuck(call, filter);
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        call.limit(20),
                        most -> base.db().tx(tx -> orders.page(tx, filter, before, most)),
                        OrderSummary::orderId);
        var seen = page.entries().stream().map(it -> seen(it, call.person())).toList();
        return Reply.ok(new OrderList(seen, page.nextCursor()));
    }

    private static OrderSummary seen(OrderSummary it, Person person) {
        if (person.isTrusted() || !person.has(Role.STAFF)) return it;
        return new OrderSummary(
                it.orderId(),
                it.status(),
                it.restaurantId(),
                it.restaurantName(),
                it.total(),
                it.currency(),
                it.placedAt(),
                it.statusAt(),
                OrderViews.ofTheFood(it.rating()));
    }

    private Reply stuck(Call call, OrderPages.Filter filter) {
        if (!call.person().isTrusted())
            throw new Refused(403, "not_allowed", "Only operators may ask for what is stuck.");
        var limits = deadlines.stuckSince(base.clock().instant());
        var after = call.cursor(0);
        var page =
                Page.of(
                        call.limit(20),
                        most -> base.db().tx(tx -> orders.stuck(tx, filter, limits, after, most)),
                        OrderSummary::orderId);
        return Reply.ok(new OrderList(page.entries(), page.nextCursor()));
    }

    /// Customers see their own orders, staff those of their kitchens, operators and services all.
    private static OrderPages.Filter filter(Call call) {
        var person = call.person();
        var restaurant = call.queryNumber("restaurant_id");
        var one = restaurant.map(id -> new Long[] {id}).orElse(null);
        if (person.isTrusted())
            return filter(call, call.queryNumber("customer_id").orElse(null), one);
        if (person.has(Role.STAFF)) {
            restaurant.ifPresent(call::onlyForStaffOf);
            var own = person.restaurants().toArray(Long[]::new);
            return filter(call, null, one == null ? own : one);
        }
        return filter(call, person.id(), one);
    }

    private static OrderPages.Filter filter(
            Call call, @Nullable Long customer, Long @Nullable [] restaurants) {
        return new OrderPages.Filter(
                customer,
                restaurants,
                call.queryWord("status", OrderStatus.class).orElse(null),
                call.queryMoment("from").orElse(null),
                call.queryMoment("to").orElse(null));
    }
}
