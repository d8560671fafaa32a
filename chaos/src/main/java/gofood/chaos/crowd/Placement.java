package gofood.chaos.crowd;

import java.util.List;

/// One order as its customer knows it.
///
/// @param key its Idempotency-Key, which is also its note, so that it can be found in the database
/// @param body the request, the same each time
/// @param answers the bodies of all 201s
/// @param orderIds what those called it
public record Placement(
        String key,
        Diner customer,
        String body,
        boolean declines,
        List<String> answers,
        List<Long> orderIds) {

    public boolean isPlaced() {
        return !orderIds.isEmpty();
    }

    public long orderId() {
        return orderIds.getFirst();
    }
}
