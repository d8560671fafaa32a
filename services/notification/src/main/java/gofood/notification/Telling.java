package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Events that came together: what is known of their orders is read once, what they tell is
/// gathered, and all of it is written at the end.
final class Telling {
    private final Tx tx;
    private final OrderMessages messages;
    private final Teller teller;
    private final KnownOrders orders;
    private final Clock clock;
    private final Map<Long, KnownOrder> known;
    private final Set<Long> changed = new HashSet<>();
    private final Teller.Letters letters = new Teller.Letters();

    /// @param about the orders that will be asked for
    Telling(
            Tx tx,
            OrderMessages messages,
            Teller teller,
            KnownOrders orders,
            Clock clock,
            Collection<Long> about) {
        this.tx = tx;
        this.messages = messages;
        this.teller = teller;
        this.orders = orders;
        this.clock = clock;
        this.known = orders.find(tx, about);
    }

    void order(OrderEvent event) {
        letters.add(messages.of(event, known(event.orderId())));
        switch (event) {
            case OrderEvent.Scheduled later -> {
                if (known(later.orderId()).isEmpty()) knows(KnownOrder.of(later));
            }
            case OrderEvent.Paid paid -> knows(KnownOrder.of(paid, known(paid.orderId())));
            case OrderEvent.Changed other -> knows(other.orderId(), order -> order.costs(other));
            case OrderEvent.Received _ -> knows(event.orderId(), KnownOrder::taken);
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

    void payment(PaymentEvent event) {
        letters.add(PaymentMessages.of(event));
    }

    /// Delivery doesn't say whose order it is. After a pause its events may overtake those of the
    /// order service; they then wait for them.
    void delivery(DeliveryEvent event) {
        var order = known(event.orderId());
        if (order.isEmpty() && RideMessages.tellsTheCustomer(event))
            throw Refused.unavailable("The order's own news");
        letters.add(RideMessages.of(event, order));
        switch (event) {
            case DeliveryEvent.Assigned(var id, var courier, var _) -> broughtBy(id, courier);
            case DeliveryEvent.Unassigned(var id, var _, var _) -> broughtBy(id, null);
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

    private void broughtBy(long orderId, @Nullable Long courier) {
        knows(orderId, order -> order.broughtBy(courier));
    }

    private Optional<KnownOrder> known(long orderId) {
        return Optional.ofNullable(known.get(orderId));
    }

    private void knows(KnownOrder order) {
        known.put(order.orderId(), order);
        changed.add(order.orderId());
    }

    private void knows(long orderId, UnaryOperator<KnownOrder> step) {
        known(orderId).map(step).ifPresent(this::knows);
    }

    /// What the order service says and what the delivery service says of an order is told by
    /// different batches, which don't hinder each other until they write.
    ///
    /// @param byDelivery whether these events are the delivery service's
    void end(boolean byDelivery) {
        if (changed.isEmpty() && letters.isEmpty()) return;
        teller.inOrder(tx);
        var all = changed.stream().sorted().map(known::get).toList();
        if (byDelivery) orders.storeCouriers(tx, all);
        else orders.store(tx, all, clock.instant());
        teller.tell(tx, letters);
    }
}
