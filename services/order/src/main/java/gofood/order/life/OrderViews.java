package gofood.order.life;

import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.Substitution;
import gofood.order.life.Order.State;
import gofood.order.substitution.Proposals;
import gofood.platform.db.Tx;
import gofood.platform.http.Call;
import gofood.platform.http.Person;
import gofood.platform.wire.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who sees an order, and what of it.
public final class OrderViews {
    private final Orders orders;
    private final Proposals proposals;

    public OrderViews(Orders orders, Proposals proposals) {
        this.orders = orders;
        this.proposals = proposals;
    }

    /// The order in the path, if this person has a part in it.
    public Order visible(Tx tx, Call call) {
        var order = find(tx, call);
        var person = call.person();
        if (person.worksAt(order.purchase().restaurantId())) return order;
        call.onlyFor(order.purchase().customerId(), "order");
        return order;
    }

    /// The order in the path, if this person is its customer or may act for them.
    ///
    /// @throws Refused 404 for strangers, 403 for the restaurant's staff
    public Order own(Tx tx, Call call) {
        var order = visible(tx, call);
        var person = call.person();
        if (person.isTrusted() || person.id() == order.purchase().customerId()) return order;
        throw new Refused(403, "not_allowed", "Only the customer may do this.");
    }

    /// The order in the path, if this very person ordered it: for what nobody does for them.
    ///
    /// @throws Refused 404 for everybody else
    public Order mine(Tx tx, Call call) {
        var order = find(tx, call);
        if (call.person().id() == order.purchase().customerId()) return order;
        throw Refused.notFound("order");
    }

    private Order find(Tx tx, Call call) {
        return orders.find(tx, call.id("order_id")).orElseThrow(() -> Refused.notFound("order"));
    }

    public OrderView view(Tx tx, Order order, Person person) {
        var bought = order.purchase();
        return new OrderView(
                order.id(),
                order.state().status(),
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.price(),
                bought.payBy(),
                order.refunded(),
                bought.dropoff(),
                bought.note(),
                bought.ifUnavailable(),
                person.id() == bought.customerId() ? bought.deliveryPin() : null,
                order.courierName(),
                bought.placedAt(),
                bought.slot(),
                order.readyAt(),
                bought.promisedAt(),
                order.state() instanceof State.Ended ? null : order.eta(),
                substitutions(tx, order),
                isKitchen(bought, person) ? ofTheFood(order.rating()) : order.rating(),
                orders.timeline(tx, order, person.isTrusted()));
    }

    private static boolean isKitchen(Purchase bought, Person person) {
        return !person.isTrusted() && person.id() != bought.customerId();
    }

    /// What a kitchen hears of a rating: how it was brought is between customer and courier.
    public static @Nullable Rating ofTheFood(@Nullable Rating said) {
        return said == null ? null : new Rating(said.food(), null, said.comment(), said.at());
    }

    private List<Substitution> substitutions(Tx tx, Order order) {
        // nothing can have been proposed before a kitchen said yes
        return order.readyAt() == null ? List.of() : proposals.of(tx, order.id());
    }
}
