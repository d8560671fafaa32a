package gofood.city.map;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A finished tile.
///
/// @param zipped empty when there is nothing on it
/// @param etag says the same for the zipped and the plain form
record Tile(byte[] zipped, String etag) {
    static Tile of(byte[] plain) {
        var sum = new CRC32C();
        sum.update(plain);
        var etag = "W/\"%08x-%x\"".formatted(sum.getValue(), plain.length);
        return new Tile(plain.length == 0 ? plain : zip(plain), etag);
    }

    boolean isEmpty() {
        return zipped.length == 0;
    }

    byte[] plain() {
        if (isEmpty()) return zipped;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] plain) {
        var zipped = new ByteArrayOutputStream(plain.length / 2);
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
