package gofood.notification;

import org.jspecify.annotations.Nullable;

/// What earlier events said about an order that reached a kitchen.
///
/// @param confirmed the kitchen took it, so the money was captured
/// @param courierId who brings it now
record KnownOrder(
        long orderId,
        long customerId,
        long restaurantId,
        String restaurantName,
        boolean confirmed,
        @Nullable Long courierId) {}
