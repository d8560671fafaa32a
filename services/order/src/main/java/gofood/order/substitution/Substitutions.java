package gofood.order.substitution;

import gofood.contracts.Currency;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewSubstitution;
import gofood.contracts.OrderApi.OrderEvent.SubstitutionProposed;
import gofood.contracts.OrderApi.Substitution;
import gofood.contracts.OrderApi.SubstitutionStatus;
import gofood.order.life.Life;
import gofood.order.life.Order;
import gofood.order.life.Orders;
import gofood.order.life.StepReason;
import gofood.order.life.StepWhy;
import gofood.order.price.Pricing;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Asks the customer what to do without a dish, and does it: as they answer, or as they wished when
/// they ordered if they don't.
public final class Substitutions {
    public static final String TIMER = "order.substitution";
    private static final int MOST_PER_ORDER = 50;

    private final Foundation base;
    private final Orders orders;
    private final Life life;
    private final Proposals proposals;
    private final Pricing pricing;
    private final Duration wait;

    /// @param wait how long the customer has to answer
    public Substitutions(
            Foundation base,
            Orders orders,
            Life life,
            Proposals proposals,
            Pricing pricing,
            Duration wait) {
        this.base = base;
        this.orders = orders;
        this.life = life;
        this.proposals = proposals;
        this.pricing = pricing;
        this.wait = wait;
    }

    /// @param dish what is proposed, as the menu has it; null: to leave it out
    /// @param by who proposes, for the timeline
    Substitution propose(
            Tx tx, long orderId, NewSubstitution wanted, @Nullable Line dish, String by) {
        var order = orders.lock(tx, orderId).orElseThrow();
        if (!isInTheKitchen(order)) throw Life.wrongState(order);
        var lines = order.purchase().items();
        var missing = missing(order, wanted);
        var quantity = wanted.quantity() == null ? missing.quantity() : wanted.quantity();
        if (quantity > missing.quantity())
            throw Refused.invalid("quantity", "must be at most " + missing.quantity());
        var all = proposals.of(tx, orderId);
        if (all.size() >= MOST_PER_ORDER)
            throw Refused.conflict("too_many", "This order has had enough proposals.");
        for (var other : all)
            if (other.line() == missing.line() && other.status() == SubstitutionStatus.PROPOSED)
                throw Refused.conflict(
                        "already_asked", "The customer is asked about this line already.");
        var instead = dish == null ? null : Exchange.insteadOf(missing, quantity, dish, lines);
        var answerBy = base.clock().instant().plus(wait).truncatedTo(ChronoUnit.MICROS);
        var id = proposals.insert(tx, orderId, missing, quantity, instead, wanted.note(), answerBy);
        count(tx, order);
        base.timers().set(tx, TIMER, id, answerBy);
        var question = question(order, missing, quantity, instead, dish);
        life.noted(tx, order, by, new StepWhy(question, StepReason.DISH_MISSING));
        base.outbox().send(tx, orderId, proposed(order, id, question, answerBy));
        return proposals.find(tx, id).orElseThrow();
    }

    /// Does as the customer says.
    ///
    /// @param accept take what is proposed, or else leave the dish out
    /// @return the order after it
    Order answer(Tx tx, long orderId, long id, boolean accept, String by) {
        var order = orders.lock(tx, orderId).orElseThrow();
        var asked =
                proposals.open(tx, orderId).stream()
                        .filter(it -> it.substitutionId() == id)
                        .findFirst()
                        .orElseThrow(() -> closed(tx, orderId, id));
        if (base.clock().instant().isAfter(asked.answerBy()))
            throw Refused.conflict("too_late", "The time to answer is over.");
        return settle(tx, order, asked, accept, by);
    }

    private Refused closed(Tx tx, long orderId, long id) {
        return proposals.of(tx, orderId).stream()
                .filter(it -> it.substitutionId() == id)
                .findFirst()
                .map(it ->
                        Refused.conflict("already_answered", "This is decided already.")
                                .with("state", it.status()))
                .orElseGet(() -> Refused.notFound("substitution"));
    }

    /// The time to answer may be over: what the customer wished when they ordered applies.
    public void ring(String key) {
        var id = Long.parseLong(key);
        base.db()
                .run(tx ->
                        proposals
                                .orderOf(tx, id)
                                .flatMap(orderId -> orders.lock(tx, orderId))
                                .ifPresent(order -> expired(tx, order, id)));
    }

