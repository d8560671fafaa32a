package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.GatewayApi.AuditEntry;
import gofood.contracts.GatewayApi.AuditList;
import gofood.contracts.UserApi.Role;
import gofood.platform.Foundation;
import gofood.platform.db.SqlFailed;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Desk desk = new Desk();
    private TestBed bed;

    public record Wish(@Nullable String reason, @Nullable String answer) {}

    private static final class Desk implements Service {
        @Nullable Foundation base;

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public Running start(Env env) {
            base = Foundation.of(env, "desk");
            return base.serve(
                    new Routes()
                            .get("/things", Access.ANYONE, _ -> Reply.ok(Map.of()))
                            .post("/things/{id}/stop", Access.SIGNED_IN, this::stop)
                            .put("/kitchen", Access.only(Role.STAFF), _ -> Reply.none())
                            .post("/money", Access.SIGNED_IN, _ -> Reply.none())
                            .audited()
                            .create("/things", Access.SIGNED_IN, Desk::make));
        }

        private Reply stop(Call call) {
            var wish = call.body(Wish.class);
            if ("no".equals(wish.answer())) throw Refused.conflict("too_late", "Too late.");
            if ("crash".equals(wish.answer())) throw new IllegalStateException();
            return Reply.none();
        }

        private static Idempotency.Creation make(Call call) {
            return tx -> {
                if (call.body(Wish.class).reason() == null) throw Refused.conflict("why", "Why?");
                return Reply.created("/things/1", Map.of());
            };
        }
    }

    @BeforeEach
    void open() {
        bed = new TestBed(desk);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private List<AuditEntry> entries() {
        return bed.asService("gateway").get("/audit").as(AuditList.class).entries();
    }

    private static Tuple noted(String by, String action, int status, @Nullable String reason) {
        return Tuple.tuple("desk", by, action, status, reason);
    }

    private void book(Tuple... newestFirst) {
        assertThat(entries())
                .extracting(
                        AuditEntry::service,
                        AuditEntry::by,
                        AuditEntry::action,
                        AuditEntry::status,
                        AuditEntry::reason)
                .containsExactly(newestFirst);
    }

    @Test
    void what_an_operator_did_is_noted_however_it_ended() {
        var operator = bed.as(Role.OPERATOR, 4);
        operator.get("/things");
        operator.post("/things/7/stop", new Wish("it burns", null));
        operator.post("/things/8/stop", new Wish(null, "no"));
        operator.post("/things/9/stop", new Wish(null, "crash"));
        operator.post("/things/9/stop", "{");
        operator.put("/kitchen", Map.of());
        book(
                noted("operator 4", "PUT /kitchen", 403, null),
                noted("operator 4", "POST /things/9/stop", 400, null),
                noted("operator 4", "POST /things/9/stop", 500, "crash"),
                noted("operator 4", "POST /things/8/stop", 409, "no"),
                noted("operator 4", "POST /things/7/stop", 204, "it burns"));
        assertThat(entries().getFirst().traceId()).hasSize(32);
    }

    @Test
    void a_creation_is_noted_once_and_a_refused_one_too() {
        var operator = bed.as(Role.OPERATOR, 4);
        operator.post("/things", new Wish("new", null), "Idempotency-Key", "k");
        operator.post("/things", new Wish(null, null));
        book(
                noted("operator 4", "POST /things", 409, null),
                noted("operator 4", "POST /things", 201, "new"));
    }

    @Test
    void others_are_not_noted_and_services_only_where_the_route_says_so() {
        bed.as(Role.CUSTOMER, 5).post("/things/7/stop", new Wish(null, null));
        bed.anyone().post("/things/7/stop", new Wish(null, null));
        bed.as(Role.CUSTOMER, 5).post("/money", Map.of());
        bed.asService("order").post("/things/7/stop", new Wish(null, null));
        bed.asService("order").post("/money", Map.of("reason", "cold food"));
        book(noted("service order", "POST /money", 204, "cold food"));
    }

    @Test
    void a_reason_is_bounded_clean_and_holds_no_card() {
        var operator = bed.as(Role.OPERATOR, 4);
        operator.post("/money", Map.of("reason", "x".repeat(5_000)));
        operator.post("/money", Map.of("reason", "a\u0000b\nc"));
        operator.post("/money", Map.of("reason", "card 4242 4242 4242 4242"));
        operator.post("/money", Map.of("reason", 7));
        operator.post("/money", "{\"reason\":\"\\ud800\"}");
        assertThat(entries())
                .extracting(AuditEntry::reason)
                .containsExactly("?", "7", null, "a b c", "x".repeat(300));
    }

    @Test
    void it_is_read_page_by_page_by_operators_and_services() {
        var operator = bed.as(Role.OPERATOR, 4);
        for (int i = 0; i < 5; i++) operator.post("/things/" + i + "/stop", new Wish(null, null));
        var first = operator.get("/audit?limit=3").as(AuditList.class);
        assertThat(first.entries()).hasSize(3);
        var rest = operator.get("/audit?limit=3&cursor=" + first.nextCursor()).as(AuditList.class);
        assertThat(rest.entries())
                .extracting(AuditEntry::action)
                .containsExactly("POST /things/1/stop", "POST /things/0/stop");
        assertThat(rest.nextCursor()).isNull();
        assertThat(bed.as(Role.CUSTOMER, 5).get("/audit").status()).isEqualTo(403);
        assertThat(bed.anyone().get("/audit").status()).isEqualTo(401);
    }

    @Test
    void it_is_only_added_to_and_gives_up_what_is_over_a_year_old() {
        bed.as(Role.OPERATOR, 4).post("/things/7/stop", new Wish(null, null));
        var db = desk.base.db();
        for (var sql :
                List.of("UPDATE audit SET status = 200", "DELETE FROM audit", "TRUNCATE audit"))
            assertThatThrownBy(() -> db.run(tx -> tx.update(sql))).isInstanceOf(SqlFailed.class);
        assertThat(entries()).hasSize(1);
        var old =
                """
                INSERT INTO audit (at, actor, action, status, trace_id)
                VALUES (now() - interval '366 days', 'operator 4', 'x', 200, '')
                """;
        db.run(tx -> tx.update(old));
        int gone = db.tx(tx -> tx.update("DELETE FROM audit WHERE action = 'x'"));
        assertThat(gone).isOne();
    }
}
