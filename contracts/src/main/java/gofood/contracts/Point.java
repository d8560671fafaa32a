package gofood.contracts;

/// A point on the map.
///
/// @param lat WGS 84 latitude in degrees
/// @param lon WGS 84 longitude in degrees
public record Point(double lat, double lon) {
    public Point {
        if (!(lat >= -90 && lat <= 90)) throw new InvalidField("lat", "must be -90 to 90 degrees");
        if (!(lon >= -180 && lon <= 180))
            throw new InvalidField("lon", "must be -180 to 180 degrees");
    }
}
