package gofood.city;

import gofood.contracts.CityApi.AddressList;
import gofood.contracts.CityApi.CityInfo;
import gofood.contracts.CityApi.Finding;
import gofood.contracts.CityApi.PlaceList;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one can ask the map.
final class CityRoutes {
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_HITS = 20;
    private static final int USUAL_HITS = 10;

    private final CityMap map;
    private final CityInfo info;
    private final CityConfig config;

    CityRoutes(CityMap map, CityInfo info, CityConfig config) {
        this.map = map;
        this.info = info;
        this.config = config;
    }

    Routes table() {
        return new Routes()
                .get("/map", Access.ANYONE, _ -> Reply.ok(info))
                .get("/places", Access.ANYONE, _ -> Reply.ok(new PlaceList(map.places())))
                .get("/addresses", Access.ANYONE, this::find)
                .get("/addresses/nearest", Access.ANYONE, this::nearest);
    }

    /// Without a city's name the map file's own has to do.
    static CityInfo info(CityMap map, ServedCity served, Extract extract) {
        var bounds = map.bounds();
        var file = String.valueOf(extract.file().getFileName()).replaceAll("(-latest)?\\..*", "");
        return new CityInfo(
                served.name()
                        .orElse(file.substring(0, 1).toUpperCase(Locale.ROOT) + file.substring(1)),
                new Point(map.middle().lat(), map.middle().lon()),
                List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()),
                List.of(Vehicle.values()),
                "© OpenStreetMap contributors");
    }

    private Reply find(Call call) {
        var typed = call.query("q").orElse("");
        if (typed.isBlank() || typed.length() > LONGEST_QUERY)
            throw Refused.invalid("q", "must have 1 to %d characters".formatted(LONGEST_QUERY));
        var limit = call.limit(USUAL_HITS);
        if (limit > MOST_HITS) throw Refused.invalid("limit", "must be 1 to " + MOST_HITS);
        var near = spot(call);
        var hits = map.find(typed, near, limit);
        var isAway = near.filter(spot -> map.nearest(spot, config.outsideMetres()).isEmpty());
        var finding = isAway.isPresent() ? Finding.OUTSIDE : map.finding(hits);
        return Reply.ok(new AddressList(finding, hits));
    }

    private Reply nearest(Call call) {
        var spot = spot(call).orElseThrow(() -> Refused.invalid("lat", "is missing"));
        return map.nearest(spot, config.outsideMetres())
                .map(Reply::ok)
                .orElseThrow(() ->
                        new Refused(
                                404,
                                "outside_city",
                                "This point is outside of the city that we serve."));
    }

    /// Both coordinates, or neither.
    private static Optional<Spot> spot(Call call) {
        var lat = degrees(call, "lat", 90);
        var lon = degrees(call, "lon", 180);
        if (lat.isPresent() != lon.isPresent())
            throw Refused.invalid(lat.isPresent() ? "lon" : "lat", "is missing");
        return lat.flatMap(north -> lon.map(east -> new Spot(north, east)));
    }

    private static Optional<Double> degrees(Call call, String name, int most) {
        var value = call.queryDecimal(name);
        // a NaN or an infinity is there and yet no number
        var bad = value.isEmpty() && call.query(name).isPresent();
        if (bad || value.filter(it -> Math.abs(it) > most).isPresent())
            throw Refused.invalid(name, "must be -%d to %d degrees".formatted(most, most));
        return value;
    }
}
