package gofood.order;

import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.RestaurantApi.Menu;
import gofood.platform.Foundation;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.wire.Refused;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;

/// The one story across services: price the basket from the restaurant's own menu, place the order,
/// have it paid.
final class Checkout {
    private final Foundation base;
    private final OrderConfig config;
    private final Menus menus;
    private final Orders orders;
    private final OrderDeadlines deadlines;
    private final SecureRandom random = new SecureRandom();

    Checkout(
            Foundation base,
            OrderConfig config,
            Menus menus,
            Orders orders,
            OrderDeadlines deadlines) {
        this.base = base;
        this.config = config;
        this.menus = menus;
        this.orders = orders;
        this.deadlines = deadlines;
    }

    /// What it would cost now.
    Quote quote(NewOrder wanted) {
        return price(menus.of(wanted.restaurantId()), wanted);
    }

    /// Prices the basket; the order is placed when the creation runs in its transaction, together
    /// with the event that asks payment to authorise it.
    Idempotency.Creation place(NewOrder wanted, Person customer) {
        var payment = wanted.payment();
        if (payment == null)
            throw new Refused(422, "missing_field", "The field payment is missing.")
                    .with("missing", "payment");
        var menu = menus.of(wanted.restaurantId());
        var quote = price(menu, wanted);
        var draft =
                new Orders.Draft(
                        customer.id(),
                        menu.name(),
                        quote,
                        menu.address(),
                        wanted.address(),
                        wanted.note(),
                        "%04d".formatted(random.nextInt(10_000)));
        return tx -> {
            var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
            var id = orders.insert(tx, draft, customer.name(), now);
            base.outbox()
                    .send(
                            tx,
                            id,
                            new OrderEvent.Placed(
                                    id,
                                    customer.id(),
                                    quote.restaurantId(),
                                    quote.total(),
                                    quote.currency(),
                                    payment));
            deadlines.watch(tx, id, new Order.State.Placed(), now);
            return Reply.created("/orders/" + id, new OrderPlaced(id, "Order placed successfully"));
        };
    }

    private Quote price(Menu menu, NewOrder wanted) {
        return new Basket(menu, config).price(wanted, base.clock().instant());
    }
}
