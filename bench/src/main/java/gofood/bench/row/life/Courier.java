package gofood.bench.row.life;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.bench.load.HttpLine;
import gofood.bench.stand.Town;
import gofood.bench.stand.Town.Rider;
import gofood.platform.run.Running;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A courier who takes whatever is offered, is at once wherever they have to be, and waits only for
/// the food.
final class Courier implements Running {
    private final URI door;
    private final Rider rider;
    private final LongFunction<CompletableFuture<String>> ready;
    private final HttpLine offers;
    private volatile boolean going = true;

    private Courier(
            URI door, Rider rider, LongFunction<CompletableFuture<String>> ready, HttpLine offers) {
        this.door = door;
        this.rider = rider;
        this.ready = ready;
        this.offers = offers;
    }

    /// @param ready the code of an order's door, once its food stands ready
    static Courier listening(URI door, Rider rider, LongFunction<CompletableFuture<String>> ready)
            throws IOException {
        var offers = new HttpLine(door);
        if (offers.follow("/offers/stream", "Authorization", "Bearer " + rider.token()) != 200)
            throw new IOException("courier " + rider.courierId() + " hears of no offers");
        var courier = new Courier(door, rider, ready, offers);
        Thread.ofVirtual().start(courier::listen);
        return courier;
    }

    private void listen() {
        try {
            while (going) {
                var line = offers.nextLine();
                if (!line.startsWith("data:") || !line.contains("\"pickup\"")) continue;
                var offer =
                        Json.read(
                                line.substring(5).getBytes(StandardCharsets.UTF_8), JsonNode.class);
                Thread.ofVirtual().start(() -> ride(offer.path("offer_id").asText()));
            }
        } catch (IOException e) {
            going = false;
        }
    }

    private void ride(String offer) {
        try (var line = new HttpLine(door)) {
            var taken = say(line, "/offers/" + offer + "/accept", null);
            // somebody was quicker, or it was called off
            if (!taken.isGood()) return;
            var ride = Town.must(taken);
            var path = "/deliveries/" + ride.path("delivery_id").asText();
            Town.must(say(line, path + "/arrive", null));
            var pin = ready.apply(ride.path("order_id").asLong()).join();
            Town.must(say(line, path + "/pickup", null));
            Town.must(say(line, path + "/arrive-door", null));
            Town.must(say(line, path + "/deliver", "{\"pin\":\"%s\"}".formatted(pin)));
        } catch (IOException e) {
            if (going) System.err.println("a ride ended badly: " + e.getMessage());
        }
    }

    private HttpLine.Heard say(HttpLine line, String path, @Nullable String body)
            throws IOException {
        return Patience.ask(line, path, body, "Authorization", "Bearer " + rider.token());
    }

    @Override
    public void close() {
        going = false;
        offers.close();
    }
}
