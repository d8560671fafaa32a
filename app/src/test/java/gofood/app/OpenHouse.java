package gofood.app;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.http.Routes;
import gofood.platform.http.Serving;
import gofood.platform.http.Tokens;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestClient;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The whole in one process, with everything of it that a test may look into: each service's live
/// table of routes, its settings and its database.
public final class OpenHouse implements AutoCloseable {
    private final Map<String, Env> settings = new ConcurrentHashMap<>();
    private final Map<String, Routes> tables = new ConcurrentHashMap<>();
    private final Launcher launcher;
    private final Map<String, URI> urls;

    /// Starts as the real one does. A service only tells us what it was given and what it serves.
    private final class Watched implements Service {
        private final Service service;

        Watched(Service service) {
            this.service = service;
        }

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public Running start(Env env) {
            var running = service.start(env);
            settings.put(name(), env);
            tables.put(name(), ((Serving) running).everything());
            return running;
        }
    }

    public OpenHouse(Path folder) {
        var services = Main.services().stream().<Service>map(Watched::new).toList();
        launcher = new Launcher(services, Main.class, new SimulatedCity(), _ -> {});
        var few = Scratch.options(true);
        // operators may make faults, so that these routes are there as well
        var options =
                new Options(
                        few.binaries(),
                        few.host(),
                        few.port(),
                        few.city(),
                        few.demo(),
                        few.crowd(),
                        few.replicas(),
                        true,
                        environment());
        urls = launcher.up(DataFolder.open(folder), options);
    }

    /// A proxy of ours on this machine says who asks, and without one nobody is held up.
    private static Map<String, String> environment() {
        var environment = new TreeMap<>(System.getenv());
        environment.put("GATEWAY_TRUSTED_PROXIES", "127.0.0.0/8");
        environment.put("GATEWAY_UNLIMITED_ADDRESSES", "127.0.0.0/8");
        // a service that still needs something of who is erased is asked again soon
        environment.put("USER_ERASURE_SECONDS", "2");
        return environment;
    }

    /// Of all eight, in the order of their start.
    public List<String> services() {
        return Main.services().stream().map(Service::name).toList();
    }

    public URI url(String service) {
        return Objects.requireNonNull(urls.get(service));
    }

    public URI gateway() {
        return url("gateway");
    }

    /// What each service really serves.
    public Map<String, Routes> tables() {
        return new TreeMap<>(tables);
    }

    public String setting(String service, String name) {
        return Objects.requireNonNull(settings.get(service)).text(name);
    }

    /// As one of our services would come, with a token that is good for a minute.
    public TestClient asService(URI where) {
        var secret = setting("order", "SERVICE_SECRET");
        var tokens = new Tokens("order", secret, JWKSet::new, Clock.systemUTC());
        return new TestClient(where, tokens.ownHeader().substring("Bearer ".length()));
    }

    /// All that have a database.
    public List<String> withDatabase() {
        return services().stream().filter(Databases::owns).toList();
    }

    public Connection database(String service) throws SQLException {
        var prefix = Env.prefix(service) + "DATABASE_";
        return DriverManager.getConnection(
                setting(service, prefix + "URL"),
                setting(service, prefix + "USER"),
                setting(service, prefix + "PASSWORD"));
    }

    @Override
    public void close() {
        launcher.close();
    }
}
