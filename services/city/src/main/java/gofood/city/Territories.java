package gofood.city;

import gofood.city.CityData.Territory;
import gofood.city.CityData.Town;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Makes areas of the lines that boundaries are drawn with.
final class Territories {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /// What stands before a town's name in that of its boundary.
    private static final Set<String> KINDS =
            Set.of(
                    "stadt",
                    "hansestadt",
                    "landeshauptstadt",
                    "universitatsstadt",
                    "kreisstadt",
                    "gemeinde",
                    "stadtgemeinde",
                    "marktgemeinde",
                    "markt",
                    "ville",
                    "commune",
                    "city",
                    "town",
                    "borough",
                    "municipality",
                    "comune",
                    "citta",
                    "gemeente",
                    "municipio");

    private Territories() {}

    record Boundary(String osmId, String name, Geometry area) {}

    /// @return empty where a part of the boundary is missing, as at the edge of an extract
    static Optional<Boundary> boundary(String osmId, String name, List<double[][]> lines) {
        if (lines.stream().anyMatch(line -> line.length < 2)) return Optional.empty();
        var rings = new Polygonizer(true);
        for (var line : lines)
            rings.add(
                    SHAPES.createLineString(
                            Arrays.stream(line)
                                    .map(at -> new Coordinate(at[1], at[0]))
                                    .toArray(Coordinate[]::new)));
        var area = rings.getGeometry();
        return area.isEmpty() || !rings.getDangles().isEmpty()
                ? Optional.empty()
                : Optional.of(new Boundary(osmId, name, UnaryUnionOp.union(area)));
    }

    /// A boundary belongs to a town of its name that lies within it, as `Stadt Altdorf` to Altdorf.
    static List<Territory> weighed(List<Boundary> boundaries, List<Town> towns) {
        return boundaries.stream()
                .map(it -> new Territory(it.osmId, it.name, weight(it, towns), it.area.toText()))
                .toList();
    }

    /// `Stadt Altdorf` is Altdorf; Landkreis Altdorf and Altdorf-Mitte are something else.
    static boolean isCalled(List<String> boundary, List<String> town) {
        var before = boundary.size() - town.size();
        return before >= 0
                && boundary.subList(before, boundary.size()).equals(town)
                && boundary.subList(0, before).stream()
                        .allMatch(word -> KINDS.contains(word) || Words.isArticle(word));
    }

    private static long weight(Boundary boundary, List<Town> towns) {
        var words = Words.of(boundary.name);
        return towns.stream()
                .filter(it -> isCalled(words, Words.of(it.name())))
                .filter(it ->
                        boundary.area.covers(
                                SHAPES.createPoint(new Coordinate(it.lon(), it.lat()))))
                .mapToLong(Town::weight)
                .max()
                .orElse(0);
    }
}
