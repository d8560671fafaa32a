package gofood.delivery.streets;

import gofood.contracts.Address;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;

/// The way from one point to another, by the map.
///
/// @param seconds negative where no street leads there
public record Leg(int seconds, int metres) {
    /// Streets are longer than the straight line by about this much.
    private static final double DETOUR = 1.4;

    static final Leg NONE = new Leg(-1, -1);
    static final Leg HERE = new Leg(0, 0);

    /// As good as one can guess without a map.
    public static Leg straight(Vehicle vehicle, Point from, Point to) {
        var line = new Address(from.lat(), from.lon(), "-").metresTo(to.lat(), to.lon());
        var metres = line * DETOUR;
        return new Leg(
                (int) Math.round(metres / metresPerSecond(vehicle)), (int) Math.round(metres));
    }

    /// How fast somebody usually is, as long as nothing was learned: through a city, with its
    /// lights and stairs: 15, 25, 22 and 4.7 km/h.
    public static double metresPerSecond(Vehicle vehicle) {
        return switch (vehicle) {
            case BICYCLE -> 4.2;
            case SCOOTER -> 6.9;
            case CAR -> 6.1;
            case FOOT -> 1.3;
        };
    }
}
