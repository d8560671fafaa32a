package gofood.delivery;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Vehicle;
import gofood.contracts.Money;
import java.time.Duration;
import java.time.Instant;

/// A courier's way to the kitchen and on to the customer, by straight lines.
///
/// @param toKitchenMetres straight line from the courier to the kitchen
/// @param toCustomerMetres straight line from the kitchen to the customer
record Trip(Vehicle vehicle, double toKitchenMetres, double toCustomerMetres) {
    /// Streets are longer than the straight line by about this much.
    private static final double DETOUR = 1.4;

    static Trip of(Vehicle vehicle, double lat, double lon, Ride ride) {
        var pickup = ride.pickup();
        Address dropoff = ride.dropoff();
        return new Trip(
                vehicle, pickup.metresTo(lat, lon), pickup.metresTo(dropoff.lat(), dropoff.lon()));
    }

    long metres() {
        return Math.round(toKitchenMetres + toCustomerMetres);
    }

    /// How long the courier needs to the kitchen.
    Duration toKitchen() {
        return Duration.ofSeconds(Math.round(toKitchenMetres * DETOUR / metresPerSecond(vehicle)));
    }

    /// What the ride pays: a fixed part, and each kilometre.
    Money pay(DeliveryConfig config) {
        return new Money(
                config.payBaseMinor() + Math.round(config.payPerKmMinor() * metres() / 1000.0));
    }

    /// When to ask somebody, so that they arrive a little before the food is ready.
    static Instant offerAt(Instant readyAt, Duration toKitchen, Duration margin) {
        return readyAt.minus(toKitchen).minus(margin);
    }

    /// Through a city, with its lights and stairs: 15, 25, 22 and 4.7 km/h.
    private static double metresPerSecond(Vehicle vehicle) {
        return switch (vehicle) {
            case BICYCLE -> 4.2;
            case SCOOTER -> 6.9;
            case CAR -> 6.1;
            case FOOT -> 1.3;
        };
    }
}
