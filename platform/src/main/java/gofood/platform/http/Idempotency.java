package gofood.platform.http;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A creation that is asked for twice with one `Idempotency-Key` happens once. The answer is stored
/// in the transaction of the effect, so there is no moment in which one exists without the other.
public final class Idempotency {
    private static final String HMAC = "HmacSHA256";
    private final Db db;
    private final SecretKeySpec secret;

    /// @param secret bodies are remembered only as a keyed hash: one may hold a password
    public Idempotency(Db db, String secret) {
        this.db = db;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /// A creation in two halves: what is checked and asked of others before, and the effect inside
    /// the transaction.
    public interface Creation {
        Reply in(Tx tx);
    }

    /// The first half of a creation.
    public interface Preparation {
        Creation prepare();
    }

    /// For a request without a key.
    Reply always(Preparation preparation) {
        var creation = preparation.prepare();
        return db.tx(creation::in);
    }

    /// @param key unique per caller and route
    /// @param body what was asked for; the same key with another body is refused
    public Reply once(String key, byte[] body, Preparation preparation) {
        var hash = hash(body);
        var stored = db.tx(tx -> find(tx, key, hash));
        if (stored.isPresent()) return stored.get();
        var creation = preparation.prepare();
        return db.tx(tx -> {
            lock(tx, key);
            var meanwhile = find(tx, key, hash);
            return meanwhile.orElseGet(() -> store(tx, key, hash, creation.in(tx)));
        });
    }

    private static Optional<Reply> find(Tx tx, String key, byte[] hash) {
        return tx.find(
                "SELECT hash, status, body, headers FROM idempotency WHERE key = ?",
                row -> {
                    if (!Arrays.equals(row.bytes("hash"), hash))
                        throw new Refused(
                                422,
                                "key_reused",
                                "This Idempotency-Key was used with another body. Use a new key.");
                    @SuppressWarnings("unchecked")
                    Map<String, String> headers = row.json("headers", Map.class);
                    return new Reply(row.integer("status"), row.bytes("body"), headers)
                            .with("Idempotent-Replay", "true");
                },
                key);
    }

    private static void lock(Tx tx, String key) {
        var free =
                tx.one(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS free",
                        row -> row.flag("free"),
                        key);
        if (!free)
            throw Refused.conflict(
                    "in_flight", "A request with this Idempotency-Key is being worked on.");
    }

    private static Reply store(Tx tx, String key, byte[] hash, Reply reply) {
        var body = reply.bytes();
        tx.update(
                """
                INSERT INTO idempotency (key, hash, status, body, headers)
                VALUES (?, ?, ?, ?, ?::jsonb)
                """,
                key,
                hash,
                reply.status(),
                body,
                Tx.json(reply.headers()));
        return reply;
    }

    private byte[] hash(byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
