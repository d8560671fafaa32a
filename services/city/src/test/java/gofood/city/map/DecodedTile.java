package gofood.city.map;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a vector tile as its specification says, by other means than it was written.
record DecodedTile(Map<String, List<Thing>> layers) {
    /// @param type 1 points, 2 lines, 3 areas
    /// @param parts the lines or rings, each x and y in turn; rings without their doubled end
    record Thing(int type, Map<String, Object> tags, List<int[]> parts) {}

    static DecodedTile of(Tile tile) {
        try {
            var layers = new LinkedHashMap<String, List<Thing>>();
            var in = CodedInputStream.newInstance(tile.plain());
            while (in.readTag() != 0) layer(in.readBytes().newCodedInput(), layers);
            return new DecodedTile(layers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Thing> layer(String name) {
        return layers.getOrDefault(name, List.of());
    }

    List<Object> values(String layer, String key) {
        return layer(layer).stream()
                .map(thing -> thing.tags.get(key))
                .filter(value -> value != null)
                .toList();
    }

    /// Whether a point of the tile, in units, lies within a layer's areas: a line from it to the
    /// west meets their edges an odd number of times.
    boolean covers(String layer, int x, int y) {
        var crossings = 0;
        for (var thing : layer(layer)) {
            if (thing.type != 3) continue;
            for (var ring : thing.parts) crossings += crossings(ring, x, y);
        }
        return crossings % 2 == 1;
    }

    private static int crossings(int[] ring, int x, int y) {
        var crossings = 0;
        for (int i = 0; i < ring.length; i += 2) {
            var j = (i + 2) % ring.length;
            if (ring[i + 1] > y == ring[j + 1] > y) continue;
            var share = (y - ring[i + 1]) / (double) (ring[j + 1] - ring[i + 1]);
            if (ring[i] + share * (ring[j] - ring[i]) < x) crossings++;
        }
        return crossings;
    }

    private static void layer(CodedInputStream in, Map<String, List<Thing>> layers)
            throws IOException {
        var name = "";
        var features = new ArrayList<CodedInputStream>();
        var keys = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var tag = in.readTag(); tag != 0; tag = in.readTag())
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> name = in.readString();
                case 2 -> features.add(in.readBytes().newCodedInput());
                case 3 -> keys.add(in.readString());
                case 4 -> values.add(value(in.readBytes().newCodedInput()));
                default -> in.skipField(tag);
            }
        var things = new ArrayList<Thing>();
        for (var feature : features) things.add(thing(feature, keys, values));
        layers.put(name, things);
    }

    private static Object value(CodedInputStream in) throws IOException {
        return WireFormat.getTagFieldNumber(in.readTag()) == 1 ? in.readString() : in.readUInt64();
    }

    private static Thing thing(CodedInputStream in, List<String> keys, List<Object> values)
            throws IOException {
        var type = 0;
        var tags = new HashMap<String, Object>();
        List<int[]> parts = List.of();
        for (var tag = in.readTag(); tag != 0; tag = in.readTag())
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 2 -> {
                    var pairs = in.readBytes().newCodedInput();
                    while (!pairs.isAtEnd())
                        tags.put(keys.get(pairs.readUInt32()), values.get(pairs.readUInt32()));
                }
                case 3 -> type = in.readEnum();
                case 4 -> parts = parts(in.readBytes().newCodedInput());
                default -> in.skipField(tag);
            }
        return new Thing(type, tags, parts);
    }

    private static List<int[]> parts(CodedInputStream in) throws IOException {
        var parts = new ArrayList<List<Integer>>();
        var x = 0;
        var y = 0;
        while (!in.isAtEnd()) {
            var command = in.readUInt32();
            if ((command & 7) == 7) continue;
            if ((command & 7) == 1) parts.add(new ArrayList<>());
            for (int left = command >> 3; left > 0; left--) {
                x += in.readSInt32();
                y += in.readSInt32();
                parts.getLast().addAll(List.of(x, y));
            }
        }
        return parts.stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
