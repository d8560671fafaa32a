package gofood.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The map file: one that the settings name, or the demo city that comes with the program.
///
/// @param name how it is called in messages
/// @param file empty for the demo city
/// @param checksum SHA-256, hex
record Extract(String name, Optional<Path> file, String checksum) {
    private static final String DEMO = "monaco-latest.osm.pbf";

    /// @throws IllegalStateException with a sentence for people, when there is no such file
    static Extract of(CityConfig config) {
        var file = config.extract();
        var name = file.map(Path::toString).orElse(DEMO);
        if (file.isPresent() && !Files.isRegularFile(file.get()))
            throw new IllegalStateException(
                    "There is no map file %s. Set CITY_EXTRACT to an .osm.pbf file, or leave it out"
                                    .formatted(name)
                            + " for the demo city.");
        try (var in = open(file.orElse(null))) {
            return new Extract(name, file, checksum(in));
        } catch (IOException e) {
            throw new IllegalStateException("The map file " + name + " can't be read.", e);
        }
    }

    /// Reads the whole file; takes a second or so for a small city.
    CityData read(Duration patience) {
        if (file.isPresent()) return ExtractReader.read(file.get(), name, patience);
        try {
            // the reader wants a file, and the demo city lies inside a jar
            var copy = Files.createTempFile("city", ".osm.pbf");
            try (var in = open(null)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return ExtractReader.read(copy, name, patience);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(@Nullable Path file) throws IOException {
        if (file != null) return Files.newInputStream(file);
        var demo = Extract.class.getResourceAsStream("/" + DEMO);
        if (demo == null)
            throw new IllegalStateException("This build has no demo city; set CITY_EXTRACT.");
        return demo;
    }

    private static String checksum(InputStream in) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