    private void expired(Tx tx, Order order, long id) {
        var asked = proposals.find(tx, id).orElseThrow();
        if (asked.status() != SubstitutionStatus.PROPOSED) return;
        if (base.clock().instant().isBefore(asked.answerBy())) {
            base.timers().set(tx, TIMER, id, asked.answerBy());
            return;
        }
        switch (order.purchase().ifUnavailable()) {
            case SWAP -> settle(tx, order, asked, true, "deadline");
            case DROP -> settle(tx, order, asked, false, "deadline");
            case CANCEL ->
                    cancel(
                            tx,
                            order,
                            "deadline",
                            new StepWhy(
                                    order.purchase().restaurantName()
                                            + " doesn't have "
                                            + asked.itemName()
                                            + ", and the customer wanted all or nothing.",
                                    StepReason.ALL_OR_NOTHING));
        }
    }

    /// The food is ready: a question that is still open is decided by what the kitchen has done.
    /// Who wanted a swap gets it; anybody else doesn't pay for what isn't in the bag.
    public void beforeReady(Tx tx, long orderId) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty()) return;
        var order = found.get();
        var swap = order.purchase().ifUnavailable() == IfUnavailable.SWAP;
        for (var asked : proposals.open(tx, orderId))
            if (isInTheKitchen(order)) order = settle(tx, order, asked, swap, "restaurant");
    }

    private Order settle(Tx tx, Order order, Substitution asked, boolean accept, String by) {
        var taken = accept && asked.instead() != null;
        proposals.answer(
                tx,
                asked.substitutionId(),
                taken ? SubstitutionStatus.ACCEPTED : SubstitutionStatus.DROPPED);
        base.timers().clear(tx, TIMER, asked.substitutionId());
        var exchange = taken ? Exchange.accepted(asked) : Exchange.dropped(asked);
        var before = order.purchase().items();
        var after = exchange.in(before);
        if (after.isEmpty()) {
            var why = new StepWhy("Nothing of the order is left.", StepReason.NOTHING_LEFT);
            return cancel(tx, order, by, why);
        }
        var price = pricing.reprice(order.purchase().price(), before, after);
        var changed = life.changed(tx, order, after, price, by, what(asked, taken));
        count(tx, changed);
        return changed;
    }

    /// At the restaurant's cost, since it doesn't have what it sells.
    private Order cancel(Tx tx, Order order, String by, StepWhy why) {
        var event = new Order.Event.PlatformCancelled("restaurant", why, Liable.RESTAURANT);
        return life.move(tx, order.id(), event, by);
    }

    /// Says anew what the order would cost after each open question.
    private void count(Tx tx, Order order) {
        var lines = order.purchase().items();
        var price = order.purchase().price();
        for (var asked : proposals.open(tx, order.id()))
            proposals.totals(
                    tx,
                    asked.substitutionId(),
                    Exchange.accepted(asked).total(pricing, price, lines),
                    Exchange.dropped(asked).total(pricing, price, lines));
    }

    private static Line missing(Order order, NewSubstitution wanted) {
        return order.purchase().items().stream()
                .filter(line -> line.line() == wanted.line())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("line", "must be one of the order's lines"));
    }

    private static boolean isInTheKitchen(Order order) {
        return order.state() instanceof Order.State.Received
                || order.state() instanceof Order.State.Preparing;
    }

    private static SubstitutionProposed proposed(
            Order order, long id, String question, Instant answerBy) {
        return new SubstitutionProposed(
                order.id(),
                order.purchase().customerId(),
                order.purchase().restaurantId(),
                id,
                question,
                answerBy);
    }

    private static String question(
            Order order, Line missing, int quantity, @Nullable Line instead, @Nullable Line dish) {
        var what =
                "%s doesn't have %d × %s."
                        .formatted(order.purchase().restaurantName(), quantity, missing.name());
        if (instead == null || dish == null) return what + " May it be left out?";
        var currency = new Currency(order.purchase().price().currency());
        var price = currency.text(instead.price());
        var cheaper =
                dish.price().isMoreThan(instead.price())
                        ? ", instead of " + currency.text(dish.price())
                        : "";
        return what + " Would you take %s for %s%s?".formatted(instead.name(), price, cheaper);
    }

    private static StepWhy what(Substitution asked, boolean taken) {
        var instead = asked.instead();
        var missing = asked.quantity() + " × " + asked.itemName();
        return taken && instead != null
                ? new StepWhy(
                        instead.name() + " comes instead of " + missing + ".",
                        StepReason.DISH_SWAPPED)
                : new StepWhy(missing + " is left out.", StepReason.DISH_LEFT_OUT);
    }
}
