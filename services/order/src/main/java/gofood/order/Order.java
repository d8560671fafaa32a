package gofood.order;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.order.Order.Event.CookingStarted;
import gofood.order.Order.Event.CourierDelivered;
import gofood.order.Order.Event.CourierPickedUp;
import gofood.order.Order.Event.CustomerCancelled;
import gofood.order.Order.Event.FoodReady;
import gofood.order.Order.Event.KitchenConfirmed;
import gofood.order.Order.Event.KitchenRejected;
import gofood.order.Order.Event.PaymentAuthorized;
import gofood.order.Order.Event.PaymentDeclined;
import gofood.order.Order.Event.PlatformCancelled;
import gofood.order.Order.State.Cancelled;
import gofood.order.Order.State.Complete;
import gofood.order.Order.State.Declined;
import gofood.order.Order.State.Delivered;
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

/// An order: what was ordered, which never changes, and how far it is.
///
/// @param step how many steps its life has had; the number of its last timeline entry
/// @param since when it came into its state
record Order(
        long id,
        long customerId,
        long restaurantId,
        String restaurantName,
        List<Line> items,
        Money itemsTotal,
        Money deliveryFee,
        String currency,
        Address pickup,
        Address dropoff,
        @Nullable String note,
        String deliveryPin,
        @Nullable String courierName,
        @Nullable Instant readyAt,
        int preparationMinutes,
        Instant placedAt,
        State state,
        int step,
        Instant since) {

    Money total() {
        return itemsTotal.plus(deliveryFee);
    }

    sealed interface State {
        record Placed() implements State {}

        record Declined(String reason) implements State {}

        record Paid(long payment) implements State {}

        record Received(Instant readyAt) implements State {}

        record Preparing(Instant readyAt) implements State {}

        record Complete() implements State {}

        record PickedUp(long courier) implements State {}

        record Delivered() implements State {}

        record Rejected(String reason) implements State {}

        record Cancelled(String by, String reason) implements State {}

        /// Whether nothing can follow.
        default boolean isFinal() {
            return switch (this) {
                case Declined _, Delivered _, Rejected _, Cancelled _ -> true;
                case Placed _, Paid _, Received _, Preparing _, Complete _, PickedUp _ -> false;
            };
        }

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
        record PaymentAuthorized(long payment) implements Event {}

        record PaymentDeclined(String reason) implements Event {}

        record KitchenConfirmed(Instant readyAt) implements Event {}

        record KitchenRejected(String reason) implements Event {}

        record CookingStarted() implements Event {}

        record FoodReady() implements Event {}

        record CourierPickedUp(long courier) implements Event {}

        record CourierDelivered() implements Event {}

        record CustomerCancelled(String reason) implements Event {}

        /// By an operator, a deadline, or because no courier was found.
        record PlatformCancelled(String by, String reason) implements Event {}
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

            case Step(Placed _, KitchenConfirmed _),
                    Step(Placed _, KitchenRejected _),
                    Step(Placed _, CookingStarted _),
                    Step(Placed _, FoodReady _),
                    Step(Placed _, CourierPickedUp _),
                    Step(Placed _, CourierDelivered _),
                    Step(Paid _, PaymentAuthorized _),
                    Step(Paid _, PaymentDeclined _),
                    Step(Paid _, CookingStarted _),
                    Step(Paid _, FoodReady _),
                    Step(Paid _, CourierPickedUp _),
                    Step(Paid _, CourierDelivered _),
                    Step(Received _, PaymentAuthorized _),
                    Step(Received _, PaymentDeclined _),
                    Step(Received _, KitchenConfirmed _),
                    Step(Received _, KitchenRejected _),
                    Step(Received _, CustomerCancelled _),
                    Step(Received _, CourierDelivered _),
                    Step(Preparing _, PaymentAuthorized _),
                    Step(Preparing _, PaymentDeclined _),
                    Step(Preparing _, KitchenConfirmed _),
                    Step(Preparing _, KitchenRejected _),
                    Step(Preparing _, CookingStarted _),
                    Step(Preparing _, CustomerCancelled _),
                    Step(Preparing _, CourierDelivered _),
                    Step(Complete _, PaymentAuthorized _),
                    Step(Complete _, PaymentDeclined _),
                    Step(Complete _, KitchenConfirmed _),
                    Step(Complete _, KitchenRejected _),
                    Step(Complete _, CookingStarted _),
                    Step(Complete _, FoodReady _),
                    Step(Complete _, CustomerCancelled _),
                    Step(Complete _, CourierDelivered _),
                    Step(PickedUp _, PaymentAuthorized _),
                    Step(PickedUp _, PaymentDeclined _),
                    Step(PickedUp _, KitchenConfirmed _),
                    Step(PickedUp _, KitchenRejected _),
                    Step(PickedUp _, CookingStarted _),
                    Step(PickedUp _, FoodReady _),
                    Step(PickedUp _, CustomerCancelled _),
                    Step(PickedUp _, CourierPickedUp _),
                    Step(Declined _, _),
                    Step(Delivered _, _),
                    Step(Rejected _, _),
                    Step(Cancelled _, _) ->
                    Optional.empty();
        };
    }

    private static Optional<State> to(State state) {
        return Optional.of(state);
    }
}
