package gofood.city;

import gofood.city.CityData.Door;
import gofood.city.CityData.Eatery;
import gofood.city.CityData.Landmark;
import gofood.city.CityData.StreetPiece;
import gofood.city.CityData.Territory;
import gofood.city.CityData.Town;
import gofood.city.Findable.Kind;
import gofood.city.Nearby.Piece;
import gofood.contracts.Address;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.AddressList;
import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.CityApi.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// The city in memory. It never changes; a changed map file makes a new one at the next start.
final class CityMap {
    /// A door this near is the address of a spot.
    private static final double AT_THE_DOOR_METRES = 40;

    /// A door belongs to a street no farther than this, where the map doesn't say to which.
    private static final double DOOR_TO_STREET_METRES = 150;

    private static final double NAME_TO_STREET_METRES = 300;
    private static final int LONGEST_TEXT = 300;

    private final Nearby streets;
    private final ServedCity served;
    private final Envelope bounds;
    private final Nearby doors;
    private final Spot middle;
    private final List<EatingPlace> places;
    private final AddressSearch search;

    CityMap(CityData city, ServedCity served) {
        this.served = served;
        streets = new Nearby(city.streets().stream().flatMap(CityMap::segments).toList());
        var named = city.doors().stream().flatMap(this::named).toList();
        doors = new Nearby(named);
        bounds = bounds(city.streets());
        middle = middle(city.streets());
        places = city.eateries().stream().map(this::place).toList();
        var all = new ArrayList<Findable>();
        var whole = Street.of(city.streets());
        Street.house(whole, named);
        for (var street : whole) all.add(Findable.of(street, served));
        for (var door : named)
            all.add(Findable.of(door.text(), door.from(), true, Kind.DOOR, served));
        for (var place : places) all.add(findable(place));
        for (var landmark : city.landmarks()) all.add(findable(landmark));
        for (var town : city.towns())
            all.add(
                    findable(
                            town.name(),
                            Optional.empty(),
                            new Spot(town.lat(), town.lon()),
                            false));
        search = new AddressSearch(all, new Postal(names(city)));
    }

    private static List<String> names(CityData city) {
        return Stream.concat(
                        city.territories().stream().map(Territory::name),
                        city.towns().stream().map(Town::name))
                .toList();
    }

    List<EatingPlace> places() {
        return places;
    }

    Spot middle() {
        return middle;
    }

    /// Longitude and latitude.
    Envelope bounds() {
        return bounds;
    }

    boolean serves(Spot spot) {
        return served.contains(spot);
    }

    /// @param near what is nearer to this comes first; empty for the middle of the map, which is
    ///   also taken where this is far away from it
    AddressList find(String typed, Optional<Spot> near, int limit) {
        var around = near.filter(this::isOnTheMap).orElse(middle);
        var found = search.find(typed, around, limit);
        var hits = found.stream().map(each -> hit(each.entry(), near)).toList();
        return new AddressList(finding(found), hits);
    }

    private boolean isOnTheMap(Spot spot) {
        return bounds.contains(spot.lon(), spot.lat());
    }

    /// What the best hit is worth.
    private Finding finding(List<AddressSearch.Found> found) {
        if (found.isEmpty()) return Finding.UNKNOWN;
        var best = found.getFirst();
        if (!served.contains(best.entry().at())) return Finding.OUTSIDE;
        return best.entry().precise() && best.sure() ? Finding.EXACT : Finding.NOT_PRECISE_ENOUGH;
    }

    private static AddressHit hit(Findable found, Optional<Spot> near) {
        return hit(
                found.text(),
                found.at(),
                found.precise(),
                found.interpolated(),
                near.map(spot -> Math.round(spot.metresTo(found.at()))).orElse(null));
    }

    /// The address of a spot: a door that is near, else the nearest street, else a door farther
    /// away.
    Optional<AddressHit> nearest(Spot spot, double within) {
        return doors.nearest(spot, Math.min(AT_THE_DOOR_METRES, within))
                .map(door -> hit(door, true))
                .or(() -> streets.nearest(spot, within).map(street -> hit(street, false)))
                .or(() -> doors.nearest(spot, within).map(door -> hit(door, true)));
    }

