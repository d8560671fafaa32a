package gofood.order.tracking;

import gofood.contracts.Address;
import gofood.contracts.Point;

/// Shows a courier to people who may not know the door: not at all near it, and elsewhere only at
/// the corners of a grid, so that a stop at another customer's door points to no house either.
///
/// @param doorMetres nothing is shown within this of the door
/// @param gridMetres how far the corners are apart
record Blur(int doorMetres, int gridMetres) {
    private static final double METRES_PER_DEGREE = 111_195;

    /// What still tells a grid's corners apart.
    private static final double DIGITS = 1e6;

    Sighting of(Point courier, Address door) {
        if (door.metresTo(courier.lat(), courier.lon()) <= doorMetres)
            return new Sighting.NearDoor();
        var step = gridMetres / METRES_PER_DEGREE;
        var lat = corner(courier.lat(), step);
        // towards the poles the degrees of longitude are shorter
        var lon = corner(courier.lon(), step / Math.cos(Math.toRadians(lat)));
        return new Sighting.Seen(new Point(lat, lon));
    }

    private static double corner(double degrees, double step) {
        return Math.round(Math.round(degrees / step) * step * DIGITS) / DIGITS;
    }
}
