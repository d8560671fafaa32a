package gofood.city.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What OpenStreetMap's tags mean for a point on our map: mostly a name. Places to eat are not
/// among them; those that can be ordered from are shown by the pages themselves.
final class Spots {
    private static final Set<String> PUBLIC = Set.of("hospital", "university", "townhall");
    private static final Set<String> CULTURE = Set.of("theatre", "casino", "arts_centre");
    private static final Set<String> SIGHTS = Set.of("museum", "zoo", "aquarium", "theme_park");
    private static final Set<String> OLD = Set.of("castle", "palace", "fort", "monument");

    private Spots() {}

    /// What a node, or the middle of an area, with these tags is.
    static List<Meaning> of(Tags tags) {
        var all = new ArrayList<Meaning>();
        var number = tags.get("addr:housenumber");
        if (!number.isBlank() && number.length() <= 12)
            all.add(new Meaning(Layer.HOUSENUMBER, 17, 0, Map.of("housenumber", number)));
        var name = tags.name();
        if (name.isEmpty()) return all;
        var place = place(tags.get("place"), name);
        if (place != null) all.add(place);
        if (tags.has("natural", "bay", "strait") || tags.has("place", "sea"))
            all.add(new Meaning(Layer.WATER_NAME, 11, 0, named("bay", name)));
        if (tags.has("natural", "water"))
            all.add(new Meaning(Layer.WATER_NAME, 14, 1, named("lake", name)));
        var poi = poi(tags, name);
        if (poi != null && place == null) all.add(poi);
        return all;
    }

    private static @Nullable Meaning place(String place, String name) {
        return switch (place) {
            case "city" -> place(place, name, 4, 0);
            case "town" -> place(place, name, 8, 1);
            case "village" -> place(place, name, 10, 3);
            case "island" -> place(place, name, 10, 4);
            case "suburb" -> place(place, name, 12, 5);
            case "quarter" -> place(place, name, 13, 6);
            case "hamlet" -> place(place, name, 13, 7);
            case "neighbourhood" -> place(place, name, 14, 8);
            case "square" -> place(place, name, 16, 9);
            default -> null;
        };
    }

    private static Meaning place(String kind, String name, int minZoom, int rank) {
        return new Meaning(Layer.PLACE, minZoom, rank, named(kind, name));
    }

    private static @Nullable Meaning poi(Tags tags, String name) {
        if (tags.has("railway", "station", "halt")) return poi("railway", name, 13, 0);
        if (tags.has("aeroway", "aerodrome")) return poi("airport", name, 11, 0);
        if (tags.has("leisure", "stadium")) return poi("stadium", name, 14, 1);
        if (tags.has("leisure", "park", "nature_reserve")) return poi("park", name, 15, 2);
        if (tags.has("leisure", "garden")) return poi("park", name, 16, 4);
        if (tags.has("leisure", "marina")) return poi("harbor", name, 15, 3);
        if (tags.has("natural", "beach")) return poi("beach", name, 15, 3);
        var amenity = tags.get("amenity");
        if (PUBLIC.contains(amenity)) return poi(amenity, name, 15, 1);
        if (CULTURE.contains(amenity)) return poi("culture", name, 15, 2);
        if (SIGHTS.contains(tags.get("tourism"))) return poi("museum", name, 15, 2);
        if (OLD.contains(tags.get("historic"))) return poi("monument", name, 16, 3);
        if (amenity.equals("place_of_worship")) return poi("worship", name, 16, 5);
        if (amenity.equals("school")) return poi("school", name, 17, 6);
        if (tags.has("shop", "mall", "department_store")) return poi("shop", name, 16, 4);
        return null;
    }

    private static Meaning poi(String kind, String name, int minZoom, int rank) {
        return new Meaning(Layer.POI, minZoom, rank, named(kind, name));
    }

    private static Map<String, Object> named(String kind, String name) {
        return Map.of("class", kind, "name", name);
    }
}
