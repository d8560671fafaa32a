package gofood.user;

import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tokens that look right and aren't. A good one is changed in one respect at a time.
class ForgedTokenTest {
    private static UserBed users;
    private static Session ana;
    private static ECKey key;

    @BeforeAll
    static void start() {
        users = new UserBed();
        ana = users.newcomer();
        var config = UserConfig.from(new Env(Map.of()));
        var seal = new KeySeal(TestBed.SECRET);
        key = new SigningKeys(users.db, seal, config, Clock.systemUTC()).current();
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("gofood")
                .subject(Long.toString(ana.user().userId()))
                .claim("roles", List.of("customer"))
                .claim("restaurants", List.of())
                .expirationTime(inSeconds(600));
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        return sign(header().build(), claims.build(), new ECDSASigner(key));
    }

    private static void isRefused(String token) {
        var answer = users.anyone().get(path(ana.user()), "Authorization", "Bearer " + token);
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void the_unchanged_token_is_good() throws JOSEException {
        var token = sign(claims());
        assertThat(
                        users.anyone()
                                .get(path(ana.user()), "Authorization", "Bearer " + token)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_without_a_signature_is_refused() throws JOSEException {
        var plain = new PlainJWT(claims().build()).serialize();
        isRefused(plain);
        isRefused(plain.substring(0, plain.length() - 1));
        for (var alg : List.of("none", "None", "NONE", "")) {
            var none = "{\"alg\":\"" + alg + "\",\"kid\":\"" + key.getKeyID() + "\"}";
            var parts = sign(claims()).split("\\.");
            isRefused(encode(none) + "." + parts[1] + ".");
            isRefused(encode(none) + "." + parts[1] + "." + parts[2]);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
        var secrets =
                List.of(
                        key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                        key.toECPublicKey().getEncoded(),
                        key.getX().decode());
        for (var secret : secrets) isRefused(sign(header, claims().build(), new MACSigner(secret)));
    }

    @Test
    void another_key_is_refused_under_any_name() throws JOSEException {
        var other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
        var signer = new ECDSASigner(other);
        isRefused(sign(header().build(), claims().build(), signer));
        isRefused(sign(header().keyID("other").build(), claims().build(), signer));
        isRefused(sign(header().jwk(other.toPublicJWK()).build(), claims().build(), signer));
        isRefused(users.bed.token(Role.OPERATOR, 1, Instant.now().plusSeconds(600)));
    }

    @Test
    void a_wrong_or_missing_key_id_is_refused() throws JOSEException {
        var signer = new ECDSASigner(key);
        for (var kid : Arrays.asList("unknown", "", null, "../../etc/passwd", "' OR 1=1 --"))
            isRefused(sign(header().keyID(kid).build(), claims().build(), signer));
    }

    @Test
    void the_services_key_id_does_not_make_a_service() throws JOSEException {
        var header = header().keyID("service").build();
        isRefused(sign(header, claims().build(), new ECDSASigner(key)));
        var mac = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("service").build();
        isRefused(sign(mac, claims().build(), new MACSigner(key.toECPublicKey().getEncoded())));
    }

    @Test
    void roles_that_no_person_has_are_refused() throws JOSEException {
        isRefused(sign(claims().claim("roles", List.of("service"))));
        isRefused(sign(claims().claim("roles", List.of("customer", "service"))));
        isRefused(sign(claims().claim("roles", List.of("king"))));
        isRefused(sign(claims().claim("roles", List.of())));
        isRefused(sign(claims().claim("roles", "operator")));
        isRefused(sign(claims().claim("roles", List.of(1))));
        isRefused(sign(claims().claim("roles", null)));
    }

    @Test
    void times_issuer_and_subject_are_checked() throws JOSEException {
        isRefused(sign(claims().expirationTime(inSeconds(-1))));
        isRefused(sign(claims().expirationTime(null)));
        isRefused(sign(claims().notBeforeTime(inSeconds(60))));
        isRefused(sign(claims().issuer("somebody")));
        isRefused(sign(claims().issuer(null)));
        isRefused(sign(claims().subject(null)));
        isRefused(sign(claims().subject("ana")));
        isRefused(sign(claims().subject("-")));
    }

    @Test
    void demands_that_we_do_not_know_are_refused() throws JOSEException {
        var header = header().criticalParams(Set.of("exp")).customParam("exp", 1).build();
        isRefused(sign(header, claims().build(), new ECDSASigner(key)));
    }

    @Test
    void broken_tokens_are_refused() {
        var good = ana.accessToken();
        var parts = good.split("\\.");
        isRefused(good.substring(0, good.length() - 4));
        isRefused(good.substring(0, good.length() / 2));
        isRefused(good + "A");
        isRefused(good + "." + parts[2]);
        isRefused(parts[0] + "." + parts[1]);
        isRefused(parts[0] + "." + parts[1] + ".");
        isRefused(parts[0] + ".." + parts[2]);
        isRefused("." + parts[1] + "." + parts[2]);
        isRefused("..");
        isRefused(".");
        isRefused("x".repeat(8_001));
        isRefused(parts[0] + "." + encode("{\"sub\":\"1\"}") + "." + parts[2]);
        isRefused(parts[0] + "." + parts[1] + "." + "A".repeat(86));
        isRefused(encode("[]") + "." + parts[1] + "." + parts[2]);
        isRefused(encode("{".repeat(2_000)) + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void an_encrypted_or_nested_token_is_refused() throws JOSEException {
        var header = header().contentType("JWT").type(JOSEObjectType.JOSE).build();
        isRefused(sign(header, claims().claim("roles", Map.of()).build(), new ECDSASigner(key)));
        isRefused("a.b.c.d.e");
    }
}
