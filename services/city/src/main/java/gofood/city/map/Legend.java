package gofood.city.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What OpenStreetMap's tags mean for an area on our map. Lines are [Lines]', points [Spots]'
/// affair.
final class Legend {
    private static final Set<String> GRASS =
            Set.of("grass", "grassland", "meadow", "village_green", "scrub", "heath", "greenfield");
    private static final Set<String> ROCK = Set.of("bare_rock", "scree", "shingle");
    private static final Set<String> FARM =
            Set.of("farmland", "orchard", "vineyard", "allotments", "farmyard", "plant_nursery");
    private static final Set<String> PARKS =
            Set.of("park", "garden", "dog_park", "golf_course", "nature_reserve", "playground");
    private static final Set<String> USES =
            Set.of(
                    "residential",
                    "commercial",
                    "retail",
                    "industrial",
                    "railway",
                    "cemetery",
                    "school",
                    "university",
                    "college",
                    "hospital",
                    "pitch",
                    "stadium",
                    "track",
                    "sports_centre");
    private static final Set<String> ON_FOOT = Set.of("pedestrian", "footway", "path");
    private static final Set<String> IN_THE_SEA = Set.of("pier", "breakwater", "groyne");

    private Legend() {}

    /// What a closed way or multipolygon with these tags is; nothing for what we don't draw.
    static Optional<Meaning> area(Tags tags) {
        if (tags.has("location", "underground", "indoor") || tags.has("indoor", "yes"))
            return Optional.empty();
        return Optional.ofNullable(drawn(tags));
    }

    private static @Nullable Meaning drawn(Tags tags) {
        var natural = tags.get("natural");
        var landuse = tags.get("landuse");
        var leisure = tags.get("leisure");
        if (tags.is("building")) return new Meaning(Layer.BUILDING, 14, 0, Map.of());
        if (natural.equals("water") || tags.has("waterway", "riverbank", "dock"))
            return area(Layer.WATER, tags.or("water", "lake"), 5);
        if (Set.of("reservoir", "basin").contains(landuse)) return area(Layer.WATER, "lake", 5);
        if (leisure.equals("swimming_pool")) return area(Layer.WATER, "pool", 15);
        if (PARKS.contains(leisure)) return area(Layer.PARK, leisure, 8);
        if (IN_THE_SEA.contains(tags.get("man_made"))) return road("pier", 12);
        if (tags.has("man_made", "bridge")) return road("bridge", 14);
        if (ON_FOOT.contains(tags.get("highway"))) return road("pedestrian", 14);
        if (tags.has("place", "square")) return road("pedestrian", 14);
        return ground(tags, natural, landuse, leisure);
    }

    private static @Nullable Meaning ground(
            Tags tags, String natural, String landuse, String leisure) {
        if (natural.equals("wood") || landuse.equals("forest"))
            return area(Layer.LANDCOVER, "wood", 7);
        if (GRASS.contains(natural) || GRASS.contains(landuse))
            return area(Layer.LANDCOVER, "grass", 9);
        if (Set.of("beach", "sand").contains(natural)) return area(Layer.LANDCOVER, "sand", 9);
        if (ROCK.contains(natural)) return area(Layer.LANDCOVER, "rock", 11);
        if (natural.equals("wetland")) return area(Layer.LANDCOVER, "wetland", 9);
        if (natural.equals("glacier")) return area(Layer.LANDCOVER, "ice", 5);
        if (FARM.contains(landuse)) return area(Layer.LANDCOVER, "farmland", 9);
        for (var use : List.of(landuse, leisure, tags.get("amenity")))
            if (USES.contains(use)) return area(Layer.LANDUSE, use, 9);
        if (tags.is("aeroway")) return area(Layer.LANDUSE, "aerodrome", 9);
        return null;
    }

    private static Meaning area(Layer layer, String kind, int minZoom) {
        return new Meaning(layer, minZoom, 0, Map.of("class", kind));
    }

    private static Meaning road(String kind, int minZoom) {
        return new Meaning(Layer.TRANSPORTATION, minZoom, -100, Map.of("class", kind));
    }
}
