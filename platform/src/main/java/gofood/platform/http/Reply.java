package gofood.platform.http;

import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a handler answers.
///
/// @param body anything that becomes JSON; `byte[]` goes out as it is, a [Stream] writes itself;
///   null for none
public record Reply(int status, @Nullable Object body, Map<String, String> headers) {
    /// A body that is too large to be held. When it fails half-way the connection is broken, which
    /// tells the client that this isn't all.
    public interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

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

    public static Reply stream(String contentType, Stream body) {
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
            case Stream _ -> throw new IllegalStateException("this body is written, not held");
            default -> Json.write(body);
        };
    }
}
