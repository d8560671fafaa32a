package gofood.city.map;

import java.util.Locale;

/// The layers of a tile, in the order in which they are drawn. Names and classes are those of the
/// OpenMapTiles schema, so that other styles fit too.
enum Layer {
    WATER(true),
    WATERWAY(true),
    LANDCOVER(true),
    LANDUSE(true),
    PARK(true),
    BOUNDARY(true),
    BUILDING(false),
    TRANSPORTATION(true),
    TRANSPORTATION_NAME(true),
    WATER_NAME(false),
    PLACE(false),
    POI(false),
    HOUSENUMBER(false);

    /// Whether neighbours that mean the same become one shape in a tile.
    final boolean merges;

    Layer(boolean merges) {
        this.merges = merges;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Layer of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
