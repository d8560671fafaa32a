package gofood.platform.http;

import gofood.platform.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a handler answers.
///
/// @param body anything that becomes JSON; `byte[]` goes out as it is; null for none
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {
    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    public static Reply created(String location, Object body) {
        return new Reply(201, body, Map.of("Location", location));
    }

    public static Reply none() {
        return new Reply(204, null, Map.of());
    }

    public static Reply text(String contentType, byte[] body) {
        return new Reply(200, body, Map.of("Content-Type", contentType));
    }

    /// A thing with a version: 304 when the client has it already.
    public static Reply versioned(Call call, int version, Object body) {
        var tag = "\"" + version + "\"";
        var known = call.header("If-None-Match").orElse("");
        return known.contains(tag)
                ? new Reply(304, null, Map.of("ETag", tag))
                : ok(body).with("ETag", tag);
    }

    public Reply with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, body, all);
    }

    /// The body as it goes out.
    public byte[] bytes() {
        return switch (body) {
            case null -> new byte[0];
            case byte[] raw -> raw;
            default -> Json.write(body);
        };
    }
}
