package gofood.app.security;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Plain HTTP, whose answers are looked at as they came.
final class Wire {
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private Wire() {}

    /// @param token empty for none
    /// @param headers as name, value, name, value
    record Request(String method, URI uri, String token, byte[] body, String... headers) {
        Request with(String... more) {
            return new Request(method, uri, token, body, more);
        }
    }

    /// @param body unpacked
    record Answer(int status, HttpHeaders headers, byte[] body) {
        static Answer of(HttpResponse<byte[]> raw) throws IOException {
            var packed = raw.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            if (!packed || raw.body().length == 0)
                return new Answer(raw.statusCode(), raw.headers(), raw.body());
            try (var in = new GZIPInputStream(new ByteArrayInputStream(raw.body()))) {
                return new Answer(raw.statusCode(), raw.headers(), in.readAllBytes());
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String type() {
            return headers.firstValue("Content-Type").orElse("");
        }

        JsonNode json() {
            return Json.tree(type().contains("json") ? body : new byte[] {'{', '}'});
        }
    }

    static Answer send(Request request) {
        try {
            return Answer.of(HTTP.send(build(request), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method + " " + request.uri, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// With one `Authorization` header for each of these.
    static Answer send(Request request, List<String> authorizations) {
        var headers = new ArrayList<String>();
        for (var value : authorizations) headers.addAll(List.of("Authorization", value));
        return send(request.with(headers.toArray(String[]::new)));
    }

    /// Of something that doesn't end by itself only how it begins, unless it is refused.
    static Answer begin(Request request) {
        try {
            var answer = HTTP.send(build(request), BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var body = answer.statusCode() == 200 ? new byte[0] : in.readAllBytes();
                return new Answer(answer.statusCode(), answer.headers(), body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.method + " " + request.uri, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest build(Request request) {
        var body =
                request.body.length == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(request.body);
        var http =
                HttpRequest.newBuilder(request.uri)
                        .timeout(Duration.ofSeconds(40))
                        .method(request.method, body);
        if (!request.token.isEmpty()) http.header("Authorization", "Bearer " + request.token);
        var isPicture = request.body.length > 1 && request.body[0] == (byte) 0xFF;
        var isTyped = List.of(request.headers).contains("Content-Type");
        if (request.body.length > 0 && !isTyped)
            http.header("Content-Type", isPicture ? "image/jpeg" : "application/json");
        for (int i = 0; i < request.headers.length; i += 2)
            http.header(request.headers[i], request.headers[i + 1]);
        return http.build();
    }
}
