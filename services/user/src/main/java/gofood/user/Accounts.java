package gofood.user;

import gofood.contracts.UserApi.Role;
import gofood.platform.db.Row;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The people in the database. Who was erased is not found any more.
final class Accounts {
    Optional<Account> find(Tx tx, long id) {
        return tx.find(
                "SELECT * FROM account WHERE user_id = ? AND erased_at IS NULL",
                Accounts::account,
                id);
    }

    /// Finds and keeps others from changing it until the transaction ends.
    Optional<Account> lock(Tx tx, long id) {
        return tx.find(
                "SELECT * FROM account WHERE user_id = ? AND erased_at IS NULL FOR UPDATE",
                Accounts::account,
                id);
    }

    Optional<Account> byEmail(Tx tx, String email) {
        return tx.find("SELECT * FROM account WHERE email = ?", Accounts::account, email);
    }

    /// @param role null for all
    /// @param part of the name or e-mail, null for all
    List<Account> page(Tx tx, @Nullable Role role, @Nullable String part, long after, int limit) {
        var where = new StringBuilder("user_id > ? AND erased_at IS NULL");
        var arguments = new ArrayList<Object>(List.of(after));
        if (role != null) {
            where.append(" AND roles @> ARRAY[?::text]");
            arguments.add(role);
        }
        if (part != null) {
            // no index knows the middle of a word: this reads on from the cursor, for operators
            // only
            where.append(" AND (name ILIKE ? OR email ILIKE ?)");
            arguments.addAll(List.of(containing(part), containing(part)));
        }
        arguments.add(limit);
        return tx.list(
                "SELECT * FROM account WHERE " + where + " ORDER BY user_id LIMIT ?",
                Accounts::account,
                arguments.toArray());
    }

    private static String containing(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /// @return nothing when the e-mail belongs to somebody already
    Optional<Account> add(
            Tx tx,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String passwordHash,
            Set<Role> roles,
            Set<Long> restaurants,
            Instant now) {
        return tx.find(
                """
                INSERT INTO account (name, email, phone, password, roles, restaurants, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (email) DO NOTHING
                RETURNING *
                """,
                Accounts::account,
                name,
                email,
                phone,
                passwordHash,
                words(roles),
                restaurants.toArray(Long[]::new),
                now);
    }

    /// @throws Refused 409 when the new e-mail belongs to somebody else
    Account save(Tx tx, Account account) {
        try {
            return tx.one(
                    """
                    UPDATE account
                       SET name = ?, email = ?, phone = ?, password = ?, roles = ?,
                           restaurants = ?, version = version + 1
                     WHERE user_id = ?
                    RETURNING *
                    """,
                    Accounts::account,
                    account.name(),
                    account.email(),
                    account.phone(),
                    account.passwordHash(),
                    words(account.roles()),
                    account.restaurants().toArray(Long[]::new),
                    account.id());
        } catch (SqlFailed e) {
            throw e.isDuplicate() ? emailTaken() : e;
        }
    }

    /// The same password, hashed with today's parameters; nothing that anybody sees changes.
    void rehash(Tx tx, long id, String passwordHash) {
        tx.update("UPDATE account SET password = ? WHERE user_id = ?", passwordHash, id);
    }

    /// Whoever may take away an operator's role holds this lock, before any account's: of two
    /// operators who remove each other at once, one stays.
    void lockOperators(Tx tx) {
        tx.find("SELECT pg_advisory_xact_lock(1, 1)", _ -> true);
    }

    /// @throws Refused 409 when there is no operator but this one
    void refuseLastOperator(Tx tx, long id) {
        var others =
                tx.one(
                        """
                        SELECT count(*) AS others FROM account
                         WHERE roles @> ARRAY['OPERATOR'] AND erased_at IS NULL AND user_id <> ?
                        """,
                        row -> row.number("others"),
                        id);
        if (others == 0)
            throw Refused.conflict(
                    "last_operator", "This is the last operator. Make somebody else one first.");
    }

    /// Forgets everything about a person but that there was one.
    ///
    /// @return how many of each thing
    Map<String, Integer> erase(Tx tx, long id, Instant now) {
        var erased = new LinkedHashMap<String, Integer>();
        erased.put("addresses", tx.update("DELETE FROM saved_address WHERE user_id = ?", id));
        erased.put("favourites", tx.update("DELETE FROM favourite WHERE user_id = ?", id));
        erased.put("preferences", tx.update("DELETE FROM preference WHERE user_id = ?", id));
        erased.put("applications", tx.update("DELETE FROM application WHERE user_id = ?", id));
        tx.update("DELETE FROM known_client WHERE user_id = ?", id);
        erased.put(
                "accounts",
                tx.update(
                        """
                        UPDATE account
                           SET name = '', email = NULL, phone = NULL, password = NULL, roles = '{}',
                               restaurants = '{}', version = version + 1, erased_at = ?
                         WHERE user_id = ?
                        """,
                        now,
                        id));
        return erased;
    }

    static Refused emailTaken() {
        return Refused.conflict(
                "email_taken", "Somebody has signed up with this e-mail. Sign in, or use another.");
    }

    private static String[] words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static Account account(Row row) {
        return new Account(
                row.number("user_id"),
                row.text("name"),
                row.findText("email"),
                row.findText("phone"),
                row.findText("password"),
                Arrays.stream(row.texts("roles")).map(Role::valueOf).collect(Collectors.toSet()),
                Set.of(row.numbers("restaurants")),
                row.instant("created_at"),
                row.integer("version"));
    }
}
