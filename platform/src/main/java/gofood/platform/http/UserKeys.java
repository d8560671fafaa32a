package gofood.platform.http;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The public keys of the user service, fetched from its `/.well-known/jwks.json`.
public final class UserKeys implements Supplier<JWKSet> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Peer users;

    /// @param service our own name
    public UserKeys(String service, Upstream users) {
        this.users = new Peer(users, service, Optional::empty);
    }

    /// @throws Refused 503 when the user service doesn't answer
    @Override
    public JWKSet get() {
        var answer = RequestScope.within(PATIENCE, () -> users.get("/.well-known/jwks.json"));
        try {
            return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw Refused.unavailable("The user service").with(Repeat.NEVER);
        }
    }
}
