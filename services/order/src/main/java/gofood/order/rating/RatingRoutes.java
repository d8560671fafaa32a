package gofood.order.rating;

import gofood.contracts.OrderApi.NewRating;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.UserApi.Role;
import gofood.order.life.Life;
import gofood.order.life.News;
import gofood.order.life.Order;
import gofood.order.life.OrderViews;
import gofood.order.life.Orders;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The customer says how it was, and may change their mind for a while. Nobody says it for them.
public final class RatingRoutes {
    private final Foundation base;
    private final Orders orders;
    private final OrderViews views;
    private final Duration within;

    /// @param within how long after the delivery
    public RatingRoutes(Foundation base, Orders orders, OrderViews views, Duration within) {
        this.base = base;
        this.orders = orders;
        this.views = views;
        this.within = within;
    }

    public Routes table() {
        var customer = Access.only(Role.CUSTOMER, Role.GUEST);
        return new Routes().put("/orders/{order_id}/rating", customer, this::rate);
    }

    private Reply rate(Call call) {
        var said = call.body(NewRating.class);
        return base.db()
                .tx(tx -> {
                    var id = views.mine(tx, call).id();
                    // said on two devices at once, the second knows what the first said
                    return Reply.ok(rate(tx, orders.lock(tx, id).orElseThrow(), said));
                });
    }

    private Rating rate(Tx tx, Order order, NewRating said) {
        var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
        requireInTime(order, now);
        var rating = new Rating(said.food(), said.ride(), comment(said), now);
        var before = order.rating();
        if (before != null && isSame(before, rating)) return before;
        var rated = order.rated(rating);
        orders.saveRating(tx, rated);
        base.outbox().send(tx, order.id(), News.rated(rated, rating));
        tx.afterCommit(() -> base.signals().wake(order.id()));
        return rating;
    }

    private void requireInTime(Order order, Instant now) {
        if (!(order.state() instanceof Order.State.Delivered)) throw Life.wrongState(order);
        if (now.isAfter(order.since().plus(within)))
            throw Refused.conflict(
                    "too_late",
                    "An order can be rated within %d days of the delivery."
                            .formatted(within.toDays()));
    }

    private static @Nullable String comment(NewRating said) {
        var comment = said.comment();
        return comment == null || comment.isBlank() ? null : comment.strip();
    }

    private static boolean isSame(Rating one, Rating other) {
        return one.food() == other.food()
                && Objects.equals(one.ride(), other.ride())
                && Objects.equals(one.comment(), other.comment());
    }
}
