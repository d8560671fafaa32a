package gofood.city;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The map file: one that the settings name, or the demo city that comes with the program.
///
/// @param name how it is called in messages
/// @param checksum SHA-256, hex
/// @param elements about how many nodes, ways and relations it has
record Extract(String name, Path file, String checksum, long elements) {
    private static final String DEMO = "monaco-latest.osm.pbf";

    /// What reading may need at its peak, a cautious guess: for each byte of the file, and besides.
    private static final int HEAP_BYTES_PER_BYTE = 12;

    private static final long OTHER_HEAP_BYTES = 200L << 20;
    private static final int BYTES_PER_ELEMENT_OF_XML = 100;

    /// @param folder where the demo city is unpacked to, as the readers want a file
    /// @throws IllegalStateException with a sentence for people, when it can't be a map file
    static Extract of(CityConfig config, Path folder) {
        try {
            var file = config.extract().isPresent() ? config.extract().get() : demo(folder);
            var name = config.extract().map(Path::toString).orElse(DEMO);
            if (!Files.isRegularFile(file))
                throw new IllegalStateException(
                        "There is no map file %s. Set CITY_EXTRACT to an .osm.pbf file, or leave"
                                        .formatted(name)
                                + " it out for the demo city.");
            var elements = elements(file, name);
            requireMemory(name, Files.size(file));
            return new Extract(name, file, checksum(file), elements);
        } catch (IOException e) {
            throw new IllegalStateException("The map file can't be read: " + e.getMessage(), e);
        }
    }

    private static long elements(Path file, String name) throws IOException {
        try {
            return switch (start(file)) {
                // the length of the first block's header, which is short
                case 0 -> PbfOutline.of(file).elements();
                case '<' -> Files.size(file) / BYTES_PER_ELEMENT_OF_XML;
                case -1 -> throw new IOException("it is empty");
                case 0x1F, 'B', 'P' ->
                        throw new IOException(
                                "it is packed, or something else. Unpack it, if it is an .osm file");
                default -> throw new IOException("it is neither .osm.pbf nor .osm");
            };
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The map file %s can't be read: %s. Download it again (.osm.pbf)."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }

    private static int start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read();
        }
    }

    /// Told before it is tried: running out of memory in the middle would stop all services.
    private static void requireMemory(String name, long bytes) {
        var needed = bytes * HEAP_BYTES_PER_BYTE + OTHER_HEAP_BYTES;
        var given = Runtime.getRuntime().maxMemory();
        if (needed <= given) return;
        throw new IllegalStateException(
                "The map file %s is too large for %d MB of memory; it needs about %d MB. Use an"
                                .formatted(name, given >> 20, needed >> 20)
                        + " extract of the city alone, or give more: GOFOOD_JAVA_OPTS=-Xmx%dm."
                                .formatted(needed >> 20));
    }

    private static Path demo(Path folder) throws IOException {
        try (var demo = Extract.class.getResourceAsStream("/" + DEMO)) {
            if (demo == null)
                throw new IllegalStateException("This build has no demo city; set CITY_EXTRACT.");
            var file = folder.resolve(DEMO);
            var fresh = Files.createTempFile(folder, "demo", ".tmp");
            Files.copy(demo, fresh, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String checksum(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
