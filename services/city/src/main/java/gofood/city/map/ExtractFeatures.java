package gofood.city.map;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/// Reads an extract's features in one pass: nodes come first, then the ways that are made of them,
/// then the relations that are made of those.
final class ExtractFeatures {
    /// Raise it when the same extract would give other features.
    static final int VERSION = 1;

    /// So many km around a city the sea goes on as it left the extract.
    private static final double SEA_AROUND_KM = 25;

    private final LongLongHashMap nodes = new LongLongHashMap();
    private final LongObjectHashMap<long[]> ways = new LongObjectHashMap<>();
    private final LongObjectHashMap<ReaderWay> borderWays = new LongObjectHashMap<>();
    private final LongIntHashMap borderLevels = new LongIntHashMap();
    private final List<LineString> coast = new ArrayList<>();
    private final Envelope streets = new Envelope();
    private final Shapes shapes;

    private ExtractFeatures(Consumer<Feature> sink) {
        this.shapes = new Shapes(sink);
    }

    /// @return the frame of the map: outside of it there are no tiles
    /// @throws IOException when it can't be read to its end
    static Envelope read(Path extract, Consumer<Feature> sink)
            throws IOException, XMLStreamException {
        var reader = new ExtractFeatures(sink);
        try (var in = new OSMInputFile(extract.toFile()).setWorkerThreads(1).open()) {
            for (var element = in.getNext(); element != null; element = in.getNext())
                reader.take(element);
        }
        reader.borders();
        var frame = new Envelope(ExtractBounds.of(extract).orElse(reader.streets));
        frame.expandBy(World.metres(SEA_AROUND_KM * 1000, frame.centre().y));
        reader.shapes.sea(Coast.sea(reader.coast, frame));
        return frame;
    }

    private void take(ReaderElement element) {
        switch (element) {
            case ReaderNode node -> {
                nodes.put(node.getId(), pack(node.getLat(), node.getLon()));
                if (!node.hasTags()) return;
                var at = World.at(node.getLat(), node.getLon());
                for (var meaning : Spots.of(new Tags(node)))
                    shapes.spot(meaning, World.SHAPES.createPoint(at));
            }
            case ReaderWay way -> way(way);
            case ReaderRelation relation -> relation(relation);
            default -> {} // the file's header
        }
    }

    private void way(ReaderWay way) {
        var refs = way.getNodes().toArray();
        ways.put(way.getId(), refs);
        if (!way.hasTags()) return;
        var line = line(refs);
        if (line.isEmpty()) return;
        var tags = new Tags(way);
        if (tags.has("natural", "coastline")) coast.add(line);
        if (tags.is("highway")) streets.expandToInclude(line.getEnvelopeInternal());
        if (tags.has("boundary", "administrative") || tags.is("natural"))
            borderWays.put(way.getId(), way);
        if (isArea(tags, line))
            area(tags, World.SHAPES.createPolygon(line.getCoordinateSequence()));
        else for (var meaning : Lines.of(tags)) shapes.line(meaning, line);
    }

    /// A closed way is an area, unless it is a road that runs in a circle.
    private static boolean isArea(Tags tags, LineString line) {
        if (!line.isClosed() || line.getNumPoints() < 4 || tags.has("area", "no")) return false;
        var runs = tags.is("highway") || tags.is("railway") || tags.is("barrier");
        return tags.has("area", "yes") || !runs || tags.is("building");
    }

    private void area(Tags tags, Geometry area) {
        Legend.area(tags).ifPresent(meaning -> shapes.area(meaning, area));
        for (var meaning : Spots.of(tags)) shapes.middle(meaning, area);
    }

    private void relation(ReaderRelation relation) {
        var tags = new Tags(relation);
        if (tags.has("boundary", "administrative")) border(relation, tags);
        if (!tags.has("type", "multipolygon")) return;
        var lines = lines(relation);
        if (lines.isEmpty()) return;
        var area = Rings.area(lines);
        if (!area.isEmpty()) area(tags, area);
    }

    private List<Geometry> lines(ReaderRelation relation) {
        var lines = new ArrayList<Geometry>();
        for (var member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY) continue;
            var refs = ways.get(member.getRef());
            var line = refs == null ? World.line() : line(refs);
            if (!line.isEmpty()) lines.add(line);
        }
        return lines;
    }

    /// A way may be the border of a state and of its towns: the highest counts.
    private void border(ReaderRelation relation, Tags tags) {
        var level = tags.number("admin_level", 99);
        if (level > 8) return;
        for (var member : relation.getMembers()) {
            if (member.getType() != ReaderElement.Type.WAY || !ways.containsKey(member.getRef()))
                continue;
            var known = borderLevels.getOrDefault(member.getRef(), 99);
            borderLevels.put(member.getRef(), Math.min(level, known));
        }
    }

    private void borders() {
        var ids = borderLevels.keys().toArray();
        // the same extract gives the same tiles everywhere
        Arrays.sort(ids);
        for (var id : ids) {
            var way = borderWays.get(id);
            var line = line(ways.get(id));
            if (line.isEmpty() || (way != null && isAtSea(new Tags(way)))) continue;
            var level = borderLevels.get(id);
            var from = level <= 2 ? 2 : level <= 4 ? 5 : level <= 6 ? 8 : 11;
            shapes.line(
                    new Meaning(Layer.BOUNDARY, from, level, Map.of("admin_level", level)), line);
        }
    }

    /// Where the coast is the border one sees it already, and on the water nobody delivers.
    private static boolean isAtSea(Tags way) {
        return way.has("natural", "coastline") || way.is("maritime");
    }

    /// The nodes that the extract has: at its edge ways are cut off.
    private LineString line(long[] refs) {
        var found = new LongArrayList(refs.length);
        for (var ref : refs) if (nodes.containsKey(ref)) found.add(nodes.get(ref));
        if (found.size() < 2) return World.line();
        var xy = new double[found.size() * 2];
        for (int i = 0; i < found.size(); i++) {
            xy[2 * i] = World.x((int) found.get(i) / 1e7);
            xy[2 * i + 1] = World.y((int) (found.get(i) >> 32) / 1e7);
        }
        return World.line(xy);
    }

    /// Two coordinates in 1e-7 degrees, which is how exact OpenStreetMap is.
    private static long pack(double lat, double lon) {
        return (Math.round(lat * 1e7) << 32) | (Math.round(lon * 1e7) & 0xFFFF_FFFFL);
    }
}
