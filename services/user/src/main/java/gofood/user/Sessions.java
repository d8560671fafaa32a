package gofood.user;

import gofood.platform.db.Tx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Who is signed in. Each sign-in begins a family: the chain of refresh tokens that follow each
/// other. A token that is used a second time was stolen, by whoever came first or by whoever comes
/// now; nobody can tell, so the family ends.
final class Sessions {
    private final UserConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// What becomes of a refresh token that somebody brings.
    sealed interface Turn {
        record Next(long userId, UUID sid, RefreshToken token) implements Turn {}

        /// It was used before. The family is at its end once the transaction commits.
        record Reused() implements Turn {}

        record Unknown() implements Turn {}
    }

    Sessions(UserConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// Begins a family. Whoever has too many loses the oldest.
    Turn.Next begin(Tx tx, long userId) {
        var sid = UUID.randomUUID();
        var now = clock.instant();
        tx.update(
                """
                DELETE FROM family WHERE sid IN (
                    SELECT sid FROM family WHERE user_id = ?
                     ORDER BY started_at DESC OFFSET ?)
                """,
                userId,
                config.sessions() - 1);
        tx.update(
                "INSERT INTO family (sid, user_id, started_at, expires_at) VALUES (?, ?, ?, ?)",
                sid,
                userId,
                now,
                now.plus(config.refreshLife()));
        return new Turn.Next(userId, sid, add(tx, sid));
    }

    Turn turn(Tx tx, RefreshToken token) {
        var now = clock.instant();
        // the family first, as everybody does who ends one
        var family =
                tx.find(
                        """
                        SELECT f.user_id, f.sid FROM family f JOIN refresh_token t USING (sid)
                         WHERE t.hash = ? AND t.expires_at > ?
                           FOR UPDATE OF f
                        """,
                        row -> new Turn.Next(row.number("user_id"), row.uuid("sid"), token),
                        token.hash(),
                        now);
        if (family.isEmpty()) return new Turn.Unknown();
        var sid = family.get().sid;
        var used =
                tx.update(
                        "UPDATE refresh_token SET used_at = ? WHERE hash = ? AND used_at IS NULL",
                        now,
                        token.hash());
        if (used == 0) {
            tx.update("DELETE FROM family WHERE sid = ?", sid);
            return new Turn.Reused();
        }
        tx.update(
                "UPDATE family SET expires_at = ? WHERE sid = ?",
                now.plus(config.refreshLife()),
                sid);
        return new Turn.Next(family.get().userId, sid, add(tx, sid));
    }

    private RefreshToken add(Tx tx, UUID sid) {
        var token = RefreshToken.make(random);
        tx.update(
                "INSERT INTO refresh_token (hash, sid, expires_at) VALUES (?, ?, ?)",
                token.hash(),
                sid,
                clock.instant().plus(config.refreshLife()));
        return token;
    }

    void end(Tx tx, UUID sid, long userId) {
        tx.update("DELETE FROM family WHERE sid = ? AND user_id = ?", sid, userId);
    }

    void endAll(Tx tx, long userId) {
        tx.update("DELETE FROM family WHERE user_id = ?", userId);
    }
}
