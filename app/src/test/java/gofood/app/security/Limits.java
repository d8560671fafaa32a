package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.Town;
import gofood.app.security.Wire.Answer;
import gofood.app.security.Wire.Request;
import gofood.contracts.UserApi.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// There is a limit to everything that a client sends or asks for, at the gateway and behind it.
abstract class Limits {
    abstract Scene scene();

    /// Where an order is placed, from outside and inside.
    private List<URI> doors() {
        return List.of(scene().house.gateway(), scene().house.url("order"));
    }

    private Answer order(URI door, String body, String... headers) {
        var token = scene().client(Persona.OWNER).token();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Wire.send(new Request("POST", door.resolve("/orders"), token, bytes, headers));
    }

    @Test
    void a_body_has_a_largest_size_packed_or_not() throws IOException {
        var huge = "{\"note\":\"" + "x".repeat(2 << 20) + "\"}";
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100; i++) out.write(huge.getBytes(StandardCharsets.UTF_8));
        }
        for (var door : doors()) {
            assertThat(order(door, huge).status()).isEqualTo(413);
            var token = scene().client(Persona.OWNER).token();
            var bomb =
                    new Request(
                            "POST",
                            door.resolve("/orders"),
                            token,
                            packed.toByteArray(),
                            "Content-Encoding",
                            "gzip");
            assertThat(Wire.send(bomb).status()).as("200 MB in a few kilobytes").isEqualTo(415);
            assertThat(chunked(door, huge)).as("without a length").isEqualTo(413);
        }
    }

    /// The size is not told beforehand.
    private int chunked(URI door, String body) throws IOException {
        var request =
                HttpRequest.newBuilder(door.resolve("/orders"))
                        .header("Authorization", "Bearer " + scene().client(Persona.OWNER).token())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(() ->
                                        new java.io.ByteArrayInputStream(
                                                body.getBytes(StandardCharsets.UTF_8))))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void json_has_a_greatest_depth_and_lists_and_texts_a_length() {
        var usual = scene().value("new_order");
        for (var door : doors()) {
            assertThat(order(door, "[".repeat(100_000)).status()).isIn(400, 422);
            assertThat(
                            order(door, "{\"note\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                                    .status())
                    .isIn(400, 422);
            var line = "{\"item_id\":\"" + scene().value("item_id") + "\",\"quantity\":1}";
            var many =
                    usual.replaceFirst(
                            "\\[\\{.*?\\}\\]", "[" + (line + ",").repeat(5_000) + line + "]");
            assertThat(order(door, many).status()).isEqualTo(422);
            assertThat(order(door, usual.replace("please ring", "x".repeat(100_000))).status())
                    .isEqualTo(422);
            assertThat(order(door, "{\"restaurant_id\":" + "9".repeat(100_000) + "}").status())
                    .isIn(400, 422);
            assertThat(order(door, usual).status())
                    .as("the pattern of these is good")
                    .isEqualTo(201);
        }
    }

    @Test
    void headers_and_queries_have_a_size() {
        for (var door : doors()) {
            var uri = door.resolve("/orders");
            var token = scene().client(Persona.OWNER).token();
            var many = new ArrayList<String>();
            for (int i = 0; i < 400; i++) many.addAll(List.of("X-Padding-" + i, "x".repeat(100)));
            var padded = new Request("GET", uri, token, new byte[0], many.toArray(String[]::new));
            isTooLarge(padded);
            isTooLarge(
                    new Request("GET", uri, token, new byte[0], "X-Padding", "x".repeat(40_000)));
            isTooLarge(
                    new Request(
                            "GET",
                            URI.create(uri + "?cursor=" + "x".repeat(40_000)),
                            token,
                            new byte[0]));
            isTooLarge(
                    new Request(
                            "GET", URI.create(uri + "/" + "x".repeat(40_000)), token, new byte[0]));
        }
    }

    private static void isTooLarge(Request request) {
        var answer = Wire.send(request);
        assertThat(answer.status()).as(request.uri().getPath()).isBetween(400, 431);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void a_page_has_a_largest_length() {
        var pages = 0;
        for (var service : scene().house.services())
            for (var operation : new Described(service, scene().house.url(service)).operations()) {
                if (operation.parameters().stream()
                        .noneMatch(it -> it.path("name").asText().equals("limit"))) continue;
                var path =
                        operation
                                .path()
                                .replace("{restaurant_id}", scene().value("restaurant_id"))
                                .replace("{webhook_id}", scene().value("webhook_id"));
                var uri = scene().house.url(service).resolve(path);
                var token = scene().client(Persona.OPERATOR).token();
                var may =
                        service.equals("delivery") && path.equals("/offers")
                                ? Persona.COURIER
                                : Persona.OPERATOR;
                for (var limit : List.of("101", "0", "-1", "9999999999", "1e3")) {
                    var more =
                            new Request(
                                    "GET",
                                    URI.create(uri + "?limit=" + limit),
                                    scene().client(may).token(),
                                    new byte[0]);
                    assertThat(Wire.send(more).status())
                            .as(operation.name() + " " + limit)
                            .isEqualTo(422);
                }
                assertThat(token).isNotEmpty();
                pages++;
            }
        assertThat(pages).isGreaterThan(8);
    }

    @Test
    void one_person_has_so_many_streams_at_the_gateway() throws Exception {
        var reader = scene().join("reader", Role.CUSTOMER, null);
        var request =
                HttpRequest.newBuilder(scene().house.gateway().resolve("/notifications/stream"))
                        .header("Authorization", "Bearer " + reader.token())
                        .build();
        var open = new ArrayList<HttpResponse<InputStream>>();
        try (var http = HttpClient.newHttpClient()) {
            try {
                for (int i = 0; i < 21; i++)
                    open.add(http.send(request, BodyHandlers.ofInputStream()));
                assertThat(open.subList(0, 20))
                        .extracting(HttpResponse::statusCode)
                        .containsOnly(200);
                assertThat(open.getLast().statusCode()).isEqualTo(429);
            } finally {
                for (var stream : open) stream.body().close();
                http.shutdownNow();
            }
        }
    }

    @Test
    void guesses_of_a_password_are_counted_by_account_and_by_address() {
        var victim = "victim" + scene().next() + "@example.test";
        var person =
                "{\"name\":\"V\",\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(victim, Town.PASSWORD);
        assertThat(signIn("203.0.113.1", "/users", person).status()).isEqualTo(201);
        var right = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(victim, Town.PASSWORD);
        var guess = "{\"email\":\"%s\",\"password\":\"guess\"}".formatted(victim);
        assertThat(signIn("203.0.113.1", "/sessions", right).status()).isEqualTo(200);
        for (int i = 0; i < 10; i++)
            assertThat(signIn("198.51.100." + i, "/sessions", guess).status()).isEqualTo(401);
        assertThat(signIn("198.51.100.99", "/sessions", right).status())
                .as("by account")
                .isEqualTo(429);
        assertThat(signIn("203.0.113.1", "/sessions", right).status())
                .as("nobody is locked out at home")
                .isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            var other = "{\"email\":\"nobody%d@example.test\",\"password\":\"guess\"}".formatted(i);
            assertThat(signIn("192.0.2.7", "/sessions", other).status()).isEqualTo(401);
        }
        assertThat(signIn("192.0.2.7", "/sessions", right).status())
                .as("by address")
                .isEqualTo(429);
    }

    @Test
    void newcomers_from_one_address_are_few_at_a_time() {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 40; i++) statuses.add(signIn("192.0.2.66", "/guests", "{}").status());
        assertThat(statuses).contains(201, 429).containsOnly(201, 429);
        assertThat(signIn("192.0.2.67", "/guests", "{}").status()).isEqualTo(201);
    }

    /// As our proxy would bring it from this address.
    private Answer signIn(String address, String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Wire.send(
                new Request(
                        "POST",
                        scene().house.gateway().resolve(path),
                        "",
                        bytes,
                        "X-Forwarded-For",
                        address));
    }
}
