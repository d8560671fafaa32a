package gofood.order.life;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Price;
import gofood.order.life.Order.Event.CookingStarted;
import gofood.order.life.Order.Event.CourierDelivered;
import gofood.order.life.Order.Event.CourierPickedUp;
import gofood.order.life.Order.Event.CustomerCancelled;
import gofood.order.life.Order.Event.FoodReady;
import gofood.order.life.Order.Event.FromCourier;
import gofood.order.life.Order.Event.FromKitchen;
import gofood.order.life.Order.Event.FromPayment;
import gofood.order.life.Order.Event.KitchenConfirmed;
import gofood.order.life.Order.Event.KitchenRejected;
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
        Money cheaper) {

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
        record CustomerCancelled(String reason, Liable liable) implements Event {}

        /// By an operator, a deadline, or because no courier was found.
        record PlatformCancelled(String by, String reason, Liable liable) implements Event {}

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
        var promised = next instanceof Received(var at) ? at : readyAt;
        return copy(purchase, next, 1, now, promised, courierName, eta, refunded, cheaper);
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
                saved);
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

    private record Step(State from, Event event) {}

    /// The whole life of an order, one line per step.
    ///
    /// @return the next state, or nothing where the event has no place in this state
    static Optional<State> next(State state, Event event) {
        return switch (new Step(state, event)) {
            case Step(Placed _, PaymentAuthorized(var payment)) -> to(new Paid(payment));
            case Step(Placed _, PaymentAuthorizedEarly(var payment, var kitchenAt)) ->
                    to(new Scheduled(payment, kitchenAt));
            case Step(Placed _, PaymentDeclined(var reason)) -> to(new Declined(reason));
            case Step(Placed _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Placed _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(Scheduled(var payment, _), KitchenTimeCame _) -> to(new Paid(payment));
            case Step(Scheduled _, KitchenRejected(var reason)) -> to(new Rejected(reason));
            case Step(Scheduled _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Scheduled _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(Paid _, KitchenConfirmed(var readyAt)) -> to(new Received(readyAt));
            case Step(Paid _, KitchenRejected(var reason)) -> to(new Rejected(reason));
            case Step(Paid _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Paid _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(Received(var readyAt), CookingStarted _) -> to(new Preparing(readyAt));
            case Step(Received _, KitchenRejected(var reason)) -> to(new Rejected(reason));
            case Step(Received _, FoodReady _) -> to(new Complete());
            case Step(Received _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Received _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Received _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(Preparing _, FoodReady _) -> to(new Complete());
            case Step(Preparing _, KitchenRejected(var reason)) -> to(new Rejected(reason));
            case Step(Preparing _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Preparing _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Preparing _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(Complete _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Complete _, CustomerCancelled(var why, _)) -> byCustomer(why);
            case Step(Complete _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            case Step(PickedUp _, CourierDelivered(var courier)) -> to(new Delivered(courier));
            case Step(PickedUp _, PlatformCancelled(var by, var why, _)) -> byUs(by, why);

            // everything else has no place there
            case Step(Placed _, FromKitchen _),
                    Step(Placed _, KitchenTimeCame _),
                    Step(Placed _, FromCourier _),
                    Step(Scheduled _, FromPayment _),
                    Step(Scheduled _, KitchenConfirmed _),
                    Step(Scheduled _, CookingStarted _),
                    Step(Scheduled _, FoodReady _),
                    Step(Scheduled _, FromCourier _),
                    Step(Paid _, FromPayment _),
                    Step(Paid _, KitchenTimeCame _),
                    Step(Paid _, CookingStarted _),
                    Step(Paid _, FoodReady _),
                    Step(Paid _, FromCourier _),
                    Step(Received _, FromPayment _),
                    Step(Received _, KitchenTimeCame _),
                    Step(Received _, KitchenConfirmed _),
                    Step(Received _, CourierDelivered _),
                    Step(Preparing _, FromPayment _),
                    Step(Preparing _, KitchenTimeCame _),
                    Step(Preparing _, KitchenConfirmed _),
                    Step(Preparing _, CookingStarted _),
                    Step(Preparing _, CourierDelivered _),
                    Step(Complete _, FromPayment _),
                    Step(Complete _, KitchenTimeCame _),
                    Step(Complete _, FromKitchen _),
                    Step(Complete _, CourierDelivered _),
                    Step(PickedUp _, FromPayment _),
                    Step(PickedUp _, KitchenTimeCame _),
                    Step(PickedUp _, FromKitchen _),
                    Step(PickedUp _, CustomerCancelled _),
                    Step(PickedUp _, CourierPickedUp _),
                    Step(Ended _, _) ->
                    Optional.empty();
        };
    }

    private static Optional<State> byCustomer(String why) {
        return to(new Cancelled("customer", why));
    }

    private static Optional<State> byUs(String by, String why) {
        return to(new Cancelled(by, why));
    }

    private static Optional<State> to(State state) {
        return Optional.of(state);
    }
}
