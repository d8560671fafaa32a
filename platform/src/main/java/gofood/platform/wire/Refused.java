package gofood.platform.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one exception for "no, and the client is told why". Becomes an RFC 9457 problem.
public final class Refused extends RuntimeException {
    private static final Set<String> OF_EVERY_PROBLEM =
            Set.of("type", "title", "status", "code", "detail", "trace_id");

    private final int status;
    private final String code;
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private @Nullable Repeat repeat;

    /// @param status the HTTP status
    /// @param code stable, for programs: `sold_out`
    /// @param detail a sentence for people, which says what to do
    public Refused(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /// Adds a field that a client can act on, such as `opens_at`.
    public Refused with(String field, Object value) {
        if (OF_EVERY_PROBLEM.contains(field)) throw new IllegalArgumentException(field);
        extras.put(field, value);
        return this;
    }

    /// Says to a service that asked whether it may ask again.
    public Refused with(Repeat advice) {
        repeat = advice;
        return this;
    }

    /// Missing and foreign things look the same.
    public static Refused notFound(String what) {
        return new Refused(404, "not_found", "There is no such " + what + ", or it isn't yours.");
    }

    public static Refused conflict(String code, String detail) {
        return new Refused(409, code, detail);
    }

    public static Refused invalid(String field, String rule) {
        return new Refused(422, "invalid_field", "The field " + field + " " + rule + ".")
                .with("field", field);
    }

    /// For a peer or store that doesn't answer now; nothing was changed.
    public static Refused unavailable(String what) {
        return new Refused(
                        503, "unavailable", what + " does not answer now. Try again in a moment.")
                .with("retry_after_seconds", 2);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return Objects.requireNonNull(getMessage());
    }

    public Optional<Repeat> repeat() {
        return Optional.ofNullable(repeat);
    }

    public Map<String, Object> extras() {
        return extras;
    }
}
