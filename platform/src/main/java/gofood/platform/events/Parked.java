package gofood.platform.events;

import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events that a subscriber refused for good, for an operator: `GET /events/parked` shows them,
/// `POST /events/parked/{position}/retry` tries one again and frees what stands behind it, `POST
/// /events/parked/{position}/drop` gives it up.
public final class Parked {
    static final String RETRY =
            """
            UPDATE outbox SET parked_at = NULL, next_try_at = NULL, attempts = 0
             WHERE position = ? AND parked_at IS NOT NULL
            """;

    private final Db db;

    public Parked(Db db) {
        this.db = db;
    }

    /// @param key the order that it is about
    public record ParkedEvent(
            long position,
            String subscriber,
            String key,
            String type,
            String error,
            Instant createdAt,
            Instant parkedAt) {}

    public record ParkedList(List<ParkedEvent> events, @Nullable String nextCursor) {}

    public Routes routes() {
        var operators = Access.only(Role.OPERATOR);
        return new Routes()
                .get("/events/parked", operators, this::list)
                .post("/events/parked/{position}/retry", operators, this::retry)
                .post("/events/parked/{position}/drop", operators, this::drop);
    }

    private Reply list(Call call) {
        var after = call.cursor(0);
        var page =
                Page.of(
                        call.limit(50),
                        most -> db.tx(tx -> list(tx, after, most)),
                        ParkedEvent::position);
        return Reply.ok(new ParkedList(page.entries(), page.nextCursor()));
    }

    private static List<ParkedEvent> list(Tx tx, long after, int most) {
        return tx.list(
                """
                SELECT * FROM outbox
                 WHERE parked_at IS NOT NULL AND position > ?
                 ORDER BY position LIMIT ?
                """,
                row ->
                        new ParkedEvent(
                                row.number("position"),
                                row.text("subscriber"),
                                row.text("key"),
                                row.text("type"),
                                row.text("error"),
                                row.instant("created_at"),
                                row.instant("parked_at")),
                after,
                most);
    }

    private Reply retry(Call call) {
        return touch(call, RETRY);
    }

    private Reply drop(Call call) {
        return touch(call, "DELETE FROM outbox WHERE position = ? AND parked_at IS NOT NULL");
    }

    private Reply touch(Call call, String sql) {
        var position = call.id("position");
        if (db.tx(tx -> tx.update(sql, position)) == 0) throw Refused.notFound("parked event");
        return Reply.none();
    }
}
