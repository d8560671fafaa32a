package gofood.payment;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Tx;
import gofood.platform.events.Inbox.Applying;
import gofood.platform.wire.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What an order's life means for its money. The effects only note what is wanted; timers get it
/// from the provider.
final class PaymentInbox {
    private final Payments payments;
    private final Bookkeeping books;

    PaymentInbox(Payments payments, Bookkeeping books) {
        this.payments = payments;
        this.books = books;
    }

    /// What the order service says, as much as comes together.
    Applying<OrderEvent> orders(Tx tx, List<OrderEvent> events) {
        var held = hold(tx, events.stream().map(OrderEvent::orderId).toList());
        var begun = open(tx, held, events);
        return Applying.of(event -> apply(tx, held, begun, event), () -> {});
    }

    Applying<DeliveryEvent> rides(Tx tx, List<DeliveryEvent> events) {
        var held = hold(tx, events.stream().map(DeliveryEvent::orderId).toList());
        return Applying.of(event -> apply(tx, held, event), () -> {});
    }

    /// The payments of these orders, locked.
    private Map<Long, Payment> hold(Tx tx, List<Long> orders) {
        var held = new HashMap<Long, Payment>();
        payments.lockOfOrders(tx, orders).forEach(payment -> held.put(payment.orderId(), payment));
        return held;
    }

    /// Makes the payments of the orders that have none yet.
    ///
    /// @return which orders' they are
    private Set<Long> open(Tx tx, Map<Long, Payment> held, List<OrderEvent> events) {
        var wanted = new LinkedHashMap<Long, NewPayment>();
        for (var event : events)
            if (event instanceof OrderEvent.Placed placed && !held.containsKey(placed.orderId()))
                wanted.putIfAbsent(placed.orderId(), wanted(placed));
        if (wanted.isEmpty()) return new HashSet<>();
        var opened = books.open(tx, List.copyOf(wanted.values()));
        // somebody else has just opened one; it is found, and locked in its turn, the next time
        if (opened.size() < wanted.size()) throw Refused.unavailable("A payment that is begun");
        opened.forEach(payment -> held.put(payment.orderId(), payment));
        return new HashSet<>(wanted.keySet());
    }

    private static NewPayment wanted(OrderEvent.Placed placed) {
        // events are read tolerantly; without these the payment could never be made
        var price = Objects.requireNonNull(placed.price(), "price");
        Sale.requireCoins(price);
        return new NewPayment(
                placed.orderId(),
                placed.customerId(),
                placed.restaurantId(),
                placed.restaurantName(),
                Objects.requireNonNull(placed.items(), "items"),
                price,
                placed.payment());
    }

    /// @param held as the events before have left them
    private void apply(Tx tx, Map<Long, Payment> held, Set<Long> begun, OrderEvent event) {
        var payment = held.get(event.orderId());
        if (payment == null) return;
        var after =
                event instanceof OrderEvent.Placed placed
                        ? begin(tx, payment, begun, placed)
                        : after(tx, payment, event);
        held.put(event.orderId(), after);
    }

    private Payment begin(Tx tx, Payment payment, Set<Long> begun, OrderEvent.Placed placed) {
        if (begun.remove(placed.orderId())) books.begin(tx, payment);
        // an order that has one already keeps it, if it is its own
        else {
            var wanted = wanted(placed);
            if (!payment.isFor(wanted)) books.contested(tx, payment, wanted);
        }
        return payment;
    }

    private Payment after(Tx tx, Payment payment, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Received _ ->
                    // cash is there when the food is
                    payment.payBy() == PayBy.CASH
                            ? payment
                            : books.learn(tx, payment, new Fact.CaptureWanted());
            case OrderEvent.Delivered delivered ->
                    books.end(
                            tx,
                            payment,
                            new Ending.Delivered(delivered.courierId()),
                            new Fact.CaptureWanted());
            case OrderEvent.Rejected rejected ->
                    callOff(tx, payment, rejected.reason(), rejected.settlement());
            case OrderEvent.Cancelled cancelled ->
                    callOff(tx, payment, cancelled.reason(), cancelled.settlement());
            case OrderEvent.Changed changed -> change(tx, payment, changed);
            case OrderEvent.RefundGranted granted -> books.refund(tx, payment, granted);
            case OrderEvent.HandedOver food -> {
                books.handedOver(tx, payment, food);
                yield payment;
            }
            case OrderEvent.Placed _,
                    OrderEvent.Declined _,
                    OrderEvent.Scheduled _,
                    OrderEvent.Paid _,
                    OrderEvent.Preparing _,
                    OrderEvent.Delayed _,
                    OrderEvent.Rated _,
                    OrderEvent.Complete _,
                    OrderEvent.PickedUp _,
                    OrderEvent.SubstitutionProposed _,
                    OrderEvent.ProblemReported _,
                    OrderEvent.ProblemRefused _,
                    OrderEvent.Overdue _ ->
                    payment;
        };
    }

    private void apply(Tx tx, Map<Long, Payment> held, DeliveryEvent event) {
        switch (event) {
            case DeliveryEvent.Earned earned ->
                    books.earned(tx, Optional.ofNullable(held.get(earned.orderId())), earned);
            case DeliveryEvent.Offered _,
                    DeliveryEvent.Assigned _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Unassigned _,
                    DeliveryEvent.EtaChanged _,
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.NoCourier _,
                    DeliveryEvent.CourierSilent _,
                    DeliveryEvent.Failed _ -> {}
        }
    }

    private Payment callOff(Tx tx, Payment payment, String reason, Settlement settlement) {
        Objects.requireNonNull(settlement, "settlement");
        return books.end(
                tx,
                payment,
                new Ending.CalledOff(settlement),
                new Fact.ReleaseWanted(reason, settlement.charged()));
    }

    private Payment change(Tx tx, Payment payment, OrderEvent.Changed changed) {
        var sale = payment.sale();
        return books.change(
                tx,
                payment,
                new Sale(
                        sale.restaurantId(),
                        sale.restaurantName(),
                        changed.items(),
                        changed.price()));
    }
}
