package gofood.order.quote;

import gofood.platform.db.Db;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs promises and knows its own again: nothing is stored for a quote. A promise is its JSON and
/// an HMAC-SHA256 of it, both in base64url, with a point between.
public final class Promises {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Promises(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /// With the key that all replicas share; the first of them makes it.
    public static Promises open(Db db) {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return db.tx(tx -> {
            tx.update(
                    "INSERT INTO quote_key (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING", fresh);
            return new Promises(tx.one("SELECT key FROM quote_key", row -> row.bytes("key")));
        });
    }

    public String sign(Promise promise) {
        var payload = Json.write(promise);
        return text(payload) + "." + text(mac(payload));
    }

    /// @throws Refused 422 `invalid_quote` for what wasn't signed here
    public Promise read(String quote) {
        var parts = quote.split("\\.", -1);
        if (parts.length != 2) throw invalid();
        var payload = bytes(parts[0]);
        if (!MessageDigest.isEqual(mac(payload), bytes(parts[1]))) throw invalid();
        return Json.read(payload, Promise.class);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            // written in one way only
            if (!text(bytes).equals(text)) throw invalid();
            return bytes;
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private byte[] mac(byte[] payload) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused invalid() {
        return new Refused(
                422, "invalid_quote", "This quote was not given by us. Ask for one: POST /quotes.");
    }
}
