package gofood.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read from a map file.
record CityData(
        List<Eatery> eateries,
        List<Door> doors,
        List<StreetPiece> streets,
        List<Landmark> landmarks,
        List<Territory> territories,
        List<Town> towns) {

    /// A place to eat; the texts are OpenStreetMap's.
    record Eatery(
            String osmId,
            String name,
            String kind,
            @Nullable String cuisine,
            double lat,
            double lon,
            @Nullable String houseNumber,
            @Nullable String street,
            @Nullable String openingHours,
            @Nullable String phone) {}

    /// Something with a house number.
    ///
    /// @param street null where OpenStreetMap doesn't say it
    record Door(
            String osmId, double lat, double lon, String houseNumber, @Nullable String street) {}

    /// A part of a street.
    ///
    /// @param line the points along it, each `{lat, lon}`
    record StreetPiece(String osmId, String name, double[][] line) {}

    /// Something else with a name.
    ///
    /// @param precise whether one can ring there: true for a hotel, false for a quarter
    record Landmark(
            String osmId,
            String name,
            double lat,
            double lon,
            boolean precise,
            @Nullable String houseNumber,
            @Nullable String street) {}

    /// A city, a town or another administrative area that lies completely in the extract.
    ///
    /// @param weight the higher the larger a place it is, 0 for what is no settlement
    /// @param area well-known text, longitude and latitude
    record Territory(String osmId, String name, long weight, String area) {}

    /// A city, a town, a village or a hamlet, as a point.
    ///
    /// @param weight the higher the larger a place it is
    record Town(String osmId, String name, double lat, double lon, long weight) {
        private static final long MOST_PEOPLE = 1_000_000_000;

        /// @param rank the higher the more important
        /// @param people how many live there, 0 where the map doesn't say it
        static long weight(int rank, long people) {
            return (rank + 1) * MOST_PEOPLE + people;
        }
    }
}
