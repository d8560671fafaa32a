package gofood.delivery.streets;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.planning.Travel;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/// The ways that one round needs, at the pace that was learned. What wasn't asked for is guessed.
public final class Legs implements Travel {
    private final Map<Way, Leg> known;
    private final ToDoubleFunction<Vehicle> pace;

    Legs(Map<Way, Leg> known, ToDoubleFunction<Vehicle> pace) {
        this.known = known;
        this.pace = pace;
    }

    /// From where to where and how.
    record Way(Vehicle vehicle, Point from, Point to) {}

    @Override
    public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
        var seconds = leg(vehicle, from, to).seconds();
        if (seconds < 0) return OptionalInt.empty();
        return OptionalInt.of((int) Math.round(seconds * pace.applyAsDouble(vehicle)));
    }

    @Override
    public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
        var metres = leg(vehicle, from, to).metres();
        return metres < 0 ? OptionalInt.empty() : OptionalInt.of(metres);
    }

    /// As the map says, without the pace.
    public Leg leg(Vehicle vehicle, Point from, Point to) {
        if (from.equals(to)) return Leg.HERE;
        var leg = known.get(new Way(vehicle, from, to));
        return leg == null ? Leg.straight(vehicle, from, to) : leg;
    }
}
