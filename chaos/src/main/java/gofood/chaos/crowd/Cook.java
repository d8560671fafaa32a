package gofood.chaos.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// A kitchen: confirms what comes, cooks it at once, now and then says no or lacks a dish.
final class Cook {
    private final Phone phone;
    private final long restaurantId;
    private final Set<Long> cooked;
    private final String otherDish;
    private volatile boolean closedEarly;

    /// @param cooked where it is noted what stands ready
    Cook(Phone phone, Menu menu, Set<Long> cooked) {
        this.phone = phone;
        this.restaurantId = menu.restaurantId();
        this.otherDish = menu.dishes().getLast();
        this.cooked = cooked;
    }

    void closeEarly(boolean early) {
        closedEarly = early;
    }

    /// One look at the board.
    void look() {
        var path = "/restaurants/" + restaurantId + "/tickets?limit=100&status=";
        var board = phone.get("board", path + "New,Received,Preparing,Complete");
        if (!board.isGood()) return;
        for (var ticket : board.json().path("tickets")) advance(ticket);
    }

    private void advance(JsonNode ticket) {
        var order = ticket.path("order_id").asLong();
        switch (ticket.path("status").asText()) {
            case "New" ->
                    say(
                            order,
                            closedEarly || isRefused(order) ? "Rejected" : "Received",
                            "confirm");
            case "Received" -> {
                if (lacksDish(order)) proposeAnother(order);
                say(order, "Preparing", "cook");
            }
            case "Preparing" -> say(order, "Complete", "ready");
            case "Complete" -> cooked.add(order);
            default -> {}
        }
    }

    // by the order's number, so that a repetition decides alike
    private static boolean isRefused(long order) {
        return order % 29 == 0;
    }

    private static boolean lacksDish(long order) {
        return order % 17 == 0;
    }

    private void proposeAnother(long order) {
        phone.post(
                "lack",
                "/orders/" + order + "/substitutions",
                "{\"line\":1,\"quantity\":1,\"item_id\":\"%s\"}".formatted(otherDish),
                "Idempotency-Key",
                "lack-" + order);
    }

    private void say(long order, String status, String deed) {
        phone.post(
                deed,
                "/callback/restaurants/orders",
                "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":\"%s\"}"
                        .formatted(restaurantId, order, status));
    }
}
