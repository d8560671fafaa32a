package gofood.platform.http;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.wire.Refused;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.Supplier;

/// The public keys of the user service, fetched from its `/.well-known/jwks.json`.
public final class UserKeys implements Supplier<JWKSet> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Upstream users;
    private final Http1Client client = Outgoing.client(PATIENCE).readTimeout(PATIENCE).build();

    public UserKeys(Upstream users) {
        this.users = users;
    }

    /// @throws Refused 503 when the user service doesn't answer
    @Override
    public JWKSet get() {
        var turn = users.pick(null);
        var address = turn.address().resolve("/.well-known/jwks.json");
        try (var response = client.method(Method.GET).uri(address).request()) {
            var keys = JWKSet.parse(response.as(String.class));
            turn.succeeded();
            return keys;
        } catch (RuntimeException | ParseException e) {
            turn.failed(e);
            throw Refused.unavailable("The user service");
        }
    }
}
