package gofood.user;

import gofood.contracts.UserApi.Applicant;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Who wants to ride or to sell, and waits for an answer.
final class Applications {
    private static final String ALL =
            """
            SELECT application.*, account.name, account.email
              FROM application JOIN account USING (user_id)
            """;

    /// @param applicationId grows with each new one
    record Filed(long applicationId, Applicant applicant) {}

    /// Another text takes the place of the one before; who waits longest stays first.
    Applicant put(Tx tx, long userId, Role role, String text, Instant now) {
        tx.update(
                """
                INSERT INTO application (user_id, role, text, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (user_id, role) DO UPDATE SET text = excluded.text
                """,
                userId,
                role,
                text,
                now);
        return tx.one(ALL + " WHERE user_id = ? AND role = ?", Applications::filed, userId, role)
                .applicant;
    }

    List<Applicant> of(Tx tx, long userId) {
        return tx
                .list(
                        ALL + " WHERE user_id = ? ORDER BY application_id",
                        Applications::filed,
                        userId)
                .stream()
                .map(Filed::applicant)
                .toList();
    }

    /// Oldest first.
    List<Filed> page(Tx tx, long after, int most) {
        return tx.list(
                ALL + " WHERE application_id > ? ORDER BY application_id LIMIT ?",
                Applications::filed,
                after,
                most);
    }

    /// They are answered, one way or the other.
    ///
    /// @return whether there was one
    boolean end(Tx tx, long userId, Set<Role> roles) {
        return tx.update(
                        "DELETE FROM application WHERE user_id = ? AND role = ANY (?)",
                        userId,
                        roles.stream().map(Role::name).toArray(String[]::new))
                > 0;
    }

    private static Filed filed(Row row) {
        return new Filed(
                row.number("application_id"),
                new Applicant(
                        row.number("user_id"),
                        row.text("name"),
                        row.findText("email"),
                        Role.valueOf(row.text("role")),
                        row.text("text"),
                        row.instant("at")));
    }
}
