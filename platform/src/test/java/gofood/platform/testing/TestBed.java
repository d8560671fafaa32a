package gofood.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import gofood.contracts.UserApi.Role;
import gofood.platform.Foundation;
import gofood.platform.http.Routes;
import gofood.platform.http.Tokens;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// One service under test: on a free port, with an empty database of a real PostgreSQL, and with
/// every other service played by a [Neighbour].
public final class TestBed implements AutoCloseable {
    /// 32 bytes, base64url.
    public static final String SECRET = "dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdC1zZWM";

    private static final List<String> SERVICES =
            List.of("user", "restaurant", "order", "payment", "delivery", "notification", "city");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Neighbour> neighbours = new HashMap<>();
    private final ECKey key;
    private final String service;
    private final Running running;

    /// The server is shared by all tests of a JVM; each bed has a database of its own.
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Starts the service.
    ///
    /// @param settings further settings, as name, value, name, value
    public TestBed(Service service, String... settings) {
        this.service = service.name();
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        for (var name : SERVICES) {
            var neighbour = new Neighbour();
            neighbours.put(name, neighbour);
            values.put(Env.prefix(name) + "URL", neighbour.address().toString());
        }
        neighbour("user").answer("GET", "/.well-known/jwks.json", 200, new JWKSet(key).toString());
        values.put("SERVICE_SECRET", SECRET);
        values.put("BIND_HOST", "127.0.0.1");
        values.put(Env.prefix(this.service) + "PORT", Integer.toString(freePort()));
        values.put(Env.prefix(this.service) + "URL", address().toString());
        database(this.service);
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        running = service.start(new Env(values));
    }

    /// A free port of this machine, below those that systems give to outgoing connections: one of
    /// these could be taken again before it is listened on.
    public static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException e) {
                // somebody else's
            }
        }
    }

    /// Settings for an empty database of the shared server, for tests without a service.
    public static Env emptyDatabase(String service) {
        var name = "t" + Long.toHexString(System.nanoTime());
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var prefix = Env.prefix(service) + "DATABASE_";
        return new Env(
                Map.of(
                        prefix + "URL",
                        Server.POSTGRES.getJdbcUrl("postgres", name),
                        prefix + "USER",
                        "postgres",
                        prefix + "PASSWORD",
                        "postgres"));
    }

    private void database(String name) {
        values.putAll(emptyDatabase(name).values());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + values.get(Env.prefix(service) + "PORT"));
    }

    /// The played service of this name.
    public Neighbour neighbour(String name) {
        var neighbour = neighbours.get(name);
        if (neighbour == null) throw new IllegalArgumentException(name);
        return neighbour;
    }

    /// Every route of the service under test, for [OpenApi].
    public Routes routes() {
        return ((Foundation) running).served();
    }

    /// A client without a token.
    public TestClient anyone() {
        return new TestClient(address(), "");
    }

    /// A client with a person's token.
    public TestClient as(Role role, long id, Long... restaurants) {
        return new TestClient(
                address(), token(role, id, Instant.now().plusSeconds(600), restaurants));
    }

    /// A client with another service's token.
    public TestClient asService(String name) {
        var tokens = new Tokens(name, SECRET, JWKSet::new, Clock.systemUTC());
        return new TestClient(address(), tokens.ownHeader().substring("Bearer ".length()));
    }

    /// A person's token, signed with the key that the played user service publishes.
    public String token(Role role, long id, Instant expires, Long... restaurants) {
        return token(key, role, id, expires, restaurants);
    }

    /// A person's token, signed with this key under its id.
    public static String token(
            ECKey key, Role role, long id, Instant expires, Long... restaurants) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(Tokens.ISSUER)
                        .subject(Long.toString(id))
                        .claim("roles", List.of(role.name().toLowerCase(Locale.ROOT)))
                        .claim("restaurants", Arrays.asList(restaurants))
                        .expirationTime(Date.from(expires))
                        .build();
        try {
            var jwt =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                            claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.close();
        neighbours.values().forEach(Neighbour::close);
    }
}
