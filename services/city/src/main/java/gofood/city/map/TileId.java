package gofood.city.map;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/// One tile: at each zoom the world is cut into 2^zoom × 2^zoom of them, from the north-west.
record TileId(int zoom, int x, int y) {
    /// Clients magnify these tiles for still closer looks.
    static final int MAX_ZOOM = 17;

    /// Tiles of the zooms there are; none for anything else that was asked for.
    static Optional<TileId> of(String zoom, String x, String y) {
        if (!zoom.matches("\\d{1,2}") || !x.matches("\\d{1,6}") || !y.matches("\\d{1,6}"))
            return Optional.empty();
        var id = new TileId(Integer.parseInt(zoom), Integer.parseInt(x), Integer.parseInt(y));
        return id.exists() ? Optional.of(id) : Optional.empty();
    }

    /// The tile that has this point.
    static TileId at(int zoom, double lat, double lon) {
        var tiles = 1 << zoom;
        return new TileId(zoom, (int) (World.x(lon) * tiles), (int) (World.y(lat) * tiles));
    }

    private boolean exists() {
        return zoom <= MAX_ZOOM && x < 1 << zoom && y < 1 << zoom;
    }

    /// The tile's square, with a margin on each side.
    ///
    /// @param margin as a share of the tile's side
    Envelope area(double margin) {
        var tiles = (double) (1 << zoom);
        return new Envelope(
                (x - margin) / tiles,
                (x + 1 + margin) / tiles,
                (y - margin) / tiles,
                (y + 1 + margin) / tiles);
    }
}
