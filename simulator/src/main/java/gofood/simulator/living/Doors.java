package gofood.simulator.living;

import gofood.contracts.Address;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.RestaurantApi.Card;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import gofood.simulator.Dice;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// Where customers want their food: at one of two doors each, real ones on the map, in those parts
/// of the city where restaurants are.
final class Doors {
    private static final int MOST_TRIES = 6;
    private static final double SPREAD_METRES = 500;
    private static final double DEGREE_METRES = 111_195;

    private final long seed;
    private final List<Card> restaurants;
    private final Map<String, Address> known = new ConcurrentHashMap<>();

    Doors(long seed, List<Card> restaurants) {
        this.seed = seed;
        this.restaurants = restaurants;
    }

    /// @param customer who asks the map, and then lives there
    Address of(Api customer, Intent intent) {
        var door = "%d %d".formatted(intent.customer(), intent.dice("door").nextInt(2));
        var address = known.get(door);
        if (address != null) return address;
        var found = find(customer, Dice.of(seed + " " + door, "door"));
        known.put(door, found);
        return found;
    }

    private Address find(Api customer, Random random) {
        var near = restaurants.get(random.nextInt(restaurants.size())).address();
        for (int i = 0; i < MOST_TRIES; i++) {
            var lat = near.lat() + random.nextGaussian() * SPREAD_METRES / DEGREE_METRES;
            var east = random.nextGaussian() * SPREAD_METRES / DEGREE_METRES;
            var lon = near.lon() + east / Math.cos(Math.toRadians(near.lat()));
            try {
                var path = "/addresses/nearest?lat=%s&lon=%s".formatted(lat, lon);
                var hit = customer.get(path).as(AddressHit.class);
                if (hit.precise()) return hit.address();
            } catch (ApiFailure failure) {
                // 404: in the sea, or across the border
                if (failure.status() != 404) throw failure;
            }
        }
        return near; // above the restaurant
    }
}
