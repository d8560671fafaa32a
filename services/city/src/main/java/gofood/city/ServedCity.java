package gofood.city;

import gofood.city.CityData.Territory;
import gofood.city.CityData.Town;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// The city that we serve. An extract reaches over its border nearly always; what lies there is
/// known, and nobody delivers to it.
final class ServedCity {
    static final String WHOLE_MAP = "*";
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Optional<String> name;
    private final String reason;
    private final Optional<PreparedGeometry> area;

    private ServedCity(Optional<String> name, String reason, Optional<Geometry> area) {
        this.name = name;
        this.reason = reason;
        this.area = area.map(PreparedGeometryFactory::prepare);
    }

    /// @param wanted a territory's name, or `*` for the whole map; without it the settlement with
    ///   the most people of the highest rank, and the whole map where the extract has none
    ///   completely
    /// @throws IllegalStateException where the map has no such city
    static ServedCity of(List<Territory> territories, List<Town> towns, Optional<String> wanted) {
        var largest = towns.stream().max(Comparator.comparingLong(Town::weight)).map(Town::name);
        if (wanted.filter(WHOLE_MAP::equals).isPresent())
            return new ServedCity(largest, "the whole map, as CITY_NAME says", Optional.empty());
        var chosen =
                territories.stream()
                        .filter(it ->
                                wanted.map(name -> isCalled(it, name)).orElse(it.weight() > 0))
                        .max(
                                Comparator.comparingLong(Territory::weight)
                                        .thenComparingInt(it -> -Words.of(it.name()).size())
                                        .thenComparingDouble(it -> shape(it).getArea()));
        if (wanted.isPresent() && chosen.isEmpty())
            throw new IllegalStateException(
                    "The map has no complete boundary of %s (CITY_NAME). It has: %s."
                            .formatted(wanted.get(), names(territories)));
        if (chosen.isEmpty())
            return new ServedCity(
                    largest,
                    "the whole map, as it has no town whose boundary is complete",
                    Optional.empty());
        return new ServedCity(
                chosen.map(Territory::name),
                wanted.isPresent()
                        ? "the boundary that CITY_NAME names"
                        : "the largest town whose boundary is complete",
                chosen.map(ServedCity::shape));
    }

    /// Altdorf also means `Stadt Altdorf`.
    private static boolean isCalled(Territory territory, String name) {
        return Territories.isCalled(Words.of(territory.name()), Words.of(name));
    }

    private static String names(List<Territory> territories) {
        return territories.stream()
                .sorted(Comparator.comparingLong(Territory::weight).reversed())
                .map(Territory::name)
                .distinct()
                .limit(20)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }

    private static Geometry shape(Territory territory) {
        try {
            return new WKTReader(SHAPES).read(territory.area());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty where the map names no town.
    Optional<String> name() {
        return name;
    }

    /// What is served and why, for the log.
    String reason() {
        return reason;
    }

    boolean contains(Spot at) {
        return area.map(it -> it.covers(SHAPES.createPoint(new Coordinate(at.lon(), at.lat()))))
                .orElse(true);
    }
}
