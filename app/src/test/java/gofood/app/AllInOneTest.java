package gofood.app;

import java.net.URI;
import java.util.Map;

/// The whole in one process.
final class AllInOneTest extends WholeSystem {
    @Override
    Map<String, URI> start(Launcher launcher, DataFolder data, Options options) {
        return launcher.up(data, options);
    }
}
