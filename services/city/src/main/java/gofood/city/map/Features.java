package gofood.city.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// All that is on the map, found by place and zoom. There is one tree for each first zoom, so that
/// a tile of a whole region never looks at the region's buildings.
final class Features {
    private final List<STRtree> byFirstZoom = new ArrayList<>();
    private final Envelope frame;
    private final Coordinate middle;
    private final int count;

    /// @param frame outside of it there is nothing
    Features(List<Feature> features, Envelope frame) {
        this.frame = frame;
        this.count = features.size();
        for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) byFirstZoom.add(new STRtree());
        double x = 0;
        double y = 0;
        int streets = 0;
        for (var feature : features) {
            var box = feature.shape().getEnvelopeInternal();
            byFirstZoom.get(feature.meaning().minZoom()).insert(box, feature);
            if (feature.meaning().layer() != Layer.TRANSPORTATION_NAME) continue;
            x += box.centre().x;
            y += box.centre().y;
            streets++;
        }
        middle = streets == 0 ? frame.centre() : new Coordinate(x / streets, y / streets);
        // from here on only read, by many threads
        byFirstZoom.forEach(STRtree::build);
    }

    /// What a tile shows, in the order of the layers, and within one in the order of its ranks.
    List<Feature> at(TileId tile, double margin) {
        var found = new ArrayList<Feature>();
        for (int zoom = 0; zoom <= tile.zoom(); zoom++)
            for (var feature : byFirstZoom.get(zoom).query(tile.area(margin)))
                found.add((Feature) feature);
        found.sort(
                Comparator.comparing((Feature feature) -> feature.meaning().layer())
                        .thenComparingInt(feature -> feature.meaning().rank()));
        return found;
    }

    Envelope frame() {
        return frame;
    }

    /// Where most streets are.
    Coordinate middle() {
        return middle;
    }

    int count() {
        return count;
    }
}
