package gofood.delivery.planning;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The places of one round, numbered, so that a way's seconds are one look into an array.
final class Ways {
    static final int NONE = -1;
    private static final int UNASKED = -2;

    private final Travel travel;
    private final Map<Point, Integer> numbers = new HashMap<>();
    private final List<Point> places = new ArrayList<>();
    private final Map<Vehicle, int[]> seconds = new EnumMap<>(Vehicle.class);

    /// All points of the situation must be numbered before the first way is asked for.
    Ways(Situation situation, Travel travel) {
        this.travel = travel;
        for (var rider : situation.riders()) {
            number(rider.at());
            for (var stop : rider.stops()) number(stop.at());
        }
        for (var job : situation.jobs()) {
            number(job.kitchen());
            number(job.door());
        }
    }

    private void number(Point point) {
        if (numbers.putIfAbsent(point, places.size()) == null) places.add(point);
    }

    int place(Point point) {
        var number = numbers.get(point);
        if (number == null) throw new IllegalStateException("a place of another round: " + point);
        return number;
    }

    int[] of(Vehicle vehicle) {
        return seconds.computeIfAbsent(
                vehicle,
                v -> {
                    var empty = new int[places.size() * places.size()];
                    Arrays.fill(empty, UNASKED);
                    return empty;
                });
    }

    int seconds(Vehicle vehicle, int[] known, int from, int to) {
        if (from == to) return 0;
        int pair = from * places.size() + to;
        int way = known[pair];
        if (way == UNASKED) {
            way = travel.seconds(vehicle, places.get(from), places.get(to)).orElse(NONE);
            known[pair] = way;
        }
        return way;
    }

    long metres(Vehicle vehicle, Point from, Point to) {
        if (from.equals(to)) return 0;
        OptionalInt metres = travel.metres(vehicle, from, to);
        return metres.orElse(0);
    }
}
