package gofood.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Refused;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checks who is asking, and says who we are to other services.
///
/// People carry an ES256 token of the user service, checked with its public keys. Services carry a
/// token of their own, HS256 with the secret that all services share and good for one minute, so
/// that services can speak while the user service is away. The two never mix: a token's key id
/// decides which algorithm is allowed.
public final class Tokens {
    public static final String ISSUER = "gofood";
    private static final String SERVICE_KEY = "service";
    private static final Duration SERVICE_LIFE = Duration.ofMinutes(1);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final String service;
    private final byte[] secret;
    private final Supplier<JWKSet> keySource;
    private final Clock clock;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();
    private volatile Keys keys = new Keys(new JWKSet(), Instant.MIN);
    private volatile @Nullable Verified own;

    private record Verified(String token, Person person, Instant until) {}

    private record Keys(JWKSet set, Instant fetchedAt) {}

    /// @param service our own name
    /// @param secret base64url, at least 32 bytes, shared by all services
    /// @param keySource the public keys of the user service; asked again for an unknown key id
    public Tokens(String service, String secret, Supplier<JWKSet> keySource, Clock clock) {
        this.service = service;
        this.secret = Base64.getUrlDecoder().decode(secret);
        if (this.secret.length < 32)
            throw new IllegalStateException("SERVICE_SECRET must have at least 32 bytes.");
        this.keySource = keySource;
        this.clock = clock;
    }

    /// Our own name.
    String service() {
        return service;
    }

    /// @throws Refused 401 for anything but a good token; 503 when the keys can't be had
    public Person verify(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.until)) return known.person;
        if (token.length() > 8_000) throw invalid();
        try {
            var jwt = SignedJWT.parse(token);
            checkSignature(jwt);
            var claims = jwt.getJWTClaimsSet();
            var until = checkTimes(claims);
            var person = person(claims, SERVICE_KEY.equals(jwt.getHeader().getKeyID()));
            verified.put(token, new Verified(token, person, until));
            return person;
        } catch (Refused refused) {
            throw refused;
        } catch (ParseException | JOSEException | RuntimeException e) {
            // whatever a made-up token does to the parser, it is not one of ours
            throw invalid();
        }
    }

    private void checkSignature(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        var id = header.getKeyID();
        if (id == null || header.getCriticalParams() != null) throw invalid();
        if (id.equals(SERVICE_KEY)) {
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) throw invalid();
            if (!jwt.verify(new MACVerifier(secret))) throw invalid();
        } else {
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) throw invalid();
            var key = keyFor(id);
            if (key == null || !jwt.verify(new ECDSAVerifier(key.toECKey()))) throw invalid();
        }
    }

    private com.nimbusds.jose.jwk.@Nullable JWK keyFor(String id) {
        var key = keys.set.getKeyByKeyId(id);
        if (key != null) return key;
        synchronized (this) {
            // an attacker's made-up key ids must not become a flood of requests
            if (keys.fetchedAt.plus(KEYS_AT_MOST_EVERY).isBefore(clock.instant())) {
                var now = clock.instant();
                keys = new Keys(keySource.get(), now);
            }
        }
        return keys.set.getKeyByKeyId(id);
    }

    private Instant checkTimes(JWTClaimsSet claims) {
        var expires = claims.getExpirationTime();
        var notBefore = claims.getNotBeforeTime();
        var now = clock.instant();
        if (expires == null || !ISSUER.equals(claims.getIssuer())) throw invalid();
        if (notBefore != null && notBefore.toInstant().isAfter(now.plus(CLOCK_SKEW)))
            throw invalid();
        if (!now.isBefore(expires.toInstant()))
            throw new Refused(
                    401,
                    "token_expired",
                    "The token has expired. Refresh it: POST /sessions/refresh.");
        return expires.toInstant();
    }

    private static Person person(JWTClaimsSet claims, boolean byService) throws ParseException {
        var subject = claims.getSubject();
        if (subject == null) throw invalid();
        if (byService) return new Person(0, "service " + subject, Set.of(Role.SERVICE), Set.of());
        var roles = new HashSet<Role>();
        for (var role : list(claims.getStringListClaim("roles")))
            roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
        // only a service's own key makes a service
        if (roles.isEmpty() || roles.contains(Role.SERVICE)) throw invalid();
        var restaurants = new HashSet<Long>();
        for (var id : list(claims.getListClaim("restaurants")))
            restaurants.add(((Number) id).longValue());
        var id = Long.parseLong(subject);
        var first = roles.stream().sorted().findFirst().orElseThrow();
        return new Person(id, first.name().toLowerCase(Locale.ROOT) + " " + id, roles, restaurants);
    }

    private static <T> List<T> list(@Nullable List<T> claim) {
        return claim == null ? List.of() : claim;
    }

    /// The `Authorization` header with which this service calls another.
    public String ownHeader() {
        var now = clock.instant();
        var current = own;
        if (current == null || current.until.isBefore(now)) {
            current = new Verified(sign(now), nobody(), now.plus(SERVICE_LIFE.dividedBy(2)));
            own = current;
        }
        return "Bearer " + current.token;
    }

    private Person nobody() {
        return new Person(0, "service " + service, Set.of(Role.SERVICE), Set.of());
    }

    private String sign(Instant now) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(service)
                        .expirationTime(Date.from(now.plus(SERVICE_LIFE)))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(SERVICE_KEY).build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static Refused invalid() {
        return new Refused(401, "token_invalid", "The token is not one of ours. Sign in again.");
    }
}
