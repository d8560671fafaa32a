package gofood.city;

import gofood.city.CityData.Territory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Makes areas of the lines that boundaries are drawn with.
final class Territories {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final long MOST_PEOPLE = 1_000_000_000;

    private Territories() {}

    record Boundary(String osmId, String name, Geometry area) {}

    /// A point with the name of a village, a town or a city.
    ///
    /// @param rank the higher the more important
    /// @param people how many live there, 0 where the map doesn't say it
    record Settlement(String name, double lat, double lon, int rank, long people) {
        long weight() {
            return (rank + 1) * MOST_PEOPLE + people;
        }
    }

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

    /// A boundary belongs to a settlement of its name that lies within it.
    static List<Territory> weighed(List<Boundary> boundaries, List<Settlement> settlements) {
        return boundaries.stream()
                .map(it ->
                        new Territory(it.osmId, it.name, weight(it, settlements), it.area.toText()))
                .toList();
    }

    private static long weight(Boundary boundary, List<Settlement> settlements) {
        var words = Words.of(boundary.name);
        return settlements.stream()
                .filter(it -> Words.of(it.name).equals(words))
                .filter(it ->
                        boundary.area.covers(SHAPES.createPoint(new Coordinate(it.lon, it.lat))))
                .mapToLong(Settlement::weight)
                .max()
                .orElse(0);
    }
}
