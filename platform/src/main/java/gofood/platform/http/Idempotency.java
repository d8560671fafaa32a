package gofood.platform.http;

import gofood.platform.db.Db;
import gofood.platform.db.Row;
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
import java.util.concurrent.atomic.AtomicIntegerArray;
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

    /// Keys that were met here as stored, by their hashes; each makes its place's last one
    /// forgotten.
    private final AtomicIntegerArray met = new AtomicIntegerArray(1 << 18);

    /// @param secret bodies are remembered only as a keyed hash: one may hold a password
    public Idempotency(Db db, String secret) {
        this.db = db;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.lookups = Batching.inHalves(1, asked -> db.read(tx -> find(tx, asked)));
        this.creations = Batching.inHalves(TURNS, wishes -> db.tx(tx -> create(tx, wishes)));
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

    /// Most keys are new. So only those that were met here before are looked for first; any other
    /// that is stored already is found when its creation fails.
    ///
    /// @param key unique per caller and route
    /// @param body what was asked for; the same key with another body is refused
    /// @param isGrave looked for first in any case: it is asked for seldom, and its preparation may
    ///   act
    public Reply once(String key, byte[] body, boolean isGrave, Preparation preparation) {
        var asked = new Asked(key, hash(body));
        var stored = isGrave || isMet(key) ? find(asked) : Optional.<Reply>empty();
        if (stored.isPresent()) return stored.get();
        try {
            return first(asked, preparation.prepare());
        } catch (RuntimeException e) {
            // it was created before, at another replica or a moment ago, or the commit's answer
            // was lost
            return find(asked).orElseThrow(() -> e);
        }
    }

    private Reply first(Asked asked, Creation creation) {
        if (!inFlight.add(asked.key))
            throw Refused.conflict(
                    "in_flight", "A request with this Idempotency-Key is being worked on.");
        try {
            var reply = create(Optional.of(asked), creation);
            meet(asked.key);
            return reply;
        } finally {
            inFlight.remove(asked.key);
        }
    }

    private Optional<Reply> find(Asked asked) {
        var stored = lookups.await(asked);
        if (stored.isPresent()) meet(asked.key);
        return stored;
    }

    private boolean isMet(String key) {
        return met.get(place(key)) == key.hashCode();
    }

    private void meet(String key) {
        met.set(place(key), key.hashCode());
    }

    private int place(String key) {
        return Math.floorMod(key.hashCode(), met.length());
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
                        (Object) asked.stream().map(Asked::key).toArray(String[]::new))
                .forEach(one -> stored.put(one.key, one));
        return asked.stream()
                .map(one -> Optional.ofNullable(stored.get(one.key)).map(it -> it.replay(one)))
                .toList();
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
