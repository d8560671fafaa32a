package gofood.city;

import java.util.List;
import java.util.Optional;

/// Something that a search may find.
///
/// @param words [Words] of the text
/// @param at where it is; for a street somewhere on it
/// @param precise whether one can ring there
/// @param street whose houses these are, for a street
/// @param interpolated whether the map has only its neighbours
/// @param served whether it lies in the city that we serve
record Findable(
        String text,
        List<String> words,
        Spot at,
        boolean precise,
        Kind kind,
        Optional<Street> street,
        boolean interpolated,
        boolean served) {
    enum Kind {
        DOOR,
        STREET,
        NAMED
    }

    static Findable of(String text, Spot at, boolean precise, Kind kind, ServedCity city) {
        return new Findable(
                text,
                Words.of(text),
                at,
                precise,
                kind,
                Optional.empty(),
                false,
                city.contains(at));
    }

    static Findable of(Street street, ServedCity city) {
        return new Findable(
                street.name(),
                Words.of(street.name()),
                street.middle(),
                false,
                Kind.STREET,
                Optional.of(street),
                false,
                city.contains(street.middle()));
    }

    /// A house on this street whose number the map doesn't know: where its neighbours say it must
    /// be, or else somewhere on the street.
    Findable numbered(String number) {
        var house = street.flatMap(it -> it.between(number));
        var itsText = number + " " + text;
        return new Findable(
                itsText,
                Words.of(itsText),
                house.orElse(at),
                house.isPresent(),
                kind,
                Optional.empty(),
                house.isPresent(),
                served);
    }

    /// Whether somebody who sees both sees the same twice.
    boolean repeats(Findable shown, double sameMetres) {
        if (!words.equals(shown.words)) return false;
        return (shown.precise && !precise) || at.metresTo(shown.at) < sameMetres;
    }
}
