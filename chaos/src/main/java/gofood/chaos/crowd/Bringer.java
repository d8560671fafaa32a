package gofood.chaos.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A courier: takes every offer, fetches what stands ready, and asks for the PIN at the door.
final class Bringer {
    private static final double LAT = 43.7308;
    private static final double LON = 7.4226;

    private final Phone phone;
    private final long id;
    private final Set<Long> cooked;
    private int looks;

    Bringer(Phone phone, long id, Set<Long> cooked) {
        this.phone = phone;
        this.id = id;
        this.cooked = cooked;
    }

    /// Comes on shift again when dispatch thought them lost.
    private void report() {
        var ping = new Ping(LAT, LON, Instant.now());
        phone.put("shift", "/couriers/%d/shift".formatted(id), new Shift(true));
        phone.post(
                "position", "/couriers/%d/positions".formatted(id), new Positions(List.of(ping)));
    }

    /// One look at the telephone.
    void look() {
        if (looks++ % 8 == 0) report();
        for (var offer : phone.get("offers", "/offers").json().path("offers"))
            phone.post("accept", "/offers/" + offer.path("offer_id").asText() + "/accept", null);
        // newest first: what is under way is among them
        for (var ride : phone.get("rides", "/deliveries?limit=40").json().path("deliveries"))
            advance(ride);
    }

    private void advance(JsonNode ride) {
        var order = ride.path("order_id").asLong();
        switch (ride.path("status").asText()) {
            case "Assigned" -> step(ride, "arrive");
            case "AtRestaurant" -> {
                if (cooked.contains(order)) step(ride, "pickup");
            }
            case "PickedUp" -> step(ride, "arrive-door");
            case "AtDoor" -> deliver(ride, order);
            default -> {}
        }
    }

    private void step(JsonNode ride, String step) {
        phone.post(step, path(ride) + step, null);
    }

    private static String path(JsonNode ride) {
        return "/deliveries/" + ride.path("delivery_id").asText() + "/";
    }

    private void deliver(JsonNode ride, long order) {
        var customer = phone.witness().placementOf(order);
        // the customer's own 201 is still on its way
        if (customer.isEmpty()) return;
        var pin = customer.get().customer().look(order).json().path("delivery_pin").asText();
        if (pin.isEmpty()) return;
        var answer =
                phone.post("deliver", path(ride) + "deliver", "{\"pin\":\"%s\"}".formatted(pin));
        if (answer.isGood()) phone.witness().delivered(order, id);
    }
}
