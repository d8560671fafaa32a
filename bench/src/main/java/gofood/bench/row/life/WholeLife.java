package gofood.bench.row.life;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.bench.load.HttpLine;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Town;
import gofood.bench.stand.Town.Kitchen;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/// One order's life, seen by its customer and its kitchen, who act when the order's stream says so.
final class WholeLife {
    private final Stand stand;
    private final HttpLine asks;
    private final HttpLine kitchen;
    private final LongFunction<CompletableFuture<String>> ready;

    /// @param ready where couriers wait for the code of the door
    WholeLife(
            Stand stand,
            HttpLine asks,
            HttpLine kitchen,
            LongFunction<CompletableFuture<String>> ready) {
        this.stand = stand;
        this.asks = asks;
        this.kitchen = kitchen;
        this.ready = ready;
    }

    void live(long number) throws IOException {
        var town = stand.town();
        var customers = town.customers();
        var who = "Bearer " + customers.get((int) (number % customers.size()));
        var basket = (int) (number % town.baskets().size());
        var order = place(who, town.baskets().get(basket));
        try (var stream = new HttpLine(stand.door())) {
            if (stream.follow("/orders/" + order + "/stream", "Authorization", who) != 200)
                throw new IOException("order " + order + " has no stream");
            var paid = until(stream, "Paid");
            cook(town.kitchens().get(basket % town.kitchens().size()), order);
            ready.apply(order).complete(paid.path("delivery_pin").asText());
            until(stream, "Delivered");
        }
    }

    private long place(String who, String basket) throws IOException {
        return Town.must(
                        Patience.ask(
                                asks,
                                "/orders",
                                basket,
                                "Authorization",
                                who,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .path("order_id")
                .asLong();
    }

    private void cook(Kitchen where, long order) throws IOException {
        say(where, order, "\"Received\",\"preparation_minutes\":1");
        say(where, order, "\"Preparing\"");
        say(where, order, "\"Complete\"");
    }

    private void say(Kitchen where, long order, String status) throws IOException {
        var body =
                "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":%s}"
                        .formatted(where.restaurantId(), order, status);
        Town.must(
                Patience.ask(
                        kitchen,
                        "/callback/restaurants/orders",
                        body,
                        "Authorization",
                        "Bearer " + where.token()));
    }

    /// @return the whole order as it is then
    private static JsonNode until(HttpLine stream, String status) throws IOException {
        while (true) {
            var line = stream.nextLine();
            if (!line.startsWith("data:")) continue;
            var order =
                    Json.read(line.substring(5).getBytes(StandardCharsets.UTF_8), JsonNode.class);
            var now = order.path("status").asText();
            if (now.equals(status)) return order;
            if (now.equals("Cancelled") || now.equals("Rejected") || now.equals("Declined"))
                throw new IOException("order %s is %s".formatted(order.path("order_id"), now));
        }
    }
}
