package gofood.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The city service: what the map knows.
public final class CityApi {
    private CityApi() {}

    /// `GET /addresses`: where the words that somebody typed may be.
    public record AddressList(List<AddressHit> addresses) {}

    /// @param precise true for a door, false for a whole street
    public record AddressHit(Address address, boolean precise, @Nullable Long distanceMetres) {}

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
}
