package gofood.city;

import gofood.contracts.Point;

/// A point on the map. Distances are those of a flat map around it, which is right to a metre
/// within a city.
///
/// @param lat WGS 84, degrees
/// @param lon WGS 84, degrees
record Spot(double lat, double lon) {
    private static final double METRES_PER_DEGREE = 111_195;

    static Spot of(double[] latLon) {
        return new Spot(latLon[0], latLon[1]);
    }

    static Spot of(Point point) {
        return new Spot(point.lat(), point.lon());
    }

    double metresTo(Spot other) {
        return Math.hypot(eastOf(other), northOf(other));
    }

    /// The point nearest to this one on the straight line between two others.
    Spot nearestBetween(Spot from, Spot to) {
        var east = to.eastOf(this) - from.eastOf(this);
        var north = to.northOf(this) - from.northOf(this);
        var length = east * east + north * north;
        if (length == 0) return from;
        var along = -(from.eastOf(this) * east + from.northOf(this) * north) / length;
        var part = Math.clamp(along, 0.0, 1.0);
        return new Spot(
                from.lat + part * (to.lat - from.lat), from.lon + part * (to.lon - from.lon));
    }

    /// How many degrees of latitude these metres are.
    static double latitudes(double metres) {
        return metres / METRES_PER_DEGREE;
    }

    /// How many degrees of longitude these metres are here.
    double longitudes(double metres) {
        return metres / (METRES_PER_DEGREE * narrowing());
    }

    private double eastOf(Spot origin) {
        return (lon - origin.lon) * METRES_PER_DEGREE * origin.narrowing();
    }

    private double northOf(Spot origin) {
        return (lat - origin.lat) * METRES_PER_DEGREE;
    }

    private double narrowing() {
        return Math.max(0.001, Math.cos(Math.toRadians(lat)));
    }
}
