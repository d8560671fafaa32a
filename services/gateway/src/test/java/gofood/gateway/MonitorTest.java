package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import gofood.contracts.GatewayApi.Alert;
import gofood.contracts.GatewayApi.AlertList;
import gofood.contracts.GatewayApi.HealthHistory;
import gofood.contracts.GatewayApi.HealthSample;
import gofood.contracts.NotificationApi.AlertNews;
import gofood.contracts.NotificationApi.AlertPhase;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient;
import gofood.platform.wire.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The health monitor over services that fall silent, are slow, or fail; it looks 50 times as often
/// as in life.
class MonitorTest {
    private static final String SECRET = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
    private final PlayedService pager = new PlayedService();
    private Town town;
    private TestClient operator;

    @BeforeEach
    void open() {
        town =
                new Town(
                        "GATEWAY_MONITOR_MILLIS",
                        "100",
                        "GATEWAY_MONITOR_PATIENCE_MILLIS",
                        "1000",
                        "GATEWAY_ALERT_SLOW_MILLIS",
                        "200",
                        "GATEWAY_ALERTS_WEBHOOK_URL",
                        pager.address() + "/pager",
                        "GATEWAY_ALERTS_WEBHOOK_SECRET",
                        SECRET);
        operator = town.as(Role.OPERATOR, 4);
        // of what it has never seen well, it believes that it is only starting
        await("a first look", () -> seen("city") > 0);
    }

    private int seen(String service) {
        return operator
                .get("/health/history?service=" + service)
                .as(HealthHistory.class)
                .samples()
                .stream()
                .mapToInt(HealthSample::up)
                .max()
                .orElse(0);
    }

    @Test
    void what_is_only_starting_raises_no_alarm_before_its_time() {
        try (var starting =
                new Town(
                        "GATEWAY_MONITOR_MILLIS", "500", "GATEWAY_MONITOR_STARTING_SECONDS", "4")) {
            starting.service("city").goAway();
            operator = starting.as(Role.OPERATOR, 4);
            var begun = System.nanoTime();
            await("alert", () -> lasts("service_down", "city"));
            assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThan(3_500);
        }
    }

    @AfterEach
    void close() {
        town.close();
        pager.close();
    }

    private static void await(String what, BooleanSupplier condition) {
        var until = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("never came: " + what);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Optional<Alert> alert(String rule, String service) {
        return operator.get("/alerts").as(AlertList.class).alerts().stream()
                .filter(one -> one.rule().equals(rule) && one.service().equals(service))
                .findFirst();
    }

    private boolean lasts(String rule, String service) {
        return alert(rule, service).filter(one -> one.clearedAt() == null).isPresent();
    }

    private List<AlertNews> inbox() {
        return town.service("notification").heard("/alerts").stream()
                .map(heard -> Json.read(heard.body(), AlertNews.class))
                .toList();
    }

    @Test
    void a_service_that_falls_silent_is_told_everywhere_until_it_comes_back() throws Exception {
        var city = town.service("city");
        city.goAway();
        await("alert", () -> lasts("service_down", "city"));
        var raised = alert("service_down", "city").orElseThrow();
        assertThat(raised.text()).isEqualTo("The city service is down.");
        assertThat(metrics()).contains("gofood_alert{rule=\"service_down\",service=\"city\"} 1.0");
        city.comeBack();
        await("end", () -> !lasts("service_down", "city"));
        assertThat(metrics()).contains("gofood_alert{rule=\"service_down\",service=\"city\"} 0.0");
        await("inbox", () -> inbox().size() == 2);
        assertThat(inbox())
                .extracting(AlertNews::alertId, AlertNews::phase)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(raised.alertId(), AlertPhase.RAISED),
                        org.assertj.core.groups.Tuple.tuple(raised.alertId(), AlertPhase.CLEARED));
        await("pager", () -> pager.heard("/pager").size() == 2);
        var message = pager.heard("/pager").getFirst();
        new Webhook(SECRET)
                .verify(
                        message.text(),
                        Map.of(
                                "webhook-id", message.all("webhook-id"),
                                "webhook-timestamp", message.all("webhook-timestamp"),
                                "webhook-signature", message.all("webhook-signature")));
        var body = Json.tree(message.body());
        assertThat(body.path("type").asText()).isEqualTo("alert.raised");
        assertThat(body.at("/data/service").asText()).isEqualTo("city");
    }

