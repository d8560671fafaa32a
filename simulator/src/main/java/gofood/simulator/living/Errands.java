package gofood.simulator.living;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The orders of our own customers: what the people in the city tell each other about them without
/// the platform.
final class Errands {
    private final Map<Long, Errand> open = new ConcurrentHashMap<>();

    void begin(Errand errand) {
        open.put(errand.orderId(), errand);
    }

    void end(long orderId) {
        open.remove(orderId);
    }

    Set<Long> open() {
        return new TreeSet<>(open.keySet());
    }

    Optional<Errand> of(long orderId) {
        return Optional.ofNullable(open.get(orderId));
    }

    boolean hurriesTo(long orderId, OrderStatus status) {
        return of(orderId).filter(errand -> errand.intent().hurriesTo(status)).isPresent();
    }

    /// The conversation at the door: the customer looks at their order and says the four digits.
    /// Nothing, if a real person ordered.
    Optional<String> pinOf(long orderId) {
        return of(orderId)
                .map(errand -> errand.customer().get("/orders/" + orderId).as(OrderView.class))
                .map(OrderView::deliveryPin);
    }
}
