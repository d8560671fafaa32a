package gofood.notification;

import gofood.contracts.OrderApi.OrderEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What earlier events said about an order that reached a kitchen.
///
/// @param confirmed the kitchen took it, so the money was captured
/// @param courierId who brings it now
/// @param bill null until it is the kitchen's turn
record KnownOrder(
        long orderId,
        long customerId,
        long restaurantId,
        String restaurantName,
        boolean confirmed,
        @Nullable Long courierId,
        @Nullable Bill bill) {

    static KnownOrder of(OrderEvent.Scheduled later) {
        return new KnownOrder(
                later.orderId(),
                later.customerId(),
                later.restaurantId(),
                later.restaurantName(),
                false,
                null,
                null);
    }

    /// @param known of it, if it was scheduled before
    static KnownOrder of(OrderEvent.Paid paid, Optional<KnownOrder> known) {
        var price = paid.price();
        return new KnownOrder(
                paid.orderId(),
                paid.customerId(),
                paid.restaurantId(),
                paid.restaurantName(),
                known.map(KnownOrder::confirmed).orElse(false),
                known.map(KnownOrder::courierId).orElse(null),
                new Bill(price.total(), price.currency(), paid.cashDue() != null));
    }

    KnownOrder costs(OrderEvent.Changed changed) {
        return bill == null
                ? this
                : with(confirmed, courierId, bill.costing(changed.price().total()));
    }

    KnownOrder taken() {
        return with(true, courierId, bill);
    }

    KnownOrder broughtBy(@Nullable Long courier) {
        return with(confirmed, courier, bill);
    }

    private KnownOrder with(boolean taken, @Nullable Long courier, @Nullable Bill costs) {
        return new KnownOrder(
                orderId, customerId, restaurantId, restaurantName, taken, courier, costs);
    }

    Message toCustomer(String kind, Text text) {
        return Message.toUser(customerId, kind, text, orderId);
    }

    /// Nothing while nobody brings it.
    Optional<Message> toCourier(String kind, Text text) {
        return Optional.ofNullable(courierId).map(id -> Message.toUser(id, kind, text, orderId));
    }

    static List<Message> courier(Optional<KnownOrder> known, String kind, Text text) {
        return known.flatMap(order -> order.toCourier(kind, text)).stream().toList();
    }

    /// Who cooks, at the beginning of a sentence.
    static Text kitchen(Optional<KnownOrder> known) {
        return known.map(order -> Text.same(order.restaurantName))
                .orElse(Text.of("The restaurant", "Le restaurant"));
    }

    /// Where it is cooked: never "chez Chez Edgar".
    static Text atKitchen(Optional<KnownOrder> known) {
        return known.map(order -> Text.of("at %s", "au restaurant %s", order.restaurantName))
                .orElse(Text.of("at the restaurant", "au restaurant"));
    }
}
