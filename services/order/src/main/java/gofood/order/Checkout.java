package gofood.order;

import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.order.life.News;
import gofood.order.life.OrderDeadlines;
import gofood.order.life.OrderMeters;
import gofood.order.life.OrderTraces;
import gofood.order.life.Orders;
import gofood.order.life.Purchase;
import gofood.order.promotion.Promotions;
import gofood.order.promotion.Promotions.Customer;
import gofood.order.quote.Promise;
import gofood.order.slot.Slots;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.wire.Refused;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one story across services: price the basket from the restaurant's own menu and the way to
/// the door, place the order, have it paid.
final class Checkout {
    private final Foundation base;
    private final Quotes quotes;
    private final Slots slots;
    private final Promotions promotions;
    private final Orders orders;
    private final OrderDeadlines deadlines;
    private final OrderMeters meters;
    private final OrderTraces traces;
    private final SecureRandom random = new SecureRandom();

    Checkout(
            Foundation base,
            Quotes quotes,
            Slots slots,
            Promotions promotions,
            Orders orders,
            OrderDeadlines deadlines,
            OrderMeters meters,
            OrderTraces traces) {
        this.base = base;
        this.quotes = quotes;
        this.slots = slots;
        this.promotions = promotions;
        this.orders = orders;
        this.deadlines = deadlines;
        this.meters = meters;
        this.traces = traces;
    }

    /// What it would cost now, and when it would come.
    Quote quote(NewOrder wanted, Optional<Person> person) {
        var customer = person.map(Checkout::customer).orElse(Customer.NOBODY);
        return quotes.sell(quotes.prospect(wanted, customer));
    }

    private static Customer customer(Person person) {
        return new Customer(person.id(), person.has(Role.CUSTOMER));
    }

    /// What an order is about to be placed for.
    ///
    /// @param promise what its quote had promised, if it carries one
    private record Deal(Prospect prospect, Quote quote, @Nullable Promise promise) {
        /// Whether others may want the same at the same moment.
        boolean isScarce() {
            return prospect.slot() != null || quote.price().promotion() != null;
        }
    }

    /// Prices the basket, or keeps the price that its quote promised; the order is placed when the
    /// creation runs in its transaction, which it may share with others, together with the event
    /// that asks payment to authorise it. Nobody waits for that: payment answers by an event of its
    /// own, see [gofood.order.life.OrderEvents].
    Idempotency.Creation place(NewOrder wanted, Person person) {
        var payment = wanted.payment();
        if (payment == null)
            throw new Refused(422, "missing_field", "The field payment is missing.")
                    .with("missing", "payment");
        var deal = deal(wanted, person);
        var bought = purchase(deal, payment, person);
        return new Idempotency.Creation() {
            @Override
            public Reply in(Tx tx) {
                var id = orders.insert(tx, bought, deal.quote.eta(), person.name());
                base.outbox().send(tx, id, News.placed(id, bought, payment));
                deadlines.watchNew(tx, id, bought.placedAt());
                reserve(tx, id, deal, person);
                meters.placed(tx);
                traces.begin(tx, id);
                return Reply.created(
                        "/orders/" + id, new OrderPlaced(id, "Order placed successfully"));
            }

            @Override
            public boolean isSociable() {
                return !deal.isScarce();
            }
        };
    }

    private Deal deal(NewOrder wanted, Person person) {
        var token = wanted.quote();
        var promise = token == null ? null : quotes.promised(token, wanted);
        var prospect = quotes.prospect(wanted, customer(person));
        var quote =
                token == null || promise == null
                        ? quotes.sell(prospect)
                        : quotes.redeem(promise, token, prospect);
        return new Deal(prospect, quote, promise);
    }

    /// Takes what others may take at the same moment, last, since they wait for it meanwhile: first
    /// the slot, then the promotion, always in this order.
    ///
    /// @throws Refused when somebody was faster
    private void reserve(Tx tx, long id, Deal deal, Person person) {
        var prospect = deal.prospect;
        var slot = prospect.slot();
        var promotion = deal.quote.price().promotion();
        try {
            if (slot != null) slots.take(tx, prospect.menu(), slot.from());
        } catch (Refused gone) {
            throw otherwise(deal, prospect.withoutSlot(gone), gone);
        }
        try {
            if (promotion != null) promotions.reserve(tx, promotion.code(), person.id(), id);
        } catch (Refused gone) {
            throw otherwise(deal, prospect.withoutPromotion(gone), gone);
        }
    }

    private Refused otherwise(Deal deal, Prospect left, Refused gone) {
        return deal.promise == null ? gone : quotes.changed(deal.promise, left);
    }

    private Purchase purchase(Deal deal, PaymentMethod payment, Person customer) {
        var menu = deal.prospect.menu();
        var wanted = deal.prospect.wanted();
        var quote = deal.quote;
        var ifUnavailable = wanted.ifUnavailable();
        return new Purchase(
                customer.id(),
                !customer.has(Role.CUSTOMER),
                menu.restaurantId(),
                menu.name(),
                quote.items(),
                quote.price(),
                payment.method(),
                ifUnavailable == null ? IfUnavailable.DROP : ifUnavailable,
                quote.slot(),
                kitchenAt(menu, quote),
                quote.preparationMinutes(),
                menu.address(),
                wanted.address(),
                wanted.note(),
                "%04d".formatted(random.nextInt(10_000)),
                base.clock().instant().truncatedTo(ChronoUnit.MICROS),
                quote.eta().to());
    }

    private @Nullable Instant kitchenAt(Menu menu, Quote quote) {
        var slot = quote.slot();
        return slot == null ? null : slots.kitchenAt(menu, slot, quote.distanceMetres());
    }
}
