package gofood.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys that sign access tokens. They live in the database, so that all replicas have the same.
///
/// A new key is published some time before it is used, so that whoever keeps a copy of our public
/// keys has it by then; an old one stays published until the last token that it signed is over.
final class SigningKeys {
    private static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());

    private final Db db;
    private final KeySeal seal;
    private final UserConfig config;
    private final Clock clock;

    record Key(ECKey pair, Instant createdAt, Instant activeFrom) {}

    SigningKeys(Db db, KeySeal seal, UserConfig config, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    /// The public halves.
    JWKSet published() {
        var keys = db.tx(this::all);
        return new JWKSet(keys.stream().<JWK>map(key -> key.pair.toPublicJWK()).toList());
    }

    /// The key that signs now.
    ECKey current() {
        var now = clock.instant();
        return db.tx(this::all).stream()
                .filter(key -> !key.activeFrom.isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no key to sign with"))
                .pair;
    }

    /// Makes the first key, and the next one when it is time.
    ///
    /// @return when to call again
    Instant renew() {
        return db.tx(tx -> {
            // of replicas that start together, one makes the key and the others find it
            tx.find("SELECT pg_advisory_xact_lock(1, 2)", _ -> true);
            var now = clock.instant();
            var keys = all(tx);
            if (keys.isEmpty()) return add(tx, now, now);
            var due = keys.getFirst().createdAt.plus(config.keyLife());
            return due.isAfter(now) ? due : add(tx, now, now.plus(PUBLISHED_BEFORE));
        });
    }

    /// Removes the keys whose last token is over.
    void prune(Tx tx) {
        tx.update(
                """
                DELETE FROM signing_key k
                 WHERE EXISTS (SELECT FROM signing_key newer
                                WHERE newer.active_from > k.active_from AND newer.active_from < ?)
                """,
                clock.instant().minus(config.accessLife()).minus(SKEW));
    }

    private Instant add(Tx tx, Instant now, Instant activeFrom) {
        try {
            var pair =
                    new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate();
            tx.update(
                    "INSERT INTO signing_key VALUES (?, ?, ?, ?)",
                    pair.getKeyID(),
                    seal.seal(
                            pair.getKeyID(), pair.toJSONString().getBytes(StandardCharsets.UTF_8)),
                    now,
                    activeFrom);
            return now.plus(config.keyLife());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All that open, the newest first. After a change of the common secret none does, and a new
    /// one is made.
    private List<Key> all(Tx tx) {
        return tx
                .list("SELECT * FROM signing_key ORDER BY active_from DESC, kid", this::key)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Key> key(Row row) {
        var kid = row.text("kid");
        var opened = seal.open(kid, row.bytes("sealed"));
        if (opened.isEmpty())
            LOG.log(System.Logger.Level.WARNING, "the signing key " + kid + " does not open");
        try {
            if (opened.isEmpty()) return Optional.empty();
            var pair = ECKey.parse(new String(opened.get(), StandardCharsets.UTF_8));
            return Optional.of(
                    new Key(pair, row.instant("created_at"), row.instant("active_from")));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
