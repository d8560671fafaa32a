package gofood.user;

import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts failed sign-ins per e-mail and per client, over a window that moves along.
///
/// Only failures count, so that many people behind one address can sign in at once. The count is
/// looked at again when a failure is stored: of a hundred guesses sent at the same time only the
/// allowed number learns anything.
///
/// Failures for an e-mail count whoever makes them, since a guesser has many addresses. Alone that
/// would let anybody lock a person out for ever, with ten wrong guesses every ten minutes. So a
/// client from which this very person has signed in before is counted by itself.
final class SignInFailures {
    /// Who doesn't come from there any more counts as a stranger again.
    static final Duration KNOWN_FOR = Duration.ofDays(90);

    private static final int KNOWN_CLIENTS = 20;
    private final UserConfig config;
    private final Clock clock;

    private record Count(int failures, @Nullable Instant oldest) {}

    SignInFailures(UserConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// @throws Refused 429 when there were too many for this e-mail or from this client
    void check(Tx tx, String email, String client) {
        check(tx, guessed(tx, email, client));
        check(tx, "client " + client);
    }

    private void check(Tx tx, String subject) {
        var count =
                tx.one(
                        """
                        SELECT count(t) AS failures, min(t) AS oldest
                          FROM sign_in_failure, unnest(times) t
                         WHERE subject = sha256(convert_to(?, 'UTF8')) AND t > ?
                        """,
                        SignInFailures::count,
                        subject,
                        clock.instant().minus(config.failureWindow()));
        if (count.failures >= config.failures()) throw tooMany(count);
    }

    /// @throws Refused 429 when there are too many by now; that one then doesn't count
    void add(Tx tx, String email, String client) {
        add(tx, guessed(tx, email, client));
        add(tx, "client " + client);
    }

    /// Whose password it may be that is being guessed, and by whom.
    private static String guessed(Tx tx, String email, String client) {
        var isKnown =
                tx.one(
                        """
                        SELECT EXISTS (SELECT FROM known_client JOIN account USING (user_id)
                                        WHERE email = ?
                                          AND client = sha256(convert_to(?, 'UTF8'))) AS known
                        """,
                        row -> row.flag("known"),
                        email,
                        client);
        return isKnown ? known(email, client) : "email " + email;
    }

    private static String known(String email, String client) {
        return "email " + email + " from " + client;
    }

    private void add(Tx tx, String subject) {
        var now = clock.instant();
        var count =
                tx.one(
                        """
                        INSERT INTO sign_in_failure AS f (subject, times, last_at)
                        VALUES (sha256(convert_to(?, 'UTF8')), ARRAY[?::timestamptz], ?)
                        ON CONFLICT (subject) DO UPDATE
                           SET times = excluded.times
                                       || array(SELECT t FROM unnest(f.times) t WHERE t > ?),
                               last_at = excluded.last_at
                        RETURNING cardinality(times) AS failures,
                                  (SELECT min(t) FROM unnest(times) t) AS oldest
                        """,
                        SignInFailures::count,
                        subject,
                        now,
                        now,
                        now.minus(config.failureWindow()));
        if (count.failures > config.failures()) throw tooMany(count);
    }

    /// Whoever knows the password may start anew, and is known from then on. The client may not
    /// start anew: its next guess may be at another person's.
    void succeeded(Tx tx, long userId, String email, String client) {
        for (var subject : List.of("email " + email, known(email, client)))
            tx.update(
                    "DELETE FROM sign_in_failure WHERE subject = sha256(convert_to(?, 'UTF8'))",
                    subject);
        tx.update(
                """
                INSERT INTO known_client (user_id, client, last_at)
                VALUES (?, sha256(convert_to(?, 'UTF8')), ?)
                ON CONFLICT (user_id, client) DO UPDATE SET last_at = excluded.last_at
                """,
                userId,
                client,
                clock.instant());
        tx.update(
                """
                DELETE FROM known_client WHERE user_id = ? AND client IN
                       (SELECT client FROM known_client WHERE user_id = ?
                         ORDER BY last_at DESC OFFSET ?)
                """,
                userId,
                userId,
                KNOWN_CLIENTS);
    }

    private Refused tooMany(Count count) {
        var until = count.oldest == null ? clock.instant() : count.oldest;
        var wait = Duration.between(clock.instant(), until.plus(config.failureWindow()));
        return new Refused(
                        429,
                        "too_many_attempts",
                        "There were too many failed sign-ins. Wait before you try again.")
                .with("retry_after_seconds", Math.max(1, wait.toSeconds() + 1));
    }

    private static Count count(Row row) {
        return new Count(row.integer("failures"), row.findInstant("oldest"));
    }
}
