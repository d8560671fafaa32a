package gofood.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The demo city, read for tests that need no service.
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Demo() {}

    static CityConfig config(Optional<Path> file) {
        return new CityConfig(file, Optional.empty(), Optional.empty(), 1000, PATIENCE);
    }

    static CityData data() {
        try {
            var folder = Files.createTempDirectory("demo");
            try {
                var extract = Extract.of(config(Optional.empty()), folder);
                return ExtractReader.read(extract, PATIENCE, new Progress("test"));
            } finally {
                Derived.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CityMap map() {
        return map(data());
    }

    static CityMap map(CityData city) {
        return new CityMap(city, ServedCity.of(city.territories(), city.towns(), Optional.empty()));
    }
}
