package gofood.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes tokens that look right and aren't. Some are signed with the real key, which no forger has:
/// so much the more must each of them be refused for what it says.
final class Forger {
    private final ECKey real;
    private final String sub;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /// @param real the user service's own
    /// @param sub of an operator, whom one would like to be
    Forger(ECKey real, String sub) {
        this.real = real;
        this.sub = sub;
    }

    /// A token as the user service makes it, from parts that may be changed.
    String good() throws JOSEException {
        return sign(header(""), claims(), real);
    }

    /// By what is wrong with them.
    Map<String, String> all(String good, String refresh) throws JOSEException {
        algorithms();
        keys();
        headers();
        said();
        broken(good, refresh);
        return tokens;
    }

    private void algorithms() throws JOSEException {
        for (var alg :
                List.of(
                        "none", "None", "nOnE", "", "HS256", "HS512", "RS256", "ES384", "ES256K",
                        "EdDSA", "PS256"))
            put(
                    "alg " + alg,
                    signed(
                            "{\"alg\":\"" + alg + "\",\"kid\":\"" + real.getKeyID() + "\"}",
                            claims(),
                            real));
        put("alg none, no signature", encode("{\"alg\":\"none\"}") + "." + encode(claims()) + ".");
        put("no alg", signed("{\"kid\":\"" + real.getKeyID() + "\"}", claims(), real));
        put(
                "alg a number",
                signed("{\"alg\":1,\"kid\":\"" + real.getKeyID() + "\"}", claims(), real));
        var published = real.toPublicJWK();
        mac("the public key as JSON", published.toJSONString().getBytes(UTF_8));
        mac("the public key as DER", published.toECPublicKey().getEncoded());
        mac(
                "the public key as PEM",
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(published.toECPublicKey().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(UTF_8));
        mac("32 zeros", new byte[32]);
    }

    private void mac(String what, byte[] secret) throws JOSEException {
        for (var kid : List.of(real.getKeyID(), "service")) {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build();
            var input = header.toBase64URL() + "." + encode(claims());
            put(
                    "HS256 with " + what + " as " + kid,
                    input + "." + new MACSigner(secret).sign(header, input.getBytes(UTF_8)));
        }
    }

    private void keys() throws JOSEException {
        var own = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        put("another key under the right id", sign(header(""), claims(), own));
        put(
                "another key, and itself in the header",
                sign(header(",\"jwk\":" + own.toPublicJWK().toJSONString()), claims(), own));
        put("jku", sign(header(",\"jku\":\"http://127.0.0.1:1/jwks.json\""), claims(), own));
        put("x5u", sign(header(",\"x5u\":\"http://127.0.0.1:1/cert.pem\""), claims(), own));
        put("x5c", sign(header(",\"x5c\":[\"MIIB\"]"), claims(), own));
        for (var kid :
                List.of(
                        "mine",
                        "",
                        "service",
                        "../../../../dev/null",
                        "' OR 1=1 --",
                        "x\\u0000y",
                        "http://127.0.0.1:1/"))
            put(
                    "kid " + kid,
                    signed("{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}", claims(), real));
        put("no kid", signed("{\"alg\":\"ES256\"}", claims(), real));
        put("kid null", signed("{\"alg\":\"ES256\",\"kid\":null}", claims(), real));
        put(
                "kid a list",
                signed(
                        "{\"alg\":\"ES256\",\"kid\":[\"" + real.getKeyID() + "\"]}",
                        claims(),
                        real));
    }

    private void headers() throws JOSEException {
        put("crit", sign(header(",\"crit\":[\"exp\"],\"exp\":1"), claims(), real));
        put("crit, empty", sign(header(",\"crit\":[]"), claims(), real));
        put("b64 false", sign(header(",\"b64\":false,\"crit\":[\"b64\"]"), claims(), real));
        put(
                "header twice",
                signed(
                        "{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"" + real.getKeyID() + "\"}",
                        claims(),
                        own()));
        put("header a list", encode("[]") + "." + encode(claims()) + ".AAAA");
        put(
                "a deep header",
                encode("{\"a\":".repeat(900) + "1" + "}".repeat(900))
                        + "."
                        + encode(claims())
                        + ".AAAA");
    }

    private static ECKey own() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
    }

