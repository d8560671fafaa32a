package gofood.simulator.living;

import gofood.contracts.CityApi.Route;
import gofood.contracts.Point;
import java.util.List;

/// A ride along a route's geometry, as even as the route's own metres and seconds make it.
final class Journey {
    private static final double DEGREE_METRES = 111_195;

    private final List<Point> points;
    private final double[] metresAt;
    private final double seconds;
    private final double routeMetres;
    private double ridden;

    Journey(Route route) {
        points =
                route.geometry().coordinates().stream()
                        .map(pair -> new Point(pair.get(1), pair.get(0)))
                        .toList();
        if (points.isEmpty()) throw new IllegalArgumentException("a route without points");
        metresAt = new double[points.size()];
        for (int i = 1; i < metresAt.length; i++)
            metresAt[i] = metresAt[i - 1] + metres(points.get(i - 1), points.get(i));
        seconds = route.seconds();
        routeMetres = route.metres();
    }

    /// Rides on for so many seconds of the route's own time.
    ///
    /// @return the metres that this made
    double ride(double moreSeconds) {
        var before = ridden;
        ridden = Math.min(seconds, ridden + moreSeconds);
        return seconds == 0 ? 0 : (ridden - before) / seconds * routeMetres;
    }

    double secondsLeft() {
        return seconds - ridden;
    }

    boolean isOver() {
        return ridden >= seconds;
    }

    Point here() {
        if (isOver()) return points.getLast();
        var at = metresAt[metresAt.length - 1] * ridden / seconds;
        int next = 1;
        while (next < metresAt.length - 1 && metresAt[next] < at) next++;
        return between(next, at);
    }

    private Point between(int next, double at) {
        if (metresAt.length == 1) return points.getFirst();
        var from = points.get(next - 1);
        var to = points.get(next);
        var length = metresAt[next] - metresAt[next - 1];
        var part = length == 0 ? 0 : (at - metresAt[next - 1]) / length;
        return new Point(
                from.lat() + (to.lat() - from.lat()) * part,
                from.lon() + (to.lon() - from.lon()) * part);
    }

    /// Flat between two neighbours: they are metres apart, not degrees.
    private static double metres(Point from, Point to) {
        var north = (to.lat() - from.lat()) * DEGREE_METRES;
        var east = (to.lon() - from.lon()) * DEGREE_METRES * Math.cos(Math.toRadians(from.lat()));
        return Math.hypot(north, east);
    }
}