    private static AddressHit hit(Nearby.Hit near, boolean precise) {
        return hit(near.text(), near.at(), precise, false, Math.round(near.metres()));
    }

    private static AddressHit hit(
            String text,
            Spot at,
            boolean precise,
            boolean interpolated,
            @Nullable Long distanceMetres) {
        return new AddressHit(address(text, at), precise, interpolated, distanceMetres);
    }

    private static Address address(String text, Spot at) {
        return new Address(
                at.lat(), at.lon(), text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }

    private static Stream<Piece> segments(StreetPiece piece) {
        var line = Arrays.stream(piece.line()).map(Spot::of).toList();
        if (line.size() == 1)
            return Stream.of(new Piece(piece.name(), line.getFirst(), line.getFirst()));
        return IntStream.range(1, line.size())
                .mapToObj(i -> new Piece(piece.name(), line.get(i - 1), line.get(i)));
    }

    /// The doors of one entry of the map, which may stand for several: `12;14`.
    private Stream<Piece> named(Door door) {
        var at = new Spot(door.lat(), door.lon());
        var street =
                Optional.ofNullable(door.street())
                        .or(() -> streets.nearest(at, DOOR_TO_STREET_METRES).map(Nearby.Hit::text));
        return street.stream()
                .flatMap(name ->
                        Arrays.stream(door.houseNumber().split("[;,]", -1))
                                .map(String::strip)
                                .filter(number -> !number.isEmpty())
                                .map(number -> new Piece(number + " " + name, at, at)));
    }

    private static Envelope bounds(List<StreetPiece> pieces) {
        var box = new Envelope();
        for (var piece : pieces)
            for (var point : piece.line()) box.expandToInclude(point[1], point[0]);
        return box;
    }

    /// The middle of the streets that we serve.
    private Spot middle(List<StreetPiece> pieces) {
        var box = new Envelope();
        for (var piece : pieces)
            for (var point : piece.line())
                if (served.contains(Spot.of(point))) box.expandToInclude(point[1], point[0]);
        var whole = box.isNull() ? bounds : box;
        return new Spot(whole.centre().getY(), whole.centre().getX());
    }

    private EatingPlace place(Eatery eatery) {
        var at = new Spot(eatery.lat(), eatery.lon());
        var text = addressOf(at, eatery.houseNumber(), eatery.street()).orElse(eatery.name());
        return new EatingPlace(
                eatery.osmId(),
                eatery.name(),
                eatery.kind(),
                eatery.cuisine(),
                address(text, at),
                eatery.openingHours(),
                eatery.phone());
    }

    private Findable findable(EatingPlace place) {
        var at = new Spot(place.address().lat(), place.address().lon());
        return findable(place.name(), Optional.of(place.address().text()), at, true);
    }

    private Findable findable(Landmark landmark) {
        var at = new Spot(landmark.lat(), landmark.lon());
        var address =
                landmark.precise()
                        ? addressOf(at, landmark.houseNumber(), landmark.street())
                        : Optional.<String>empty();
        return findable(landmark.name(), address, at, landmark.precise());
    }

    private Findable findable(String name, Optional<String> address, Spot at, boolean precise) {
        var text = address.filter(it -> !it.equals(name)).map(it -> name + ", " + it).orElse(name);
        return Findable.of(text, at, precise, Kind.NAMED, served);
    }

    /// What the map says, else the door that is next to it, else the street.
    private Optional<String> addressOf(
            Spot at, @Nullable String houseNumber, @Nullable String street) {
        if (street != null)
            return Optional.of(houseNumber == null ? street : houseNumber + " " + street);
        return doors.nearest(at, AT_THE_DOOR_METRES)
                .or(() -> streets.nearest(at, NAME_TO_STREET_METRES))
                .map(Nearby.Hit::text);
    }
}
