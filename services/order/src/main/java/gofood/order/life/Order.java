package gofood.order.life;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Rating;
import gofood.order.life.Order.Event.CustomerCancelled;
import gofood.order.life.Order.Event.FromCourier;
import gofood.order.life.Order.Event.FromKitchen;
import gofood.order.life.Order.Event.FromPayment;
import gofood.order.life.Order.Event.KitchenTimeCame;
import gofood.order.life.Order.Event.PaymentAuthorized;
import gofood.order.life.Order.Event.PaymentAuthorizedEarly;
import gofood.order.life.Order.Event.PaymentDeclined;
import gofood.order.life.Order.Event.PlatformCancelled;
import gofood.order.life.Order.State.Cancelled;
import gofood.order.life.Order.State.Complete;
import gofood.order.life.Order.State.Declined;
import gofood.order.life.Order.State.Delivered;
import gofood.order.life.Order.State.Ended;
import gofood.order.life.Order.State.Paid;
import gofood.order.life.Order.State.PickedUp;
import gofood.order.life.Order.State.Placed;
import gofood.order.life.Order.State.Preparing;
import gofood.order.life.Order.State.Received;
import gofood.order.life.Order.State.Rejected;
import gofood.order.life.Order.State.Scheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order: what was bought, and how far it is.
///
/// @param step how many steps its life has had; the number of its last timeline entry
/// @param version how many changes it has had, which are more than its steps
/// @param since when it came into its state
/// @param eta when it comes, as far as one can say now
/// @param refunded what of the money went back so far
/// @param cheaper how much cheaper substitutions made it
/// @param rating what the customer said of it
/// @param linksEnded how often its customer took the links to it back
public record Order(
        long id,
        Purchase purchase,
        State state,
        int step,
        int version,
        Instant since,
        @Nullable Instant readyAt,
        @Nullable String courierName,
        Eta eta,
        Money refunded,
        Money cheaper,
        @Nullable Rating rating,
        int linksEnded) {

    public sealed interface State {
        record Placed() implements State {}

        record Scheduled(long payment, Instant kitchenAt) implements State {}

        record Paid(long payment) implements State {}

        record Received(Instant readyAt) implements State {}

        record Preparing(Instant readyAt) implements State {}

        record Complete() implements State {}

        record PickedUp(long courier) implements State {}

        /// Nothing can follow.
        sealed interface Ended extends State {}

        record Declined(String reason) implements Ended {}

        record Delivered(long courier) implements Ended {}

        record Rejected(String reason) implements Ended {}

        record Cancelled(String by, String reason) implements Ended {}

        default OrderStatus status() {
            return switch (this) {
                case Placed _ -> OrderStatus.PLACED;
                case Declined _ -> OrderStatus.DECLINED;
                case Scheduled _ -> OrderStatus.SCHEDULED;
                case Paid _ -> OrderStatus.PAID;
                case Received _ -> OrderStatus.RECEIVED;
                case Preparing _ -> OrderStatus.PREPARING;
                case Complete _ -> OrderStatus.COMPLETE;
                case PickedUp _ -> OrderStatus.PICKED_UP;
                case Delivered _ -> OrderStatus.DELIVERED;
                case Rejected _ -> OrderStatus.REJECTED;
                case Cancelled _ -> OrderStatus.CANCELLED;
            };
        }
    }

    public sealed interface Event {
        sealed interface FromPayment extends Event {}

        record PaymentAuthorized(long payment) implements FromPayment {}

        /// Authorised while the time to cook is still ahead.
        record PaymentAuthorizedEarly(long payment, Instant kitchenAt) implements FromPayment {}

        record PaymentDeclined(String reason) implements FromPayment {}

        /// It is time for the kitchen to begin.
        record KitchenTimeCame() implements Event {}

        sealed interface FromKitchen extends Event {}

        record KitchenConfirmed(Instant readyAt) implements FromKitchen {}

        record KitchenRejected(String reason) implements FromKitchen {}

        record CookingStarted() implements FromKitchen {}

        record FoodReady() implements FromKitchen {}

        sealed interface FromCourier extends Event {}

        record CourierPickedUp(long courier) implements FromCourier {}

        record CourierDelivered(long courier) implements FromCourier {}

        /// @param liable the customer, or the restaurant when it doesn't have what was ordered
        record CustomerCancelled(StepWhy why, Liable liable) implements Event {}

        /// By an operator, a deadline, or because no courier was found.
        record PlatformCancelled(String by, StepWhy why, Liable liable) implements Event {}

        /// Why the order comes to nothing by this, for a program.
        default @Nullable StepReason stepReason() {
            return switch (this) {
                case PaymentDeclined(var said) -> StepReason.ofDecline(said);
                case CustomerCancelled(var why, _) -> why.reason();
                case PlatformCancelled(_, var why, _) -> why.reason();
                case PaymentAuthorized _,
                        PaymentAuthorizedEarly _,
                        KitchenTimeCame _,
                        FromKitchen _,
                        FromCourier _ ->
                        null;
            };
        }

        /// Whose fault it is when the order comes to nothing by this.
        default Liable liable() {
            return switch (this) {
                case CustomerCancelled(_, var liable) -> liable;
                case PlatformCancelled(_, _, var liable) -> liable;
                case FromKitchen _ -> Liable.RESTAURANT;
                case FromCourier _ -> Liable.COURIER;
                case FromPayment _, KitchenTimeCame _ -> Liable.PLATFORM;
            };
        }
    }

    /// The order after a step of its life.
    Order moved(State next, Instant now) {
        var ready = readyAfter(next, now);
        return copy(purchase, next, 1, now, ready, courierName, eta, refunded, cheaper);
    }

    /// The moment that the kitchen promised, until the food is ready: then that one.
    private @Nullable Instant readyAfter(State next, Instant now) {
        return switch (next) {
            case Received(var at) -> at;
            case Complete _ -> now;
            // it was fetched before anybody said that it is ready
            case PickedUp _ -> state instanceof Complete ? readyAt : now;
            case Placed _, Scheduled _, Paid _, Preparing _, Ended _ -> readyAt;
        };
    }

    /// The order with another courier, or with none: news, but not a step of its own life.
    Order broughtBy(@Nullable String courier) {
        return copy(purchase, state, 1, since, readyAt, courier, eta, refunded, cheaper);
    }

    /// The order after something to be read in its timeline that leaves it where it was.
    Order noted() {
        return copy(purchase, state, 1, since, readyAt, courierName, eta, refunded, cheaper);
    }

    /// The order with other dishes, for no more than before.
    Order changed(List<Line> lines, Price lower) {
        var with = purchase.with(lines, lower);
        var saved = cheaper.plus(purchase.price().total().minus(lower.total()));
        return copy(with, state, 1, since, readyAt, courierName, eta, refunded, saved);
    }

    /// The order with another moment at which it may come: no step at all.
    Order expected(Eta when) {
        return copy(purchase, state, 0, since, readyAt, courierName, when, refunded, cheaper);
    }

    /// The order after money went back: no step either.
    Order refunded(Money amount) {
        var sum = refunded.plus(amount);
        return copy(purchase, state, 0, since, readyAt, courierName, eta, sum, cheaper);
    }

    /// The order with food that is ready at another moment: news, and to be read in the timeline,
    /// but it stays where it is.
    ///
    /// @return nothing where nobody cooks
    Optional<Order> delayed(Instant ready) {
        State later =
                switch (state) {
                    case Received _ -> new Received(ready);
                    case Preparing _ -> new Preparing(ready);
                    case Placed _, Scheduled _, Paid _, Complete _, PickedUp _, Ended _ -> null;
                };
        if (later == null || ready.equals(readyAt)) return Optional.empty();
        return Optional.of(
                copy(purchase, later, 1, since, ready, courierName, eta, refunded, cheaper));
    }

    /// The order with what its customer says of it: no step.
    public Order rated(Rating said) {
        return new Order(
                id,
                purchase,
                state,
                step,
                version + 1,
                since,
                readyAt,
                courierName,
                eta,
                refunded,
                cheaper,
                said,
                linksEnded);
    }

    private Order copy(
            Purchase bought,
            State next,
            int steps,
            Instant at,
            @Nullable Instant ready,
            @Nullable String courier,
            Eta when,
            Money returned,
            Money saved) {
        return new Order(
                id,
                bought,
                next,
                step + steps,
                version + 1,
                at,
                ready,
                courier,
                when,
                returned,
                saved,
                rating,
                linksEnded);
    }

    /// Whether it came to nothing after it was placed.
    boolean isCalledOff() {
        return state instanceof Rejected || state instanceof Cancelled;
    }

    /// What went back of what it costs now.
    public Money given() {
        var given = refunded.minus(cheaper);
        return given.isPositive() ? given : Money.ZERO;
    }
}
