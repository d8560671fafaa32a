package gofood.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// A part of a trace while it lasts: a span, or nothing where no collector is named. What is done
/// while it is bound finds it by [#current] and makes parts of it.
public final class Part implements AutoCloseable {
    public static final Part NOTHING = new Part(Tracing.OFF, null);

    private static final ScopedValue<Part> CURRENT = ScopedValue.newInstance();

    private final Tracing tracing;
    private final @Nullable Span span;

    Part(Tracing tracing, @Nullable Span span) {
        this.tracing = tracing;
        this.span = span;
    }

    private static Part current() {
        return CURRENT.orElse(NOTHING);
    }

    /// Binds what is under way here, for another thread that goes on with it.
    public static ScopedValue.Carrier onward(ScopedValue.Carrier scope) {
        return current().bind(scope);
    }

    /// Whether anybody keeps what is going on now.
    public static boolean isTraced() {
        return current().span != null;
    }

    /// A request to another service, within what is under way.
    public static Part asking(String service, String method) {
        return current().begin(SpanKind.CLIENT, method + " " + service);
    }

    /// A step within what is under way.
    public static Part step(String name) {
        return current().begin(SpanKind.INTERNAL, name);
    }

    /// What follows from something that was noted with its trace, perhaps long ago, and is caused
    /// by what is under way now.
    public static Part following(String noted, String name) {
        var now = current();
        return now.span == null
                ? NOTHING
                : now.tracing.following(noted, name, now.span.getSpanContext());
    }

    private Part begin(SpanKind kind, String name) {
        return span == null ? NOTHING : tracing.begin(kind, name, traceparent(""));
    }

    /// As it is told to others.
    ///
    /// @param otherwise the trace where this is nothing
    public String traceparent(String otherwise) {
        if (span == null) return otherwise;
        var context = span.getSpanContext();
        var flags = context.getTraceFlags().asHex();
        return "00-%s-%s-%s".formatted(context.getTraceId(), context.getSpanId(), flags);
    }

    /// Makes it what is under way.
    public ScopedValue.Carrier bind(ScopedValue.Carrier scope) {
        return span == null ? scope : scope.where(CURRENT, this);
    }

    public void failed(String why) {
        if (span != null) span.setStatus(StatusCode.ERROR, why);
    }

    /// Ends it with what a request was answered; from 500 on it failed.
    public void ended(int status) {
        if (span == null) return;
        span.setAttribute("http.response.status_code", (long) status);
        if (status >= 500) span.setStatus(StatusCode.ERROR);
        span.end();
    }

    @Override
    public void close() {
        if (span != null) span.end();
    }
}
