package gofood.contracts;

/// A spot in the city and how people call it.
///
/// @param lat WGS 84 latitude in degrees
/// @param lon WGS 84 longitude in degrees
/// @param text street and number as one would write it on an envelope
public record Address(double lat, double lon, String text) {
    private static final double EARTH_RADIUS_METRES = 6_371_000;

    public Address {
        if (!(lat >= -90 && lat <= 90)) throw new InvalidField("lat", "must be -90 to 90 degrees");
        if (!(lon >= -180 && lon <= 180))
            throw new InvalidField("lon", "must be -180 to 180 degrees");
        InvalidField.text("text", text, 1, 300);
    }

    /// The straight line to another spot, in metres (haversine).
    public double metresTo(double otherLat, double otherLon) {
        var dLat = Math.toRadians(otherLat - lat) / 2;
        var dLon = Math.toRadians(otherLon - lon) / 2;
        var h =
                Math.pow(Math.sin(dLat), 2)
                        + Math.cos(Math.toRadians(lat))
                                * Math.cos(Math.toRadians(otherLat))
                                * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
