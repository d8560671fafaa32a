package gofood.city;

import gofood.city.CityData.StreetPiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;

/// The houses of one street whose numbers the map knows, and where the others must be: even numbers
/// stand between even ones, odd between odd.
final class Houses {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// Between houses that are farther apart than this nobody can tell.
    private static final double MOST_METRES = 400;

    /// A house this far from the line belongs to another part of the street.
    private static final double ASIDE_METRES = 100;

    private final List<StreetPiece> pieces;
    private final NavigableMap<Integer, Spot> even = new TreeMap<>();
    private final NavigableMap<Integer, Spot> odd = new TreeMap<>();

    Houses(List<StreetPiece> pieces) {
        this.pieces = pieces;
    }

    /// Numbers such as `12bis` say nothing about others.
    void add(String number, Spot at) {
        if (number.matches("\\d{1,4}"))
            side(Integer.parseInt(number)).putIfAbsent(Integer.parseInt(number), at);
    }

    private NavigableMap<Integer, Spot> side(int number) {
        return number % 2 == 0 ? even : odd;
    }

    Optional<Spot> between(String number) {
        if (!number.matches("\\d{1,4}")) return Optional.empty();
        var wanted = Integer.parseInt(number);
        var lower = side(wanted).lowerEntry(wanted);
        var higher = side(wanted).higherEntry(wanted);
        if (lower == null || higher == null) return Optional.empty();
        if (lower.getValue().metresTo(higher.getValue()) > MOST_METRES) return Optional.empty();
        var part = (wanted - lower.getKey()) / (double) (higher.getKey() - lower.getKey());
        return Optional.of(along(lower.getValue(), higher.getValue(), part));
    }

    /// On the street's line where one line passes both, else on the straight line.
    private Spot along(Spot from, Spot to, double part) {
        for (var line : lines()) {
            var scale = new LengthIndexedLine(line);
            var start = scale.project(coordinate(from));
            var end = scale.project(coordinate(to));
            if (spot(scale.extractPoint(start)).metresTo(from) > ASIDE_METRES
                    || spot(scale.extractPoint(end)).metresTo(to) > ASIDE_METRES
                    || start == end) continue;
            return spot(scale.extractPoint(start + part * (end - start)));
        }
        return new Spot(
                from.lat() + part * (to.lat() - from.lat()),
                from.lon() + part * (to.lon() - from.lon()));
    }

    private List<LineString> lines() {
        var merger = new LineMerger();
        for (var piece : pieces)
            if (piece.line().length > 1)
                merger.add(
                        SHAPES.createLineString(
                                Arrays.stream(piece.line())
                                        .map(at -> new Coordinate(at[1], at[0]))
                                        .toArray(Coordinate[]::new)));
        var lines = new ArrayList<LineString>();
        for (var merged : (Collection<?>) merger.getMergedLineStrings())
            if (merged instanceof LineString line) lines.add(line);
        return lines;
    }

    private static Coordinate coordinate(Spot at) {
        return new Coordinate(at.lon(), at.lat());
    }

    private static Spot spot(Coordinate at) {
        return new Spot(at.y, at.x);
    }
}
