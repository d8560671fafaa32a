package gofood.city.roads;

import gofood.contracts.Point;
import gofood.platform.http.Call;
import gofood.platform.wire.Refused;
import java.util.Optional;

/// The point that a query names: `?lat=&lon=`.
public final class AskedPoint {
    private AskedPoint() {}

    /// Both coordinates, or neither.
    public static Optional<Point> of(Call call) {
        var lat = degrees(call, "lat", 90);
        var lon = degrees(call, "lon", 180);
        if (lat.isPresent() != lon.isPresent())
            throw Refused.invalid(lat.isPresent() ? "lon" : "lat", "is missing");
        return lat.flatMap(north -> lon.map(east -> new Point(north, east)));
    }

    public static Point required(Call call) {
        return of(call).orElseThrow(() -> Refused.invalid("lat", "is missing"));
    }

    private static Optional<Double> degrees(Call call, String name, int most) {
        var value = call.queryDecimal(name);
        if (value.filter(it -> Math.abs(it) > most).isPresent())
            throw Refused.invalid(name, "must be -%d to %d degrees".formatted(most, most));
        return value;
    }
}
