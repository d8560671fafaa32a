package gofood.order.life;

import gofood.order.life.Order.Event;
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
import gofood.order.life.Order.State;
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
import java.util.Optional;

/// The whole life of an order.
final class Steps {
    private Steps() {}

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

    private static Optional<State> byCustomer(StepWhy why) {
        return to(new Cancelled("customer", why.text()));
    }

    private static Optional<State> byUs(String by, StepWhy why) {
        return to(new Cancelled(by, why.text()));
    }

    private static Optional<State> to(State state) {
        return Optional.of(state);
    }
}
