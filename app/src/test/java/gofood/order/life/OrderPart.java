package gofood.order.life;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The order service's part in [gofood.app.OneLife]: its own rules, without its store.
public final class OrderPart {
    private static final Address HERE = new Address(43.73, 7.42, "1 Rue Grimaldi");

    private Order order;
    private @Nullable Settlement settled;

    public OrderPart(Price price, Instant now, @Nullable Instant kitchenAt) {
        var bought =
                new Purchase(
                        2,
                        false,
                        7,
                        "Da Gino",
                        List.of(),
                        price,
                        PayBy.CARD,
                        IfUnavailable.SWAP,
                        null,
                        kitchenAt,
                        20,
                        HERE,
                        HERE,
                        null,
                        "1234",
                        now,
                        now.plusSeconds(3_600));
        order =
                new Order(
                        1,
                        bought,
                        new State.Placed(),
                        1,
                        1,
                        now,
                        null,
                        null,
                        new Eta(now, now),
                        Money.ZERO,
                        Money.ZERO,
                        null,
                        0);
    }

    /// @return the state into which it came, if it moved
    public Optional<State> on(Event event, Instant now) {
        var turn = Turn.of(order, event, now, Duration.ofSeconds(60));
        turn.ifPresent(it -> {
            order = it.order();
            settled = it.settled();
        });
        return turn.map(it -> it.order().state());
    }

    public State state() {
        return order.state();
    }

    public boolean hasEnded() {
        return order.state() instanceof State.Ended;
    }

    /// Of one that came to nothing.
    public @Nullable Settlement settled() {
        return settled;
    }

    /// What is told to an order by its payment, early or in time.
    public Event authorized(Instant now) {
        var at = order.purchase().kitchenAt();
        return at != null && at.isAfter(now)
                ? new Event.PaymentAuthorizedEarly(9, at)
                : new Event.PaymentAuthorized(9);
    }

    public static Event byCustomer() {
        return new Event.CustomerCancelled(StepWhy.said("changed my mind"), Liable.CUSTOMER);
    }

    public static Event byUs(String by, Liable liable) {
        return new Event.PlatformCancelled(by, StepWhy.said("it can't be"), liable);
    }
}
