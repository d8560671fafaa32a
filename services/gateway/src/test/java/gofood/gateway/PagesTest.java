package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.OpenApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the gateway answers itself, and what browsers are told with it.
class PagesTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town("GATEWAY_CORS_ORIGINS", "https://app.test");
        town.service("order")
                .on(
                        "GET /openapi.yaml",
                        (_, out) ->
                                PlayedService.answer(out, 200, "openapi: 3.1.0".getBytes("UTF-8")));
        town.secondOrder.on(
                "GET /openapi.yaml",
                (_, out) -> PlayedService.answer(out, 200, "openapi: 3.1.0".getBytes("UTF-8")));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String text(String path) {
        var answer = town.anyone().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return new String(answer.raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void each_page_has_all_its_parts_and_none_from_elsewhere_nor_inline() {
        var link = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
        for (var page : List.of("/", "/docs")) {
            var html = text(page);
            assertThat(html).doesNotContain("style=").doesNotContain("onclick");
            assertThat(html).doesNotContainPattern("<script(?![^>]*src)").doesNotContain("<style");
            for (var match : link.matcher(html).results().toList()) {
                var target = match.group(1);
                // a link that a person may follow is no part of the page
                if (target.startsWith("https://www.openstreetmap.org/")) continue;
                assertThat(target).startsWith("/");
                if (!target.equals("/status")) assertThat(text(target)).isNotEmpty();
            }
        }
    }

    @Test
    void parts_have_their_types() {
        assertThat(town.anyone().get("/").header("Content-Type")).startsWith("text/html");
        assertThat(town.anyone().get("/site/site.css").header("Content-Type"))
                .startsWith("text/css");
        assertThat(town.anyone().get("/docs/start.js").header("Content-Type"))
                .startsWith("text/javascript");
        assertThat(town.anyone().get("/docs/swagger-ui-bundle.js").raw().body().length)
                .isGreaterThan(1_000_000);
        assertThat(town.anyone().get("/docs/index.html").status()).isEqualTo(404);
        assertThat(town.anyone().get("/site/none").status()).isEqualTo(404);
    }

    @Test
    void the_docs_show_every_service() {
        var start = text("/docs/start.js");
        for (var service : RouteTable.SERVICES) assertThat(start).contains('"' + service + '"');
        assertThat(text("/openapi/order.yaml")).isEqualTo("openapi: 3.1.0");
        assertThat(text("/openapi/gateway.yaml")).isEqualTo(text("/openapi.yaml"));
        assertThat(town.anyone().get("/openapi/nobody.yaml").status()).isEqualTo(404);
        assertThat(town.anyone().get("/openapi/order").status()).isEqualTo(404);
    }

    @Test
    void the_description_agrees_with_the_routes() {
        assertThat(OpenApi.of(town.anyone()).differencesTo(town.routes())).isEmpty();
    }

    @Test
    void a_page_is_only_read() {
        for (var path : List.of("/", "/docs", "/docs/start.js", "/status", "/metrics"))
            for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
                var answer = town.anyone().send(method, path, "");
                assertThat(answer.status()).as(method + " " + path).isEqualTo(405);
                assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
                assertThat(answer.code()).isEqualTo("method_not_allowed");
            }
        assertThat(town.anyone().send("HEAD", "/docs", "").status()).isEqualTo(200);
        assertThat(town.anyone().send("POST", "/docs/a/b", "").status()).isEqualTo(404);
    }

    @Test
    void the_gateways_own_health_is_told() {
        assertThat(town.anyone().get("/health/live").status()).isEqualTo(200);
        assertThat(town.anyone().get("/health/ready").status()).isEqualTo(200);
        assertThat(text("/metrics")).contains("http_server_requests");
        var status = town.anyone().get("/status");
        assertThat(status.body().path("status").asText()).isEqualTo("ok");
        var part = status.body().path("services").get(0);
        assertThat(part.path("service").asText()).isEqualTo("user");
        assertThat(part.path("latency_ms").isNumber()).isTrue();
    }

    @Test
    void everything_carries_the_security_headers_and_a_service_cannot_weaken_them() {
        town.service("payment")
                .on(
                        "GET /payments/1",
                        PlayedService.json(
                                200,
                                Map.of(),
                                "Content-Security-Policy: default-src *",
                                "X-Frame-Options: ALLOW",
                                "Access-Control-Allow-Origin: *"));
        for (var path :
                List.of(
                        "/",
                        "/docs",
                        "/docs/start.js",
                        "/status",
                        "/payments/1",
                        "/nothing",
                        "/a/../b")) {
            var answer = town.anyone().get(path);
            var content = answer.raw().headers().allValues("Content-Security-Policy");
            assertThat(content).as(path).hasSize(1);
            assertThat(content.getFirst())
                    .contains("default-src 'none';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isNotEqualTo("ALLOW");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void only_our_own_pages_may_load_anything() {
        for (var path : List.of("/docs", "/docs/start.js")) {
            var page = town.anyone().get(path);
            assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Referrer-Policy")).isNotEmpty();
            assertThat(page.header("Permissions-Policy")).isNotEmpty();
            assertThat(page.header("Cross-Origin-Opener-Policy")).isNotEmpty();
        }
        town.service("payment").on("GET /payments/3", PlayedService.json(200, Map.of()));
        for (var path : List.of("/status", "/payments/3", "/nothing")) {
            var data = town.anyone().get(path);
            assertThat(data.header("Content-Security-Policy")).doesNotContain("'self'");
        }
    }

    @Test
    void a_known_origin_may_call_and_a_foreign_one_may_not() {
        var known = town.anyone().get("/payments/2", "Origin", "https://app.test");
        assertThat(known.header("Access-Control-Allow-Origin")).isEqualTo("https://app.test");
        assertThat(known.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(known.header("Vary")).contains("Origin");
        var foreign = town.anyone().get("/payments/2", "Origin", "https://evil.test");
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(foreign.header("Vary")).contains("Origin");
    }

    @Test
    void a_preflight_is_answered_here() {
        var asks = "Access-Control-Request-Method";
        var known =
                town.anyone()
                        .send(
                                "OPTIONS",
                                "/payments",
                                "",
                                "Origin",
                                "https://app.test",
                                asks,
                                "POST");
        assertThat(known.status()).isEqualTo(204);
        assertThat(known.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(known.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
        var foreign =
                town.anyone()
                        .send(
                                "OPTIONS",
                                "/payments",
                                "",
                                "Origin",
                                "https://evil.test",
                                asks,
                                "POST");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(town.service("payment").heard("/payments")).isEmpty();
    }
}
