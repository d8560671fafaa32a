package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Clock;

/// What we do when order, payment and delivery speak: tell those whom it concerns.
final class NotificationEvents {
    private final OrderMessages messages;
    private final KnownOrders orders;
    private final Notifications notifications;
    private final Teller teller;
    private final Clock clock;

    NotificationEvents(
            OrderMessages messages,
            KnownOrders orders,
            Notifications notifications,
            Teller teller,
            Clock clock) {
        this.messages = messages;
        this.orders = orders;
        this.notifications = notifications;
        this.teller = teller;
        this.clock = clock;
    }

    void order(Tx tx, OrderEvent event) {
        notifications.inOrder(tx);
        teller.tell(tx, messages.of(event, orders.find(tx, event.orderId())));
        switch (event) {
            case OrderEvent.Scheduled later -> orders.scheduled(tx, later, clock.instant());
            case OrderEvent.Paid paid -> orders.paid(tx, paid, clock.instant());
            case OrderEvent.Changed changed -> orders.changed(tx, changed);
            case OrderEvent.Received _ -> orders.confirmed(tx, event.orderId());
            case OrderEvent.Placed _,
                    OrderEvent.Declined _,
                    OrderEvent.Preparing _,
                    OrderEvent.Delayed _,
                    OrderEvent.Rated _,
                    OrderEvent.Complete _,
                    OrderEvent.PickedUp _,
                    OrderEvent.Delivered _,
                    OrderEvent.HandedOver _,
                    OrderEvent.Rejected _,
                    OrderEvent.Cancelled _,
                    OrderEvent.SubstitutionProposed _,
                    OrderEvent.RefundGranted _,
                    OrderEvent.ProblemReported _,
                    OrderEvent.ProblemRefused _,
                    OrderEvent.Overdue _ -> {}
        }
    }

    void payment(Tx tx, PaymentEvent event) {
        notifications.inOrder(tx);
        teller.tell(tx, PaymentMessages.of(event));
    }

    /// Delivery doesn't say whose order it is. After a pause its events may overtake those of the
    /// order service; they then wait for them.
    void delivery(Tx tx, DeliveryEvent event) {
        notifications.inOrder(tx);
        var known = orders.find(tx, event.orderId());
        if (known.isEmpty() && RideMessages.tellsTheCustomer(event))
            throw Refused.unavailable("The order's own news");
        teller.tell(tx, RideMessages.of(event, known));
        switch (event) {
            case DeliveryEvent.Assigned(var order, var courier, var _) ->
                    orders.broughtBy(tx, order, courier);
            case DeliveryEvent.Unassigned(var order, var _, var _) ->
                    orders.broughtBy(tx, order, null);
            case DeliveryEvent.Offered _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Earned _,
                    DeliveryEvent.NoCourier _,
                    DeliveryEvent.CourierSilent _,
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.EtaChanged _,
                    DeliveryEvent.Failed _ -> {}
        }
    }
}
