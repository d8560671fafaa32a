package gofood.city.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How the map looks, as a MapLibre style. One drawing, `style.json`, in whose place of `@water`
/// and the like each theme puts its colours. It names no fonts or pictures of others: MapLibre
/// writes with the screen's own.
final class MapStyle {
    static final List<String> THEMES = List.of("light", "dark");

    private final Map<String, ObjectNode> themes = new HashMap<>();

    MapStyle(MapTiles tiles) {
        for (var theme : THEMES) themes.put(theme, drawn(theme, tiles));
    }

    /// @param origin `https://food.example`
    byte[] json(String theme, String origin) {
        var style = Objects.requireNonNull(themes.get(theme)).deepCopy();
        source(style).putArray("tiles").add(origin + "/map/{z}/{x}/{y}.mvt");
        return Json.write(style);
    }

    private static ObjectNode drawn(String theme, MapTiles tiles) {
        var drawing = new String(resource("style"), StandardCharsets.UTF_8);
        for (var colour : Json.tree(resource(theme)).properties())
            drawing = drawing.replace("\"@" + colour.getKey() + "\"", colour.getValue().toString());
        var style = (ObjectNode) Json.tree(drawing.getBytes(StandardCharsets.UTF_8));
        var middle = tiles.middle();
        style.putArray("center").add(World.lon(middle.x)).add(World.lat(middle.y));
        var frame = tiles.frame();
        source(style)
                .put("maxzoom", TileId.MAX_ZOOM)
                .putArray("bounds")
                .add(World.lon(frame.getMinX()))
                .add(World.lat(frame.getMaxY()))
                .add(World.lon(frame.getMaxX()))
                .add(World.lat(frame.getMinY()));
        return style;
    }

    private static ObjectNode source(ObjectNode style) {
        return (ObjectNode) style.path("sources").path("city");
    }

    private static byte[] resource(String name) {
        try (var in = MapStyle.class.getResourceAsStream("/map/" + name + ".json")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
