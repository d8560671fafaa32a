package gofood.user;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Renews the signing keys in time, and removes what nobody can use any more.
final class Expiry {
    private static final String RENEW = "user.renew_keys";
    private static final String PRUNE = "user.prune";
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final Db db;
    private final Timers timers;
    private final SigningKeys keys;
    private final Erasing erasing;
    private final UserConfig config;
    private final Clock clock;

    Expiry(
            Db db,
            Timers timers,
            SigningKeys keys,
            Erasing erasing,
            UserConfig config,
            Clock clock) {
        this.db = db;
        this.timers = timers;
        this.keys = keys;
        this.erasing = erasing;
        this.config = config;
        this.clock = clock;
    }

    /// There is a key to sign with when this returns.
    void begin() {
        timers.on(RENEW, _ -> renewKeys()).on(PRUNE, _ -> prune());
        renewKeys();
        db.run(tx -> timers.set(tx, PRUNE, "all", clock.instant().plus(PRUNE_EVERY)));
    }

    private void renewKeys() {
        var next = keys.renew();
        db.run(tx -> timers.set(tx, RENEW, "all", next));
    }

    private void prune() {
        var now = clock.instant();
        db.run(tx -> {
            keys.prune(tx);
            // used tokens go with their time; unused ones go with their family
            tx.update("DELETE FROM family WHERE expires_at < ?", now);
            tx.update("DELETE FROM refresh_token WHERE expires_at < ?", now);
            tx.update(
                    "DELETE FROM sign_in_failure WHERE last_at < ?",
                    now.minus(config.failureWindow()));
            tx.update(
                    "DELETE FROM known_client WHERE last_at < ?",
                    now.minus(SignInFailures.KNOWN_FOR));
            timers.set(tx, PRUNE, "all", now.plus(PRUNE_EVERY));
        });
        db.run(tx -> eraseGuests(tx, now));
    }

    /// A guest whose session is over can never come back, so nothing about them is kept. Not at
    /// once: what they ordered may still be on its way.
    private void eraseGuests(Tx tx, Instant now) {
        var gone =
                tx.list(
                        """
                        SELECT user_id FROM account a
                         WHERE roles @> ARRAY['GUEST'] AND erased_at IS NULL
                           AND created_at < ?
                           AND NOT EXISTS (SELECT FROM family f WHERE f.user_id = a.user_id)
                         LIMIT 1000 FOR UPDATE SKIP LOCKED
                        """,
                        row -> row.number("user_id"),
                        now.minus(config.refreshLife()));
        for (var id : gone) erasing.begin(tx, id);
    }
}
