package gofood.city;

import gofood.city.roads.AskedPoint;
import gofood.contracts.CityApi.CityInfo;
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
        return new CityInfo(
                served.name().orElseGet(() -> nameOf(extract)),
                new Point(map.middle().lat(), map.middle().lon()),
                List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()),
                List.of(Vehicle.values()),
                "© OpenStreetMap contributors");
    }

    private static String nameOf(Extract extract) {
        var file = String.valueOf(extract.file().getFileName()).replaceAll("(-latest)?\\..*", "");
        return file.isEmpty()
                ? "City"
                : file.substring(0, 1).toUpperCase(Locale.ROOT) + file.substring(1);
    }

    private Reply find(Call call) {
        var typed = call.query("q").orElse("");
        if (typed.isBlank() || typed.length() > LONGEST_QUERY)
            throw Refused.invalid("q", "must have 1 to %d characters".formatted(LONGEST_QUERY));
        var near = AskedPoint.of(call).map(Spot::of);
        return Reply.ok(map.find(typed, near, limit(call)));
    }

    private static int limit(Call call) {
        var limit = call.queryNumber("limit").orElse((long) USUAL_HITS);
        if (limit < 1 || limit > MOST_HITS)
            throw Refused.invalid("limit", "must be 1 to " + MOST_HITS);
        return limit.intValue();
    }

    private Reply nearest(Call call) {
        var spot = Spot.of(AskedPoint.required(call));
        return Optional.of(spot)
                .filter(map::serves)
                .flatMap(it -> map.nearest(it, config.outsideMetres()))
                .map(Reply::ok)
                .orElseThrow(() ->
                        new Refused(
                                404,
                                "outside_city",
                                "This point is outside of the city that we serve."));
    }
}
