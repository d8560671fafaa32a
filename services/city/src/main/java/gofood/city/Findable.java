package gofood.city;

import java.util.List;

/// Something that a search may find.
///
/// @param words [Words] of the text
/// @param at where it is; for a street somewhere on it
/// @param precise whether one can ring there
record Findable(String text, List<String> words, Spot at, boolean precise, Kind kind) {
    enum Kind {
        DOOR,
        STREET,
        NAMED
    }

    static Findable of(String text, Spot at, boolean precise, Kind kind) {
        return new Findable(text, Words.of(text), at, precise, kind);
    }

    /// A house on this street whose number the map doesn't know.
    Findable numbered(String number) {
        return of(number + " " + text, at, false, kind);
    }

    /// Whether somebody who sees both sees the same twice.
    boolean repeats(Findable shown, double sameMetres) {
        if (!words.equals(shown.words)) return false;
        return (shown.precise && !precise) || at.metresTo(shown.at) < sameMetres;
    }
}