    private void said() throws JOSEException {
        var now = Instant.now().getEpochSecond();
        claim("expired", "exp", Long.toString(now - 1));
        claim("expired long ago", "exp", "1");
        claim("expires in words", "exp", "\"tomorrow\"");
        claim("never expires", "exp", "null");
        claim("not yet", "nbf", Long.toString(now + 3600));
        claim("another issuer", "iss", "\"gofood.evil\"");
        claim("no issuer", "iss", "null");
        claim("issuer a list", "iss", "[\"gofood\"]");
        claim("no subject", "sub", "null");
        claim("subject a name", "sub", "\"operator\"");
        claim("subject SQL", "sub", "\"1 OR 1=1\"");
        claim("subject too long", "sub", "\"99999999999999999999999\"");
        claim("a service by role", "roles", "[\"service\"]");
        claim("an operator and service", "roles", "[\"operator\",\"service\"]");
        claim("a role that is none", "roles", "[\"king\"]");
        claim("no roles", "roles", "[]");
        claim("roles null", "roles", "null");
        claim("roles a text", "roles", "\"operator\"");
        claim("roles numbers", "roles", "[4]");
        claim("roles in roles", "roles", "[[\"operator\"]]");
        claim("roles an object", "roles", "{\"operator\":true}");
        claim("restaurants texts", "restaurants", "[\"7\"]");
        claim("restaurants a text", "restaurants", "\"all\"");
        put(
                "a subject twice",
                sign(header(""), claims().replaceFirst("\\{", "{\"sub\":\"1\","), real));
        put("not an object", sign(header(""), "[]", real));
        put("no JSON", sign(header(""), "hello", real));
        put("nothing", sign(header(""), "", real));
        put("deep", sign(header(""), "{\"a\":".repeat(900) + "1" + "}".repeat(900), real));
    }

    /// The usual claims, one of them changed.
    private void claim(String what, String name, String value) throws JOSEException {
        var changed = usual();
        changed.put(name, value);
        put(what, sign(header(""), json(changed), real));
    }

    private void broken(String good, String refresh) {
        var parts = good.split("\\.");
        put("a refresh token", refresh);
        put("cut", good.substring(0, good.length() - 4));
        put("cut in half", good.substring(0, good.length() / 2));
        put("with a tail", good + "A");
        put("twice", good + "." + good);
        put("without signature", parts[0] + "." + parts[1] + ".");
        put("two parts", parts[0] + "." + parts[1]);
        put("five parts", good + ".a.b");
        put("empty parts", "..");
        put("a zero signature", parts[0] + "." + parts[1] + "." + "A".repeat(86));
        put("other claims", parts[0] + "." + encode(claims()) + "." + parts[2]);
        put("padding", parts[0] + "=." + parts[1] + "=." + parts[2] + "==");
        put("a space inside", good.replaceFirst("\\.", ". "));
        put("a tab inside", good.replaceFirst("\\.", ".\t"));
        put("the word Bearer again", "Bearer " + good);
        put("in quotes", "\"" + good + "\"");
        put("two with a comma", good + ", " + good);
        put("huge", parts[0] + "." + "A".repeat(7_000) + "." + parts[2]);
    }

    private void put(String what, String token) {
        if (tokens.put(what, token) != null) throw new IllegalStateException(what);
    }

    private String header(String more) {
        return "{\"alg\":\"ES256\",\"kid\":\"" + real.getKeyID() + "\"" + more + "}";
    }

    private String claims() {
        return json(usual());
    }

    private Map<String, String> usual() {
        var claims = new LinkedHashMap<String, String>();
        claims.put("sub", "\"" + sub + "\"");
        claims.put("roles", "[\"operator\"]");
        claims.put("iss", "\"gofood\"");
        claims.put("restaurants", "[]");
        claims.put("exp", Long.toString(Instant.now().getEpochSecond() + 600));
        return claims;
    }

    private static String json(Map<String, String> claims) {
        return claims.entrySet().stream()
                .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String sign(String header, String claims, ECKey key) throws JOSEException {
        return signed(header, claims, key);
    }

    /// ES256 over whatever is said, also where the header says something else.
    private static String signed(String header, String claims, ECKey key) throws JOSEException {
        var input = encode(header) + "." + encode(claims);
        var usual = new JWSHeader.Builder(JWSAlgorithm.ES256).build();
        return input + "." + new ECDSASigner(key).sign(usual, input.getBytes(UTF_8));
    }

    private static String encode(String text) {
        return Base64URL.encode(text).toString();
    }
}
