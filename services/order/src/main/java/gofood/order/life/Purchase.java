package gofood.order.life;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Slot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer bought from a kitchen. Only a substitution changes it: the lines, and the price
/// that goes down with them.
///
/// @param guest whether the customer has no account
/// @param slot when it is to come, if it was ordered for later
/// @param kitchenAt with a slot: when the kitchen gets it
/// @param promisedAt the latest moment that the customer was told
public record Purchase(
        long customerId,
        boolean guest,
        long restaurantId,
        String restaurantName,
        List<Line> items,
        Price price,
        PayBy payBy,
        IfUnavailable ifUnavailable,
        @Nullable Slot slot,
        @Nullable Instant kitchenAt,
        int preparationMinutes,
        Address pickup,
        Address dropoff,
        @Nullable String note,
        String deliveryPin,
        Instant placedAt,
        Instant promisedAt) {
    Purchase with(List<Line> lines, Price lower) {
        return new Purchase(
                customerId,
                guest,
                restaurantId,
                restaurantName,
                lines,
                lower,
                payBy,
                ifUnavailable,
                slot,
                kitchenAt,
                preparationMinutes,
                pickup,
                dropoff,
                note,
                deliveryPin,
                placedAt,
                promisedAt);
    }

    /// What the courier is to be given at the door.
    @Nullable Money cashDue() {
        return payBy == PayBy.CASH ? price.total() : null;
    }
}
