package gofood.platform.http;

import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import gofood.platform.trace.Part;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A creation that is asked for twice with one `Idempotency-Key` happens once. The answer is stored
/// in the transaction of the effect, so there is no moment in which one exists without the other;
/// of two replicas that make the same, the one that stores it second undoes its own and gives the
/// answer of the first.
public final class Idempotency {
    private static final String HMAC = "HmacSHA256";

    /// One is made ready while another waits for the disk.
    private static final int TURNS = 2;

    private final Db db;
    private final SecretKeySpec secret;
    private final Batching<Asked, Optional<Reply>> lookups;
    private final Batching<Wish, Reply> creations;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    /// @param secret bodies are remembered only as a keyed hash: one may hold a password
    public Idempotency(Db db, String secret) {
        this.db = db;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.lookups =
                Batching.inHalves(
                        1, Idempotency::isUndone, asked -> db.read(tx -> find(tx, asked)));
        this.creations =
                Batching.inHalves(
                        TURNS, Idempotency::isUndone, wishes -> db.tx(tx -> create(tx, wishes)));
    }

    /// A commit whose answer was lost may have happened; and who finds the database busy would find
    /// it so with half as many.
    private static boolean isUndone(Throwable failure) {
        return switch (failure) {
            case SqlFailed sql -> !sql.isTransient();
            case Refused refused -> refused.status() < 500;
            default -> true;
        };
    }

    /// A creation in two halves: what is checked and asked of others before, and the effect inside
    /// the transaction.
    public interface Creation {
        Reply in(Tx tx);

        /// Whether the effect may share its transaction with others of its kind. It must not wait
        /// for what they hold, nor they for what it holds.
        default boolean isSociable() {
            return false;
        }
    }

    /// The first half of a creation.
    public interface Preparation {
        Creation prepare();
    }

    /// What a client sent with a key, and the hash of its body.
    private record Asked(String key, byte[] hash) {}

    /// @param context whose request it is
    private record Wish(Optional<Asked> asked, Creation creation, ScopedValue.Carrier context) {}

    /// For a request without a key.
    Reply always(Preparation preparation) {
        return create(Optional.empty(), preparation.prepare());
    }

    /// @param key unique per caller and route
    /// @param body what was asked for; the same key with another body is refused
    public Reply once(String key, byte[] body, Preparation preparation) {
        var asked = new Asked(key, hash(body));
        var stored = lookups.await(asked);
        if (stored.isPresent()) return stored.get();
        var creation = preparation.prepare();
        if (!inFlight.add(key))
            throw Refused.conflict(
                    "in_flight", "A request with this Idempotency-Key is being worked on.");
        try {
            return create(Optional.of(asked), creation);
        } catch (RuntimeException e) {
            // another replica may have been faster, or the commit's answer was lost
            return lookups.await(asked).orElseThrow(() -> e);
        } finally {
            inFlight.remove(key);
        }
    }

    private Reply create(Optional<Asked> asked, Creation creation) {
        var wish = new Wish(asked, creation, RequestScope.onward());
        if (creation.isSociable())
            try (var _ = Part.step("transaction with others")) {
                return creations.await(wish);
            }
        return db.tx(tx -> create(tx, List.of(wish))).getFirst();
    }

    private static List<Reply> create(Tx tx, List<Wish> wishes) {
        tx.together(wishes.size());
        return wishes.stream().map(wish -> create(tx, wish)).toList();
    }

    private static Reply create(Tx tx, Wish wish) {
        var reply = wish.context.call(() -> wish.creation.in(tx));
        wish.asked.ifPresent(asked -> store(tx, asked, reply));
        return reply;
    }

    private static List<Optional<Reply>> find(Tx tx, List<Asked> asked) {
        var stored = new HashMap<String, Stored>();
        tx.list(
                        """
                        SELECT key, hash, status, body, headers FROM idempotency
                         WHERE key = ANY (?)
                        """,
                        Stored::read,
                        (Object) keys(asked))
                .forEach(one -> stored.put(one.key, one));
        return asked.stream()
                .map(one -> Optional.ofNullable(stored.get(one.key)).map(it -> it.replay(one)))
                .toList();
    }

    private static String[] keys(List<Asked> asked) {
        return asked.stream().map(Asked::key).toArray(String[]::new);
    }

    private record Stored(String key, byte[] hash, Reply reply) {
        static Stored read(Row row) {
            @SuppressWarnings("unchecked")
            Map<String, String> headers = row.json("headers", Map.class);
            return new Stored(
                    row.text("key"),
                    row.bytes("hash"),
                    new Reply(row.integer("status"), row.bytes("body"), headers));
        }

        Reply replay(Asked asked) {
            if (Arrays.equals(hash, asked.hash)) return reply.with("Idempotent-Replay", "true");
            throw new Refused(
                    422,
                    "key_reused",
                    "This Idempotency-Key was used with another body. Use a new key.");
        }
    }

    private static void store(Tx tx, Asked asked, Reply reply) {
        tx.gather(
                """
                INSERT INTO idempotency (key, hash, status, body, headers)
                SELECT * FROM unnest(?::text[], ?::bytea[], ?::int[], ?::bytea[], ?::jsonb[])
                """,
                asked.key,
                asked.hash,
                reply.status(),
                reply.bytes(),
                Tx.json(reply.headers()));
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
