package gofood.city.map;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// The demo city's extract.
final class Monaco {
    private Monaco() {}

    static Path extract() {
        var found = Objects.requireNonNull(Monaco.class.getResource("/monaco-latest.osm.pbf"));
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
