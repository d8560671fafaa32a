package gofood.order;

import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.Order.Purchase;
import gofood.platform.Foundation;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.wire.Refused;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;

/// The one story across services: price the basket from the restaurant's own menu and the way to
/// the door, place the order, have it paid.
final class Checkout {
    private final Foundation base;
    private final OrderConfig config;
    private final Menus menus;
    private final LastMile lastMile;
    private final Orders orders;
    private final OrderDeadlines deadlines;
    private final SecureRandom random = new SecureRandom();

    Checkout(
            Foundation base,
            OrderConfig config,
            Menus menus,
            LastMile lastMile,
            Orders orders,
            OrderDeadlines deadlines) {
        this.base = base;
        this.config = config;
        this.menus = menus;
        this.lastMile = lastMile;
        this.orders = orders;
        this.deadlines = deadlines;
    }

    /// What it would cost now, and when it would come.
    Quote quote(NewOrder wanted) {
        return price(menus.of(wanted.restaurantId()), wanted);
    }

    /// Prices the basket; the order is placed when the creation runs in its transaction, together
    /// with the event that asks payment to authorise it. Nobody waits for that: payment answers by
    /// an event of its own, see [OrderEvents].
    Idempotency.Creation place(NewOrder wanted, Person customer) {
        var payment = wanted.payment();
        if (payment == null)
            throw new Refused(422, "missing_field", "The field payment is missing.")
                    .with("missing", "payment");
        var menu = menus.of(wanted.restaurantId());
        var quote = price(menu, wanted);
        var bought = purchase(menu, quote, wanted, customer);
        return tx -> {
            var id = orders.insert(tx, bought, quote.eta(), customer.name());
            base.outbox().send(tx, id, placed(id, bought, payment));
            deadlines.watch(tx, id, new Order.State.Placed(), bought.placedAt());
            return Reply.created("/orders/" + id, new OrderPlaced(id, "Order placed successfully"));
        };
    }

    private Purchase purchase(Menu menu, Quote quote, NewOrder wanted, Person customer) {
        return new Purchase(
                customer.id(),
                menu.restaurantId(),
                menu.name(),
                quote.items(),
                quote.itemsTotal(),
                quote.deliveryFee(),
                quote.currency(),
                quote.preparationMinutes(),
                menu.address(),
                wanted.address(),
                wanted.note(),
                "%04d".formatted(random.nextInt(10_000)),
                base.clock().instant().truncatedTo(ChronoUnit.MICROS),
                quote.eta().to());
    }

    private static OrderEvent.Placed placed(long id, Purchase bought, PaymentMethod payment) {
        return new OrderEvent.Placed(
                id,
                bought.customerId(),
                bought.restaurantId(),
                bought.total(),
                bought.currency(),
                payment);
    }

    private Quote price(Menu menu, NewOrder wanted) {
        var way = lastMile.between(menu, wanted.address());
        return new Basket(menu, config).price(wanted, way, base.clock().instant());
    }
}
