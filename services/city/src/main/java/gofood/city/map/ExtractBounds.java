package gofood.city.map;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.locationtech.jts.geom.Envelope;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/// The rectangle that an extract covers, as its header says. Ways that cross it are in the extract
/// to their ends, so that what the nodes cover is more than what is complete.
final class ExtractBounds {
    /// Of a header, in bytes; the format's own limit.
    private static final int LIMIT = 32 << 20;

    private ExtractBounds() {}

    /// @return nothing when the header doesn't say, or isn't one: small extracts come as XML, too
    static Optional<Envelope> of(Path extract) throws IOException {
        if (isXml(extract)) return Optional.empty();
        try (var in = new DataInputStream(Files.newInputStream(extract))) {
            var head = Fileformat.BlobHeader.parseFrom(take(in, in.readInt()));
            var blob = Fileformat.Blob.parseFrom(take(in, head.getDatasize()));
            var header = Osmformat.HeaderBlock.parseFrom(content(blob));
            if (!header.hasBbox()) return Optional.empty();
            var box = header.getBbox();
            return Optional.of(
                    World.box(
                            box.getLeft() / 1e9,
                            box.getBottom() / 1e9,
                            box.getRight() / 1e9,
                            box.getTop() / 1e9));
        }
    }

    private static boolean isXml(Path extract) throws IOException {
        try (var in = Files.newInputStream(extract)) {
            return in.read() == '<';
        }
    }

    private static byte[] take(InputStream in, int size) throws IOException {
        if (size < 0 || size > LIMIT) throw new IOException("no header of an extract");
        return in.readNBytes(size);
    }

    private static byte[] content(Fileformat.Blob blob) throws IOException {
        if (blob.hasRaw()) return blob.getRaw().toByteArray();
        try (var in = new InflaterInputStream(blob.getZlibData().newInput())) {
            return in.readNBytes(LIMIT);
        }
    }
}
