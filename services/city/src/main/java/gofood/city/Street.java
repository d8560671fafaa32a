package gofood.city;

import gofood.city.CityData.StreetPiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// A whole street, put together from the map's pieces.
///
/// @param middle a point on the street
/// @param box longitude and latitude
/// @param houses those that the map knows
record Street(String name, Spot middle, Envelope box, Houses houses) {
    /// Pieces of one name that are farther apart are different streets, in different quarters.
    private static final double GAP_METRES = 500;

    /// Pieces that lie together.
    private record Cluster(Envelope box, List<StreetPiece> pieces) {
        static Cluster of(StreetPiece piece) {
            var box = new Envelope();
            for (var point : piece.line()) box.expandToInclude(point[1], point[0]);
            return new Cluster(box, List.of(piece));
        }

        Cluster with(Cluster other) {
            var both = new Envelope(box);
            both.expandToInclude(other.box);
            return new Cluster(
                    both, Stream.concat(pieces.stream(), other.pieces.stream()).toList());
        }

        boolean isNear(Cluster other) {
            var wide = new Envelope(box);
            var here = new Spot(box.getMinY(), box.getMinX());
            wide.expandBy(here.longitudes(GAP_METRES), Spot.latitudes(GAP_METRES));
            return wide.intersects(other.box);
        }

        Street street() {
            var points =
                    pieces.stream()
                            .flatMap(piece -> Arrays.stream(piece.line()))
                            .map(Spot::of)
                            .toList();
            var centre =
                    new Spot(
                            points.stream().mapToDouble(Spot::lat).average().orElseThrow(),
                            points.stream().mapToDouble(Spot::lon).average().orElseThrow());
            var middle =
                    points.stream().min(Comparator.comparingDouble(centre::metresTo)).orElseThrow();
            return new Street(pieces.getFirst().name(), middle, box, new Houses(pieces));
        }
    }

    /// Where this house must be, between those that the map knows.
    Optional<Spot> between(String number) {
        return houses.between(number);
    }

    /// Tells each street its houses: those that have its name and are nearest to it.
    static void house(List<Street> streets, List<Nearby.Piece> doors) {
        var byName = new HashMap<List<String>, List<Street>>();
        for (var street : streets)
            byName.computeIfAbsent(Words.of(street.name), _ -> new ArrayList<>()).add(street);
        for (var door : doors) {
            var words = Words.of(door.text());
            var at = new Coordinate(door.from().lon(), door.from().lat());
            byName
                    .getOrDefault(words.subList(Math.min(1, words.size()), words.size()), List.of())
                    .stream()
                    .min(Comparator.comparingDouble(it -> it.box.distance(new Envelope(at))))
                    .ifPresent(it -> it.houses.add(words.getFirst(), door.from()));
        }
    }

    static List<Street> of(List<StreetPiece> pieces) {
        var byName = new LinkedHashMap<String, List<Cluster>>();
        for (var piece : pieces)
            byName.merge(
                    String.join(" ", Words.of(piece.name())),
                    List.of(Cluster.of(piece)),
                    Street::join);
        return byName.values().stream().flatMap(List::stream).map(Cluster::street).toList();
    }

    private static List<Cluster> join(List<Cluster> known, List<Cluster> added) {
        var grown = added.getFirst();
        var apart = new ArrayList<Cluster>();
        for (var cluster : known)
            if (cluster.isNear(grown)) grown = cluster.with(grown);
            else apart.add(cluster);
        apart.add(grown);
        return apart;
    }
}
