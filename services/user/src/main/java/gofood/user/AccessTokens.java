package gofood.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import gofood.platform.http.Tokens;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// Writes the tokens with which people show every service who they are, without anybody asking us.
/// That is why they are short-lived: nothing takes one back.
final class AccessTokens {
    private final SigningKeys keys;
    private final UserConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, UserConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /// @param sid the family of the session
    String write(Account account, UUID sid) {
        var now = clock.instant();
        var roles =
                account.roles().stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(Tokens.ISSUER)
                        .subject(Long.toString(account.id()))
                        .claim("roles", roles)
                        .claim("restaurants", List.copyOf(new TreeSet<>(account.restaurants())))
                        .claim("sid", sid.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(config.accessLife())))
                        .build();
        var key = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The family that a token was made for; a service's token has none.
    ///
    /// @param authorization the header of a request whose token was checked already
    static Optional<UUID> sid(String authorization) {
        try {
            var token = authorization.substring("Bearer ".length()).strip();
            var sid = SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
            return Optional.ofNullable(sid).map(UUID::fromString);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
