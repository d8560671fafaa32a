package gofood.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.UserApi.Erased;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a service knows of people, and how it forgets them. The user service asks every other one:
/// `GET /personal-data/{user_id}` and `POST /personal-data/{user_id}/erase`, which are for services
/// alone, as `/events` is.
public interface PersonalData {
    /// The most of one kind of thing that an export has.
    int MOST = 1_000;

    /// All that is known of a person, as something that becomes JSON. Who was never heard of has an
    /// export with nothing in it.
    Object export(Tx tx, long userId);

    /// Forgets all that may be forgotten now. What was erased before is not counted again, and
    /// being asked twice does no harm.
    Erased erase(Tx tx, long userId);

    /// The newest of one kind of thing.
    ///
    /// @param more whether there are older ones, which are left out
    record Newest(List<JsonNode> entries, boolean more) {}

    /// The newest of what a statement finds, each row as one JSON value.
    ///
    /// @param sql `SELECT … AS entry … ORDER BY …`, the newest first, without a limit
    static Newest newest(Tx tx, String sql, @Nullable Object... arguments) {
        var limited = new ArrayList<@Nullable Object>(List.of(arguments));
        limited.add(MOST + 1);
        var rows =
                tx.list(
                        sql + " LIMIT ?",
                        row -> row.json("entry", JsonNode.class),
                        limited.toArray());
        var more = rows.size() > MOST;
        return new Newest(more ? List.copyOf(rows.subList(0, MOST)) : rows, more);
    }

    static Routes routes(Db db, PersonalData known) {
        var services = Access.only(Role.SERVICE);
        return new Routes()
                .get(
                        "/personal-data/{user_id}",
                        services,
                        call -> Reply.ok(db.tx(tx -> known.export(tx, call.id("user_id")))))
                .post(
                        "/personal-data/{user_id}/erase",
                        services,
                        call -> Reply.ok(db.tx(tx -> erase(tx, known, call.id("user_id")))))
                .audited();
    }

    /// With what their creations were answered, which stands there for a repeated request.
    private static Erased erase(Tx tx, PersonalData known, long userId) {
        tx.update("DELETE FROM idempotency WHERE starts_with(key, ?)", "user " + userId + " ");
        return known.erase(tx, userId);
    }
}
