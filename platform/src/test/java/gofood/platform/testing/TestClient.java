package gofood.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/// A client as somebody outside would write one: plain HTTP and JSON.
public record TestClient(URI address, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /// @param body the JSON, or a missing node for none
    public record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {
        public String code() {
            return body.path("code").asText();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public <T> T as(Class<T> type) {
            return Json.read(Json.write(body), type);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /// @param body a `String` goes out as it is, anything else as JSON
    /// @param headers as name, value, name, value
    public Answer send(String method, String path, Object body, String... headers) {
        var bytes =
                body instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : Json.write(body);
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                bytes.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(bytes));
        if (bytes.length > 0) request.header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var isJson = type.contains("json") && response.body().length > 0;
            var json = Json.tree(isJson ? unpacked(response) : new byte[] {'{', '}'});
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        var encoding = response.headers().firstValue("Content-Encoding").orElse("");
        if (!encoding.equals("gzip")) return response.body();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return in.readAllBytes();
        }
    }

    /// Brings events of another service, as its relay would.
    public Answer tell(String type, long subject, Record data) {
        return tell(UUID.randomUUID(), type, subject, data);
    }

    /// Brings an event with an id of the test's choice.
    public Answer tell(UUID id, String type, long subject, Record data) {
        return tell(List.of(new Told(id, type, subject, data)));
    }

    /// Brings several events at once.
    public Answer tell(List<Told> events) {
        return post("/events", events);
    }

    /// An event of another service.
    public record Told(
            String specversion,
            UUID id,
            String source,
            String type,
            String subject,
            String datacontenttype,
            Record data) {
        public Told(String type, long subject, Record data) {
            this(UUID.randomUUID(), type, subject, data);
        }

        Told(UUID id, String type, long subject, Record data) {
            this("1.0", id, "test", type, Long.toString(subject), "application/json", data);
        }
    }
}
