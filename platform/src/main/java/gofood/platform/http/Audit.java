package gofood.platform.http;

import gofood.contracts.CardNumbers;
import gofood.contracts.GatewayApi.AuditEntry;
import gofood.contracts.GatewayApi.AuditList;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was done here in the name of the house, and can't be undone in the book: every change that
/// an operator asked for, done or refused. Services ask for something with each order, and the
/// order tells of that; what one of them does is noted only on routes that say so
/// ([Routes#audited]), such as those that move money without an order's step behind it.
///
/// A creation is noted in its own transaction: there is no effect without its note. Any other
/// handler has committed by the time its answer is known, so it is noted right after and before the
/// answer leaves; should the database be lost between the two, the note stands in the log as an
/// error. Noting first what is only intended would need a second write to each deed, which a table
/// that is never updated can't take, and would tell of deeds that never were.
public final class Audit {
    private static final int LONGEST = 300;
    private static final int LARGEST_BODY = 64 << 10;
    private static final System.Logger LOG = System.getLogger(Audit.class.getName());

    private final Db db;
    private final String service;

    public Audit(Db db, String service) {
        this.db = db;
        this.service = service;
    }

    public Routes routes() {
        return new Routes().get("/audit", Access.only(Role.OPERATOR, Role.SERVICE), this::list);
    }

    static boolean concerns(Routes.Route route, Call call) {
        if (route.method().equals("GET") || call.anyPerson().isEmpty()) return false;
        return call.person().isOperator() || (call.person().has(Role.SERVICE) && route.isAudited());
    }

    /// Notes how the work ended.
    Reply around(Call call, Supplier<Reply> work) {
        try {
            var reply = work.get();
            if (!call.isNoted()) noteAfter(call, reply.status());
            return reply;
        } catch (RuntimeException e) {
            noteAfter(call, Problems.statusOf(e));
            throw e;
        }
    }

    /// A creation that is noted with its effect.
    Idempotency.Creation noted(Call call, Idempotency.Creation creation) {
        return tx -> {
            var reply = creation.in(tx);
            note(tx, call, reply.status());
            call.setNoted();
            return reply;
        };
    }

    private void noteAfter(Call call, int status) {
        try {
            db.run(tx -> note(tx, call, status));
        } catch (RuntimeException e) {
            var what = by(call) + ", " + clean(call.what()) + ", " + status + ", " + reason(call);
            LOG.log(System.Logger.Level.ERROR, "not in the audit: " + what, e);
        }
    }

    private static void note(Tx tx, Call call, int status) {
        tx.update(
                """
                INSERT INTO audit (actor, action, status, reason, trace_id) VALUES (?, ?, ?, ?, ?)
                """,
                by(call),
                clean(call.what()),
                status,
                reason(call),
                RequestScope.current().traceId());
    }

    private static String by(Call call) {
        var person = call.person();
        return person.isOperator() ? "operator " + person.id() : person.name();
    }

    /// As it was given in the body.
    private static @Nullable String reason(Call call) {
        var type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.contains("json")) return null;
        try {
            var bytes = call.bytes();
            if (bytes.length == 0 || bytes.length > LARGEST_BODY) return null;
            var body = Json.tree(bytes);
            var reason = body.path("reason").asText(body.path("answer").asText(""));
            return reason.isBlank() || CardNumbers.isIn(reason) ? null : clean(reason);
        } catch (RuntimeException e) {
            // a body that can't be read gives no reason
            return null;
        }
    }

    /// Nothing that can't be kept, nor fills the book.
    private static String clean(String text) {
        var most = text.substring(0, Math.min(text.length(), LONGEST));
        var valid = new String(most.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return valid.replaceAll("\\p{Cntrl}", " ");
    }

    private Reply list(Call call) {
        var before = call.cursor(Long.MAX_VALUE);
        var page =
                Page.of(
                        call.limit(50),
                        most ->
                                db.tx(tx ->
                                        tx.list(
                                                """
                                                SELECT * FROM audit WHERE audit_id < ?
                                                 ORDER BY audit_id DESC LIMIT ?
                                                """,
                                                this::entry,
                                                before,
                                                most)),
                        AuditEntry::auditId);
        return Reply.ok(new AuditList(page.entries(), page.nextCursor(), List.of()));
    }

    private AuditEntry entry(Row row) {
        return new AuditEntry(
                service,
                row.number("audit_id"),
                row.instant("at"),
                row.text("actor"),
                row.text("action"),
                row.integer("status"),
                row.findText("reason"),
                row.text("trace_id"));
    }
}
