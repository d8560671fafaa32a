package gofood.city.map;

import java.util.Map;

/// What a thing on the map is.
///
/// @param minZoom the first zoom at which it is shown
/// @param rank the order within its layer: roads are drawn from the lowest rank up, labels placed
///   from the lowest rank up
/// @param tags texts and whole numbers, which styles ask for
record Meaning(Layer layer, int minZoom, int rank, Map<String, Object> tags) {
    /// The same, and not before this zoom.
    Meaning from(int zoom) {
        return at(Math.max(zoom, minZoom));
    }

    Meaning at(int firstZoom) {
        return firstZoom == minZoom ? this : new Meaning(layer, firstZoom, rank, tags);
    }
}
