package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.db.Tx;
import gofood.platform.events.Inbox.Applying;
import java.time.Clock;
import java.util.List;

/// What we do when order, payment and delivery speak: tell those whom it concerns.
final class NotificationEvents {
    private final OrderMessages messages;
    private final KnownOrders orders;
    private final Teller teller;
    private final Clock clock;

    NotificationEvents(OrderMessages messages, KnownOrders orders, Teller teller, Clock clock) {
        this.messages = messages;
        this.orders = orders;
        this.teller = teller;
        this.clock = clock;
    }

    Applying<OrderEvent> order(Tx tx, List<OrderEvent> events) {
        var telling = telling(tx, events.stream().map(OrderEvent::orderId).toList());
        return Applying.of(telling::order, () -> telling.end(false));
    }

    Applying<PaymentEvent> payment(Tx tx, List<PaymentEvent> events) {
        var telling = telling(tx, List.of());
        return Applying.of(telling::payment, () -> telling.end(false));
    }

    Applying<DeliveryEvent> delivery(Tx tx, List<DeliveryEvent> events) {
        var telling = telling(tx, events.stream().map(DeliveryEvent::orderId).toList());
        return Applying.of(telling::delivery, () -> telling.end(true));
    }

    private Telling telling(Tx tx, List<Long> about) {
        return new Telling(tx, messages, teller, orders, clock, about);
    }
}
