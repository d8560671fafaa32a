package gofood.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Routes;
import gofood.platform.http.Tokens;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A gateway with every service behind it played; the order service has two replicas.
final class Town implements AutoCloseable {
    private static final String SECRET = "dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdC1zZWM";

    final PlayedService secondOrder = new PlayedService();
    private final Map<String, PlayedService> services = new HashMap<>();
    private final ECKey key;
    private final URI address;
    private final Running running;

    /// @param settings further settings, as name, value, name, value
    Town(String... settings) {
        var values = new HashMap<String, String>();
        for (var name : RouteTable.SERVICES) {
            var played = new PlayedService();
            services.put(name, played);
            values.put(Env.prefix(name) + "URL", played.address().toString());
        }
        values.put("ORDER_URL", service("order").address() + "," + secondOrder.address());
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        var keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
        service("user")
                .on("GET /.well-known/jwks.json", (_, out) -> PlayedService.answer(out, 200, keys));
        for (var played : services.values())
            played.on("GET /status", PlayedService.json(200, Map.of("status", "ok")));
        secondOrder.on("GET /status", PlayedService.json(200, Map.of("status", "ok")));
        values.put("SERVICE_SECRET", SECRET);
        values.put("BIND_HOST", "127.0.0.1");
        values.put("GATEWAY_PORT", Integer.toString(TestBed.freePort()));
        // a test that counts what a service hears must not hear the monitor
        values.put("GATEWAY_MONITOR_MILLIS", "3600000");
        values.put("GATEWAY_UNLIMITED_ADDRESSES", "127.0.0.1,::1");
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        address = URI.create("http://127.0.0.1:" + values.get("GATEWAY_PORT"));
        running = new GatewayService().start(new Env(values));
    }

    PlayedService service(String name) {
        var service = services.get(name);
        if (service == null) throw new IllegalArgumentException(name);
        return service;
    }

    /// What the gateway answers itself.
    Routes routes() {
        return ((GatewayService.Open) running).served();
    }

    URI address() {
        return address;
    }

    TestClient anyone() {
        return new TestClient(address, "");
    }

    TestClient with(String token) {
        return new TestClient(address, token);
    }

    TestClient as(Role role, long id) {
        return with(token(role, id, Instant.now().plusSeconds(600)));
    }

    String serviceToken() {
        var tokens = new Tokens("order", SECRET, JWKSet::new, Clock.systemUTC());
        return tokens.ownHeader().substring("Bearer ".length());
    }

    String token(Role role, long id, Instant expires) {
        return TestBed.token(key, role, id, expires);
    }

    /// A connection on which a test writes what no client library would.
    Socket connect() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// Writes this and gives everything that comes until the gateway hangs up.
    String raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        running.close();
        services.values().forEach(PlayedService::close);
        secondOrder.close();
    }
}
