package gofood.city.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What OpenStreetMap's tags mean for a line on our map.
final class Lines {
    private static final Set<String> RAILS =
            Set.of("rail", "light_rail", "narrow_gauge", "tram", "subway", "funicular", "monorail");

    private Lines() {}

    /// Where a class of roads stands.
    ///
    /// @param minZoom of the line
    /// @param namedFrom the first zoom with its name
    private record Road(String kind, int minZoom, int namedFrom, int rank) {}

    /// What a way with these tags is: a line, and a name along it.
    static List<Meaning> of(Tags tags) {
        var all = new ArrayList<Meaning>();
        var road = road(tags);
        if (road != null) {
            all.add(line(road, tags));
            if (!tags.name().isEmpty()) all.add(name(road, tags));
        }
        if (tags.has("waterway", "river", "canal", "stream") && !isTunnel(tags))
            all.add(
                    new Meaning(
                            Layer.WATERWAY,
                            tags.has("waterway", "stream") ? 13 : 8,
                            0,
                            Map.of("class", tags.get("waterway"))));
        return all;
    }

    private static Meaning line(Road road, Tags tags) {
        var known = new LinkedHashMap<String, Object>();
        known.put("class", road.kind);
        if (isTunnel(tags)) known.put("brunnel", "tunnel");
        else if (tags.is("bridge")) known.put("brunnel", "bridge");
        if (tags.has("highway", "steps")) known.put("subclass", "steps");
        if (tags.get("highway").endsWith("_link")) known.put("ramp", 1);
        var rank = road.rank + 20 * tags.number("layer", 0);
        return new Meaning(Layer.TRANSPORTATION, road.minZoom, rank, known);
    }

    private static Meaning name(Road road, Tags tags) {
        var from = isTunnel(tags) ? Math.max(16, road.namedFrom) : road.namedFrom;
        Map<String, Object> known = Map.of("class", road.kind, "name", tags.name());
        return new Meaning(Layer.TRANSPORTATION_NAME, from, -road.rank, known);
    }

    private static @Nullable Road road(Tags tags) {
        // what lies within buildings is no part of the street map
        if (tags.has("indoor", "yes") || tags.has("area", "yes")) return null;
        if (RAILS.contains(tags.get("railway"))) return rail(tags);
        if (tags.has("route", "ferry")) return new Road("ferry", 11, 15, 0);
        if (tags.has("man_made", "pier", "breakwater", "groyne"))
            return new Road("pier", 13, 17, -50);
        if (tags.has("aeroway", "runway", "taxiway"))
            return new Road(tags.get("aeroway"), 11, 15, 0);
        return highway(tags);
    }

    private static Road rail(Tags tags) {
        if (tags.has("railway", "rail") && !tags.is("service")) return new Road("rail", 9, 16, 9);
        if (tags.has("railway", "rail")) return new Road("rail", 14, 17, 9);
        return new Road("transit", 13, 16, 9);
    }

    /// Roads that aren't to be had, such as planned ones and race tracks, are none.
    private static @Nullable Road highway(Tags tags) {
        return switch (tags.get("highway")) {
            case "motorway" -> new Road("motorway", 5, 11, 8);
            case "motorway_link" -> new Road("motorway", 11, 15, 8);
            case "trunk" -> new Road("trunk", 6, 11, 7);
            case "trunk_link" -> new Road("trunk", 12, 15, 7);
            case "primary" -> new Road("primary", 8, 12, 6);
            case "primary_link" -> new Road("primary", 13, 15, 6);
            case "secondary" -> new Road("secondary", 10, 13, 5);
            case "secondary_link" -> new Road("secondary", 13, 15, 5);
            case "tertiary" -> new Road("tertiary", 11, 14, 4);
            case "tertiary_link" -> new Road("tertiary", 13, 15, 4);
            case "unclassified", "residential", "living_street", "road" ->
                    new Road("minor", 12, 14, 3);
            case "pedestrian" -> new Road("pedestrian", 14, 15, 2);
            case "service", "busway" -> new Road("service", tags.is("service") ? 15 : 14, 15, 1);
            case "track" -> new Road("track", 14, 16, 0);
            case "footway", "path", "cycleway", "bridleway", "steps" -> new Road("path", 15, 16, 0);
            default -> null;
        };
    }

    private static boolean isTunnel(Tags tags) {
        return tags.is("tunnel") || tags.is("covered");
    }
}
