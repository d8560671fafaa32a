package gofood.order.seal;

import gofood.platform.db.Db;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what is given away and knows it again: nothing is stored for it. A token is what it says
/// and an HMAC-SHA256 of that, both in base64url, with a point between. Each purpose has a key of
/// its own, made from the one that all replicas share, so that a token for one is none for another.
public final class Seal {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    public Seal(byte[] shared, String purpose) {
        var master = new SecretKeySpec(shared, HMAC);
        this.key = new SecretKeySpec(mac(master, purpose.getBytes(StandardCharsets.UTF_8)), HMAC);
    }

    /// With the key that all replicas share; the first of them makes it.
    public static Seal open(Db db, String purpose) {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return db.tx(tx -> {
            tx.update("INSERT INTO seal_key (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING", fresh);
            var shared = tx.one("SELECT key FROM seal_key", row -> row.bytes("key"));
            return new Seal(shared, purpose);
        });
    }

    public String sign(byte[] payload) {
        return text(payload) + "." + text(mac(key, payload));
    }

    /// What was signed here for this purpose; nothing for everything else.
    public Optional<byte[]> read(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 2) return Optional.empty();
        var signature = bytes(parts[1]);
        return bytes(parts[0])
                .filter(payload ->
                        signature.isPresent()
                                && MessageDigest.isEqual(mac(key, payload), signature.get()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            // written in one way only
            return text(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] payload) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
