package gofood.city.map;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/// Features on disk, so that an extract is read once: gzip; each feature is its meaning (written
/// out where it comes first, then by number) and its shape as WKB; at the end the map's frame.
final class FeatureFile {
    private static final int END = -1;

    private FeatureFile() {}

    /// Writes what comes, until it is closed.
    static final class Writer implements Consumer<Feature>, AutoCloseable {
        private final DataOutputStream out;
        private final Map<Meaning, Integer> meanings = new HashMap<>();
        private final WKBWriter wkb = new WKBWriter(2);

        Writer(Path file) throws IOException {
            var zip = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
            out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        }

        @Override
        public void accept(Feature feature) {
            try {
                var known = meanings.get(feature.meaning());
                out.writeInt(known == null ? meanings.size() : known);
                if (known == null) write(feature.meaning());
                var shape = wkb.write(feature.shape());
                out.writeInt(shape.length);
                out.write(shape);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(Meaning meaning) throws IOException {
            meanings.put(meaning, meanings.size());
            out.writeUTF(meaning.layer().wireName());
            out.writeByte(meaning.minZoom());
            out.writeInt(meaning.rank());
            out.writeByte(meaning.tags().size());
            for (var tag : meaning.tags().entrySet()) {
                out.writeUTF(tag.getKey());
                var whole = tag.getValue() instanceof Integer;
                out.writeBoolean(whole);
                if (whole) out.writeInt((Integer) tag.getValue());
                else out.writeUTF(tag.getValue().toString());
            }
        }

        void end(Envelope frame) throws IOException {
            out.writeInt(END);
            out.writeDouble(frame.getMinX());
            out.writeDouble(frame.getMaxX());
            out.writeDouble(frame.getMinY());
            out.writeDouble(frame.getMaxY());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// @throws IOException when it isn't whole, or not such a file
    static Features read(Path file) throws IOException {
        var zip = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        try (var in = new DataInputStream(new BufferedInputStream(zip, 1 << 16))) {
            var meanings = new ArrayList<Meaning>();
            var features = new ArrayList<Feature>();
            var wkb = new WKBReader(World.SHAPES);
            for (var number = in.readInt(); number != END; number = in.readInt()) {
                if (number == meanings.size()) meanings.add(meaning(in));
                features.add(new Feature(meanings.get(number), wkb.read(shape(in))));
            }
            var frame =
                    new Envelope(
                            in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            return new Features(features, frame);
        } catch (ParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(e);
        }
    }

    private static byte[] shape(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static Meaning meaning(DataInputStream in) throws IOException {
        var layer = Layer.of(in.readUTF());
        var minZoom = in.readByte();
        var rank = in.readInt();
        // in the same order in every process, so that the same tile has the same bytes
        Map<String, Object> tags = new TreeMap<>();
        for (var left = in.readByte(); left > 0; left--) {
            var key = in.readUTF();
            tags.put(key, in.readBoolean() ? (Object) in.readInt() : in.readUTF());
        }
        return new Meaning(layer, minZoom, rank, tags);
    }
}
