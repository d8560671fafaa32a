package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.AuditEntry;
import gofood.contracts.GatewayApi.AuditList;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Call;
import gofood.platform.testing.TestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was done in all services, from their books.
class WholeAuditTest {
    private final Map<String, List<AuditEntry>> books = new HashMap<>();
    private Town town;
    private TestClient operator;

    @BeforeEach
    void open() {
        town = new Town();
        operator = town.as(Role.OPERATOR, 4);
        for (var name : RouteTable.SERVICES) play(town.service(name), name);
        play(town.secondOrder, "order");
    }

    @AfterEach
    void close() {
        town.close();
    }

    /// A book as the platform keeps it.
    private void play(PlayedService service, String name) {
        books.put(name, new ArrayList<>());
        service.on(
                "GET /audit",
                (heard, out) -> {
                    var limit = Integer.parseInt(heard.target().replaceAll(".*limit=|&.*", ""));
                    var cursor =
                            heard.target().contains("cursor=")
                                    ? heard.target().replaceAll(".*cursor=", "")
                                    : Call.cursorAfter(Long.MAX_VALUE);
                    var before = Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor)));
                    var found =
                            books.get(name).reversed().stream()
                                    .filter(entry -> entry.auditId() < before)
                                    .toList();
                    var page = found.subList(0, Math.min(limit, found.size()));
                    var more =
                            found.size() > page.size()
                                    ? Call.cursorAfter(page.getLast().auditId())
                                    : null;
                    PlayedService.json(200, new AuditList(page, more, List.of())).play(heard, out);
                });
    }

    private void note(String service, int second) {
        var book = books.get(service);
        book.add(
                new AuditEntry(
                        service,
                        book.size() + 1,
                        Instant.parse("2026-11-23T12:00:00Z").plusSeconds(second),
                        "operator 4",
                        "POST /" + second,
                        200,
                        null,
                        "t"));
    }

    private List<String> actions(AuditList list) {
        return list.entries().stream().map(AuditEntry::action).toList();
    }

    private AuditList read(String query) {
        var answer = operator.get("/audit" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(AuditList.class);
    }

    @Test
    void the_newest_of_all_comes_first_and_pages_go_on_without_gap_or_double() {
        for (int i = 0; i < 20; i++)
            note(List.of("order", "order", "order", "payment", "user").get(i % 5), i);
        var all = new ArrayList<String>();
        var page = read("?limit=3");
        assertThat(actions(page)).containsExactly("POST /19", "POST /18", "POST /17");
        // what comes meanwhile belongs before the first page
        note("order", 100);
        note("city", 101);
        while (true) {
            all.addAll(actions(page));
            if (page.nextCursor() == null) break;
            page = read("?limit=3&cursor=" + page.nextCursor());
        }
        assertThat(all)
                .containsExactlyElementsOf(
                        Stream.iterate(19, i -> i - 1).limit(20).map(i -> "POST /" + i).toList());
    }

    @Test
    void a_service_that_is_away_is_named() {
        note("order", 1);
        note("city", 2);
        town.service("city").goAway();
        var list = read("");
        assertThat(actions(list)).containsExactly("POST /1");
        assertThat(list.unreachable()).containsExactly("city");
        assertThat(list.nextCursor()).isNull();
    }

    @Test
    void it_is_for_operators_and_its_cursor_cannot_be_made_up() {
        assertThat(town.anyone().get("/audit").status()).isEqualTo(401);
        assertThat(town.as(Role.STAFF, 5).get("/audit").status()).isEqualTo(403);
        for (var cursor : List.of("x", "%7B", "W10", "e30x"))
            assertThat(operator.get("/audit?cursor=" + cursor).status()).as(cursor).isEqualTo(422);
        assertThat(operator.get("/audit?limit=101").status()).isEqualTo(422);
    }
}