    private String metrics() {
        return new String(town.anyone().get("/metrics").raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void who_does_not_take_an_alert_is_told_again() {
        var busy = PlayedService.json(503, Map.of("code", "x"));
        town.service("notification").on("POST /alerts", busy);
        pager.on("POST /pager", busy);
        town.service("city").goAway();
        await("first try", () -> !pager.heard("/pager").isEmpty() && !inbox().isEmpty());
        var ok = PlayedService.json(204, Map.of());
        town.service("notification").on("POST /alerts", (_, out) -> noContent(out));
        pager.on("POST /pager", ok);
        await("second try", () -> pager.heard("/pager").size() > 1 && inbox().size() > 1);
        var ids = pager.heard("/pager").stream().map(it -> it.header("webhook-id")).distinct();
        assertThat(ids).hasSize(1);
    }

    private static void noContent(java.io.OutputStream out) throws java.io.IOException {
        PlayedService.answer(out, 204, new byte[0]);
    }

    @Test
    void a_slow_service_and_one_that_fails_are_told_apart() {
        town.service("user")
                .on(
                        "GET /status",
                        (_, out) -> {
                            PlayedService.pause(300);
                            PlayedService.answer(out, 200, Json.write(Map.of("status", "ok")));
                        });
        town.service("payment").on("GET /payments/1", PlayedService.json(500, Map.of("a", 1)));
        for (int i = 0; i < 30; i++) town.anyone().get("/payments/1");
        await("slow", () -> lasts("slow", "user"));
        await("errors", () -> lasts("error_share", "payment"));
        assertThat(alert("slow", "payment")).isEmpty();
        var samples = operator.get("/health/history?service=payment").as(HealthHistory.class);
        assertThat(samples.samples()).anyMatch(sample -> sample.errorPercent() > 99);
        assertThat(samples.samples()).anyMatch(sample -> sample.requestsPerSecond() > 0);
        assertThat(metrics())
                .contains("gateway_passed_seconds_count{outcome=\"error\",service=\"payment\"} 30");
    }

    @Test
    void what_a_service_tells_of_itself_raises_its_alert() {
        town.service("payment")
                .on(
                        "GET /status",
                        PlayedService.json(
                                200,
                                Map.of(
                                        "status",
                                        "ok",
                                        "backlog_seconds",
                                        40,
                                        "figures",
                                        Map.of("ledger_differences", 2))));
        town.service("delivery")
                .on(
                        "GET /status",
                        PlayedService.json(200, Map.of("status", "ok", "parked_events", 1)));
        await("backlog", () -> lasts("backlog", "payment"));
        await("ledger", () -> lasts("ledger_difference", "payment"));
        await("stuck", () -> lasts("stuck", "delivery"));
    }

    @Test
    void one_of_two_replicas_is_named_without_its_address() {
        town.secondOrder.goAway();
        await("alert", () -> lasts("service_down", "order"));
        var alert = alert("service_down", "order").orElseThrow();
        assertThat(alert.replica()).isEqualTo("2");
        assertThat(Json.tree(Json.write(alert)).toString()).doesNotContain("127.0.0.1");
        var last =
                operator.get("/health/history?service=order")
                        .as(HealthHistory.class)
                        .samples()
                        .getLast();
        assertThat(last.replicas()).isEqualTo(2);
        assertThat(last.up()).isEqualTo(1);
    }

    @Test
    void alerts_are_followed_live() throws Exception {
        town.service("city").goAway();
        await("alert", () -> lasts("service_down", "city"));
        var token = town.token(Role.OPERATOR, 4, Instant.now().plusSeconds(60));
        try (var socket = town.connect()) {
            PlayedService.text(
                    socket.getOutputStream(),
                    "GET /alerts/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + token
                            + "\r\n\r\n");
            var reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(nextAlert(reader).path("cleared_at").isNull()).isTrue();
            town.service("city").comeBack();
            var cleared = nextAlert(reader);
            assertThat(cleared.path("service").asText()).isEqualTo("city");
            assertThat(cleared.path("cleared_at").asText()).isNotEmpty();
        }
    }

    private static JsonNode nextAlert(BufferedReader reader) throws Exception {
        var seen = new ArrayList<String>();
        for (String line; (line = reader.readLine()) != null; ) {
            seen.add(line);
            if (line.startsWith("data: "))
                return Json.tree(line.substring(6).getBytes(StandardCharsets.UTF_8));
        }
        throw new AssertionError("the stream ended: " + seen);
    }

    @Test
    void all_of_it_is_for_operators() {
        for (var path : List.of("/alerts", "/alerts/stream", "/health/history?service=order")) {
            assertThat(town.anyone().get(path).status()).as(path).isEqualTo(401);
            assertThat(town.as(Role.STAFF, 5).get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(operator.get("/health/history").status()).isEqualTo(422);
        assertThat(operator.get("/health/history?service=x").status()).isEqualTo(404);
    }
}
