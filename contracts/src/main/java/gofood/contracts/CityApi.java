package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The city service: what the map knows.
public final class CityApi {
    private CityApi() {}

    /// `GET /map`: which city this is.
    ///
    /// @param bounds west, south, east, north in degrees, as in GeoJSON
    /// @param attribution to be shown wherever the map is
    public record CityInfo(
            String name,
            Point centre,
            List<Double> bounds,
            List<Vehicle> vehicles,
            String attribution) {}

    /// Whether an order could go to the best of the addresses found.
    public enum Finding {
        /// a door, known or reckoned from its neighbours
        @JsonProperty("exact")
        EXACT,
        /// a street or a quarter: the number is still missing
        @JsonProperty("not_precise_enough")
        NOT_PRECISE_ENOUGH,
        /// the place is known, and nobody delivers there
        @JsonProperty("outside")
        OUTSIDE,
        /// nothing like it on this map
        @JsonProperty("unknown")
        UNKNOWN
    }

    /// `GET /addresses`: where the words that somebody typed may be.
    public record AddressList(Finding finding, List<AddressHit> addresses) {}

    /// @param precise true for a door, false for a whole street
    /// @param interpolated true where the map has only the neighbours of this house number
    public record AddressHit(
            Address address,
            boolean precise,
            boolean interpolated,
            @Nullable Long distanceMetres) {}

    /// `GET /places`: the places to eat that the map knows.
    public record PlaceList(List<EatingPlace> places) {}

    /// @param osmId `node/123` or `way/456` in OpenStreetMap
    /// @param kind OpenStreetMap's `amenity`: restaurant, fast_food, cafe, bar, pub, ice_cream
    /// @param cuisine OpenStreetMap's `cuisine` as it stands there, several separated by `;`
    /// @param openingHours OpenStreetMap's `opening_hours` as it stands there
    public record EatingPlace(
            String osmId,
            String name,
            String kind,
            @Nullable String cuisine,
            Address address,
            @Nullable String openingHours,
            @Nullable String phone) {}

    /// `POST /routes`: the quickest way along streets, past all points in this order. What lies
    /// between a point and its street is walked, and counts in metres and in seconds.
    public record RouteWish(Vehicle vehicle, List<Point> points) {
        public RouteWish {
            InvalidField.size("points", points, 2, 25);
        }
    }

    /// @param geometry the whole way on the streets, a GeoJSON `LineString`
    /// @param snapped the points of the request, moved to the nearest street
    public record Route(
            Vehicle vehicle,
            long metres,
            long seconds,
            List<Leg> legs,
            List<Snapped> snapped,
            LineString geometry) {}

    /// The way from one point to the next.
    public record Leg(long metres, long seconds) {}

    /// @param metres how far the street is from where was asked
    public record Snapped(double lat, double lon, long metres) {}

    /// GeoJSON (RFC 7946).
    ///
    /// @param coordinates longitude and latitude of each point
    public record LineString(String type, List<List<Double>> coordinates) {
        public static LineString of(List<List<Double>> coordinates) {
            return new LineString("LineString", coordinates);
        }
    }

    /// `POST /matrix`: from each to each.
    public record MatrixWish(Vehicle vehicle, List<Point> from, List<Point> to) {
        private static final int MOST_PAIRS = 400_000;

        public MatrixWish {
            InvalidField.size("from", from, 1, 1000);
            InvalidField.size("to", to, 1, 1000);
            if (from != null && to != null && (long) from.size() * to.size() > MOST_PAIRS)
                throw new InvalidField("to", "must make at most " + MOST_PAIRS + " pairs");
        }
    }

    /// A row for each `from`, an entry for each `to`; null where no street leads there, or where
    /// the point is outside of the city.
    public record Matrix(
            Vehicle vehicle,
            List<List<@Nullable Integer>> seconds,
            List<List<@Nullable Integer>> metres) {}

    /// GeoJSON (RFC 7946).
    ///
    /// @param type `Polygon` or `MultiPolygon`
    /// @param coordinates rings of longitude and latitude, one level deeper for a `MultiPolygon`
    public record Area(String type, List<?> coordinates) {}

    /// `PUT /zones/{restaurant_id}`: how far this kitchen delivers. Either so many minutes of a
    /// bicycle's way, or a drawn area.
    public record NewZone(@Nullable Integer minutes, @Nullable Area area) {
        public NewZone {
            InvalidField.number("minutes", minutes, 1, 60);
        }
    }

    public enum ZoneKind {
        /// what a bicycle reaches within the minutes
        @JsonProperty("reach")
        REACH,
        /// a drawn area
        @JsonProperty("area")
        AREA
    }

    /// `GET /zones/{restaurant_id}?lat=&lon=`: where this kitchen, which stands there, delivers
    /// now.
    ///
    /// @param area as it is now; null while paused
    /// @param restriction the operator's, while there is one
    public record Zone(
            long restaurantId,
            ZoneKind kind,
            @Nullable Integer minutes,
            @Nullable Area area,
            @Nullable Restriction restriction) {}

    /// `POST /zones/restrictions`: an operator shrinks or pauses zones for a time; it ends by
    /// itself.
    ///
    /// @param restaurantIds null for the whole city
    /// @param percent of the usual reach; 0 pauses
    /// @param minutes how long
    public record NewRestriction(
            @Nullable Set<Long> restaurantIds, int percent, int minutes, String reason) {
        public NewRestriction {
            InvalidField.size("restaurant_ids", restaurantIds, 1, 1000);
            InvalidField.number("percent", percent, 0, 90);
            InvalidField.number("minutes", minutes, 1, 1440);
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    /// @param restaurantIds null for the whole city, and in a [Zone] that a customer sees
    /// @param by who set it; null in a [Zone] that a customer sees
    public record Restriction(
            long restrictionId,
            @Nullable Set<Long> restaurantIds,
            int percent,
            String reason,
            @Nullable String by,
            Instant from,
            Instant until) {}

    /// `GET /zones/restrictions`: those in force.
    public record RestrictionList(List<Restriction> restrictions) {}

    /// `POST /zones/check`: which of these kitchens deliver to this door.
    public record ZoneCheck(Point to, List<Kitchen> restaurants) {
        public ZoneCheck {
            InvalidField.size("restaurants", restaurants, 1, 1000);
        }
    }

    /// A restaurant and where it stands.
    public record Kitchen(long restaurantId, double lat, double lon) {
        public Kitchen {
            new Point(lat, lon);
        }
    }

    public enum Verdict {
        @JsonProperty("delivers")
        DELIVERS,
        @JsonProperty("too_far")
        TOO_FAR,
        /// too far just now, as an operator has shrunk the zone
        @JsonProperty("restricted")
        RESTRICTED,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("unreachable")
        UNREACHABLE,
        @JsonProperty("outside_city")
        OUTSIDE_CITY
    }

    /// One for each restaurant, in the order of the request.
    public record ZoneVerdicts(List<ZoneVerdict> verdicts) {}

    /// @param seconds a bicycle's way from the kitchen to the door, along streets
    /// @param metres of the same way
    /// @param until when an operator's restriction ends
    public record ZoneVerdict(
            long restaurantId,
            Verdict verdict,
            @Nullable Integer seconds,
            @Nullable Integer metres,
            @Nullable Instant until,
            @Nullable String reason) {}
}
