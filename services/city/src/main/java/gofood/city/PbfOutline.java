package gofood.city;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A look over an .osm.pbf file, from block to block without reading them, which takes a moment. It
/// finds files that are something else or end too early, and says how much there is to read.
///
/// @param bytes the size of the file
/// @param blocks of up to 8,000 nodes, ways or relations each
record PbfOutline(long bytes, int blocks) {
    private static final int MOST_HEADER_BYTES = 64 * 1024;
    private static final int MOST_BLOCK_BYTES = 32 * 1024 * 1024;
    private static final int ELEMENTS_OF_A_BLOCK = 8000;

    /// About how many nodes, ways and relations there are.
    long elements() {
        return (long) blocks * ELEMENTS_OF_A_BLOCK;
    }

    /// @throws IOException when it is no such file, or ends too early
    static PbfOutline of(Path path) throws IOException {
        var blocks = 0;
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var length = file.length();
            while (file.getFilePointer() < length) {
                var headerBytes = file.readInt();
                if (headerBytes <= 0 || headerBytes > MOST_HEADER_BYTES)
                    throw new IOException("it is no .osm.pbf file");
                var header = new byte[headerBytes];
                file.readFully(header);
                var size = blockBytes(header);
                if (blocks == 0 && !text(header).contains("OSMHeader"))
                    throw new IOException("it is no .osm.pbf file");
                if (size < 0 || size > MOST_BLOCK_BYTES || file.getFilePointer() + size > length)
                    throw new IOException("it ends too early");
                file.seek(file.getFilePointer() + size);
                blocks++;
            }
            return new PbfOutline(length, blocks - 1);
        }
    }

    private static String text(byte[] header) {
        return new String(header, StandardCharsets.ISO_8859_1);
    }

    /// Field 3 of the header, which is in the protocol buffers' format.
    private static long blockBytes(byte[] header) throws IOException {
        var at = new int[1];
        while (at[0] < header.length) {
            var tag = (int) number(header, at);
            var value = number(header, at);
            if (tag == (3 << 3)) return value;
            if ((tag & 7) == 2) at[0] += (int) value;
            else if ((tag & 7) != 0) break;
        }
        throw new IOException("it is no .osm.pbf file");
    }

    private static long number(byte[] from, int[] at) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (at[0] < 0 || at[0] >= from.length) throw new IOException("it is no .osm.pbf file");
            var next = from[at[0]++];
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) return number;
        }
        throw new IOException("it is no .osm.pbf file");
    }
}
