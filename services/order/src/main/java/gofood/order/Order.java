package gofood.order;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.order.Order.Event.CookingStarted;
import gofood.order.Order.Event.CourierDelivered;
import gofood.order.Order.Event.CourierPickedUp;
import gofood.order.Order.Event.CustomerCancelled;
import gofood.order.Order.Event.FoodReady;
import gofood.order.Order.Event.FromCourier;
import gofood.order.Order.Event.FromKitchen;
import gofood.order.Order.Event.FromPayment;
import gofood.order.Order.Event.KitchenConfirmed;
import gofood.order.Order.Event.KitchenRejected;
import gofood.order.Order.Event.PaymentAuthorized;
import gofood.order.Order.Event.PaymentDeclined;
import gofood.order.Order.Event.PlatformCancelled;
import gofood.order.Order.State.Cancelled;
import gofood.order.Order.State.Complete;
import gofood.order.Order.State.Declined;
import gofood.order.Order.State.Delivered;
import gofood.order.Order.State.Ended;
import gofood.order.Order.State.Paid;
import gofood.order.Order.State.PickedUp;
import gofood.order.Order.State.Placed;
import gofood.order.Order.State.Preparing;
import gofood.order.Order.State.Received;
import gofood.order.Order.State.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order: what was bought, which never changes, and how far it is.
///
/// @param step how many steps its life has had; the number of its last timeline entry
/// @param version how many changes it has had, which are more than its steps
/// @param since when it came into its state
/// @param eta when it comes, as far as one can say now
record Order(
        long id,
        Purchase purchase,
        State state,
        int step,
        int version,
        Instant since,
        @Nullable Instant readyAt,
        @Nullable String courierName,
        Eta eta) {

    /// What a customer bought from a kitchen.
    ///
    /// @param promisedAt the latest moment that the customer was told
    record Purchase(
            long customerId,
            long restaurantId,
            String restaurantName,
            List<Line> items,
            Money itemsTotal,
            Money deliveryFee,
            String currency,
            int preparationMinutes,
            Address pickup,
            Address dropoff,
            @Nullable String note,
            String deliveryPin,
            Instant placedAt,
            Instant promisedAt) {
        Money total() {
            return itemsTotal.plus(deliveryFee);
        }
    }

    sealed interface State {
        record Placed() implements State {}

        record Paid(long payment) implements State {}

        record Received(Instant readyAt) implements State {}

        record Preparing(Instant readyAt) implements State {}

        record Complete() implements State {}

        record PickedUp(long courier) implements State {}

        /// Nothing can follow.
        sealed interface Ended extends State {}

        record Declined(String reason) implements Ended {}

        record Delivered() implements Ended {}

        record Rejected(String reason) implements Ended {}

        record Cancelled(String by, String reason) implements Ended {}

        default OrderStatus status() {
            return switch (this) {
                case Placed _ -> OrderStatus.PLACED;
                case Declined _ -> OrderStatus.DECLINED;
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

    sealed interface Event {
        sealed interface FromPayment extends Event {}

        record PaymentAuthorized(long payment) implements FromPayment {}

        record PaymentDeclined(String reason) implements FromPayment {}

        sealed interface FromKitchen extends Event {}

        record KitchenConfirmed(Instant readyAt) implements FromKitchen {}

        record KitchenRejected(String reason) implements FromKitchen {}

        record CookingStarted() implements FromKitchen {}

        record FoodReady() implements FromKitchen {}

        sealed interface FromCourier extends Event {}

        record CourierPickedUp(long courier) implements FromCourier {}

        record CourierDelivered() implements FromCourier {}

        record CustomerCancelled(String reason) implements Event {}

        /// By an operator, a deadline, or because no courier was found.
        record PlatformCancelled(String by, String reason) implements Event {}
    }

    /// The order after a step of its life.
    Order moved(State next, Instant now) {
        var promised = next instanceof Received(var at) ? at : readyAt;
        return new Order(
                id, purchase, next, step + 1, version + 1, now, promised, courierName, eta);
    }

    /// The order with another courier, or with none: news, but not a step of its own life.
    Order broughtBy(@Nullable String courier) {
        return new Order(id, purchase, state, step + 1, version + 1, since, readyAt, courier, eta);
    }

    /// The order with another moment at which it may come: no step at all.
    Order expected(Eta when) {
        return new Order(id, purchase, state, step, version + 1, since, readyAt, courierName, when);
    }

    private record Step(State from, Event event) {}

    /// The whole life of an order, one line per step.
    ///
    /// @return the next state, or nothing where the event has no place in this state
    static Optional<State> next(State state, Event event) {
        return switch (new Step(state, event)) {
            case Step(Placed _, PaymentAuthorized(var payment)) -> to(new Paid(payment));
            case Step(Placed _, PaymentDeclined(var reason)) -> to(new Declined(reason));
            case Step(Placed _, CustomerCancelled(var why)) -> to(new Cancelled("customer", why));
            case Step(Placed _, PlatformCancelled(var by, var why)) -> to(new Cancelled(by, why));

            case Step(Paid _, KitchenConfirmed(var readyAt)) -> to(new Received(readyAt));
            case Step(Paid _, KitchenRejected(var reason)) -> to(new Rejected(reason));
            case Step(Paid _, CustomerCancelled(var why)) -> to(new Cancelled("customer", why));
            case Step(Paid _, PlatformCancelled(var by, var why)) -> to(new Cancelled(by, why));

            case Step(Received(var readyAt), CookingStarted _) -> to(new Preparing(readyAt));
            case Step(Received _, FoodReady _) -> to(new Complete());
            case Step(Received _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Received _, PlatformCancelled(var by, var why)) -> to(new Cancelled(by, why));

            case Step(Preparing _, FoodReady _) -> to(new Complete());
            case Step(Preparing _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Preparing _, PlatformCancelled(var by, var why)) ->
                    to(new Cancelled(by, why));

            case Step(Complete _, CourierPickedUp(var courier)) -> to(new PickedUp(courier));
            case Step(Complete _, PlatformCancelled(var by, var why)) -> to(new Cancelled(by, why));

            case Step(PickedUp _, CourierDelivered _) -> to(new Delivered());
            case Step(PickedUp _, PlatformCancelled(var by, var why)) -> to(new Cancelled(by, why));

            // everything else has no place there
            case Step(Placed _, FromKitchen _),
                    Step(Placed _, FromCourier _),
                    Step(Paid _, FromPayment _),
                    Step(Paid _, CookingStarted _),
                    Step(Paid _, FoodReady _),
                    Step(Paid _, FromCourier _),
                    Step(Received _, FromPayment _),
                    Step(Received _, KitchenConfirmed _),
                    Step(Received _, KitchenRejected _),
                    Step(Received _, CustomerCancelled _),
                    Step(Received _, CourierDelivered _),
                    Step(Preparing _, FromPayment _),
                    Step(Preparing _, KitchenConfirmed _),
                    Step(Preparing _, KitchenRejected _),
                    Step(Preparing _, CookingStarted _),
                    Step(Preparing _, CustomerCancelled _),
                    Step(Preparing _, CourierDelivered _),
                    Step(Complete _, FromPayment _),
                    Step(Complete _, FromKitchen _),
                    Step(Complete _, CustomerCancelled _),
                    Step(Complete _, CourierDelivered _),
                    Step(PickedUp _, FromPayment _),
                    Step(PickedUp _, FromKitchen _),
                    Step(PickedUp _, CustomerCancelled _),
                    Step(PickedUp _, CourierPickedUp _),
                    Step(Ended _, _) ->
                    Optional.empty();
        };
    }

    private static Optional<State> to(State state) {
        return Optional.of(state);
    }
}
